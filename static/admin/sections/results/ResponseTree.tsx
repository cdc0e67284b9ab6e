import type { TestReport } from '../../../../src/shared/contract';
import { adminReader } from '../../fields/admin-reader';
import { sizeWords } from '../../fields/measure-words';
import { Tree } from '../tree/Tree';
import { useTree } from '../tree/useTree';

/** The first response as a tree of which every branch opens on its own. */
export function ResponseTree({ raw }: { raw: NonNullable<TestReport['raw']> }) {
  const { tree, totalBytes } = raw;
  if (tree === undefined) return <p>This response cannot be read as data. See its text under Raw response.</p>;
  return (
    <>
      <p className="raw-size">
        The first response, {sizeWords(totalBytes, adminReader)}. Long lists and texts are shortened in this view only.
      </p>
      <ReadOnlyTree text={tree} />
    </>
  );
}

function ReadOnlyTree({ text }: { text: string }) {
  return <Tree label="Response" view={useTree(text)} />;
}
