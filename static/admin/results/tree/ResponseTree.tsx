import { useMemo } from 'react';
import type { TestReport } from '../../../../src/contract';
import { sizeWords } from '../reading-words';
import { jsonTree } from './json-tree';
import { TreeBranch } from './TreeBranch';

/** The first response as a tree of which every branch opens on its own. */
export function ResponseTree({ raw }: { raw: NonNullable<TestReport['raw']> }) {
  const { tree, totalBytes } = raw;
  const root = useMemo(() => (tree === undefined ? undefined : jsonTree('$', JSON.parse(tree))), [tree]);
  if (!root) return <p>This response cannot be read as data. Its text stands under Raw response.</p>;
  return (
    <>
      <p className="raw-size">
        The first response, {sizeWords(totalBytes)}. Long lists and texts are shortened in this view only.
      </p>
      <ul className="tree" aria-label="Response">
        <TreeBranch tree={root} isOpen />
      </ul>
    </>
  );
}
