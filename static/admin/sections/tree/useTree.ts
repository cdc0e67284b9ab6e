import { useMemo, useState } from 'react';
import type { JsonTree } from './json-tree';
import { jsonTree } from './json-tree';
import type { TreeLine } from './visible-lines';
import { childrenAtOnce, lineId, visibleLines } from './visible-lines';

export interface TreeView {
  lines: TreeLine[];
  /** The line that the Tab key leads to. */
  active: TreeLine;
  activate(id: string): void;
  /** Opens or closes a branch, or shows more of one. */
  toggle(line: TreeLine): void;
  /** Opens the branches at these paths. */
  reveal(paths: readonly (readonly (string | number)[])[]): void;
}

function useRoot(text: string): JsonTree {
  return useMemo(() => jsonTree('$', valueOf(text)), [text]);
}

/** A response that cannot be read as JSON is one text, so that the screen stands. */
function valueOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** A response as a tree with its first levels open: the root, and what lies on the paths that are handed in. */
export function useTree(text: string, openAtFirst: readonly (readonly (string | number)[])[] = []): TreeView {
  const root = useRoot(text);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set([[], ...openAtFirst].map(lineId)));
  const [shown, setShown] = useState<ReadonlyMap<string, number>>(new Map());
  const [activeId, activate] = useState(lineId([]));
  const lines = useMemo(() => visibleLines(root, { open, shown }), [root, open, shown]);
  const toggle = ({ id, path, more, isOpen }: TreeLine): void => {
    if (more !== undefined) {
      const branch = lineId(path);
      setShown(new Map(shown).set(branch, (shown.get(branch) ?? childrenAtOnce) + childrenAtOnce));
    } else if (isOpen !== undefined) {
      setOpen(isOpen ? new Set([...open].filter((other) => other !== id)) : new Set([...open, id]));
    }
  };
  const reveal: TreeView['reveal'] = (paths) => setOpen((now) => new Set([...now, ...paths.map(lineId)]));
  const active = lines.find(({ id }) => id === activeId) ?? lines[0];
  if (!active) throw new Error('a tree has a root');
  return { lines, active, activate, toggle, reveal };
}
