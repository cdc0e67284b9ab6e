import type { JsonTree } from './json-tree';

/** Children shown of a branch at first, and more with each click. */
export const childrenAtOnce = 100;

/** A line of a tree as it is shown: a value, or the offer of more children. */
export interface TreeLine {
  /** Tells lines apart: the way to the value as JSON text. */
  id: string;
  /** Names and places that lead from the root to the value; of the branch where more are offered. */
  path: readonly (string | number)[];
  tree: JsonTree;
  /** 1 for the root. */
  level: number;
  place: number;
  siblings: number;
  /** Undefined for a leaf. */
  isOpen?: boolean;
  /** How many more children the line offers; undefined for a value. */
  more?: number;
}

/** What is open in a tree, and how many children are shown of its branches where that is not the usual number. */
export interface TreeState {
  open: ReadonlySet<string>;
  shown: ReadonlyMap<string, number>;
}

export function lineId(path: readonly (string | number)[]): string {
  return JSON.stringify(path);
}

/** The lines of a tree from top to bottom: the root, and what is inside open branches. */
export function visibleLines(root: JsonTree, state: TreeState): TreeLine[] {
  const lines: TreeLine[] = [];
  addLines(lines, { id: lineId([]), path: [], tree: root, level: 1, place: 1, siblings: 1 }, state);
  return lines;
}

function addLines(lines: TreeLine[], line: TreeLine, state: TreeState): void {
  const { tree, id, path, level } = line;
  if (!('children' in tree)) {
    lines.push(line);
    return;
  }
  const isOpen = state.open.has(id);
  lines.push({ ...line, isOpen });
  if (!isOpen) return;
  const count = Math.min(state.shown.get(id) ?? childrenAtOnce, tree.childCount);
  const left = tree.childCount - count;
  const siblings = count + (left > 0 ? 1 : 0);
  for (const [index, child] of tree.children(0, count).entries()) {
    const childPath = [...path, tree.kind === 'list' ? index : child.label];
    addLines(
      lines,
      { id: lineId(childPath), path: childPath, tree: child, level: level + 1, place: index + 1, siblings },
      state,
    );
  }
  if (left > 0) lines.push({ ...line, id: `${id} more`, level: level + 1, place: siblings, siblings, more: left });
}
