import type { TreeLine } from './visible-lines';

/** What a key does in a tree: the focus goes to another line, a branch opens or closes, the line is chosen. */
export type TreeMove = { to: TreeLine } | { toggle: TreeLine } | { choose: TreeLine };

/** What the key means on the active line, as the tree pattern of WAI-ARIA has it; undefined for all other keys. */
export function treeMove(key: string, lines: readonly TreeLine[], active: TreeLine): TreeMove | undefined {
  const place = lines.indexOf(active);
  switch (key) {
    case 'ArrowDown':
      return lineAt(lines, place + 1);
    case 'ArrowUp':
      return lineAt(lines, place - 1);
    case 'Home':
      return lineAt(lines, 0);
    case 'End':
      return lineAt(lines, lines.length - 1);
    case 'ArrowRight':
      if (active.isOpen === false) return { toggle: active };
      return active.isOpen ? lineAt(lines, place + 1) : undefined;
    case 'ArrowLeft':
      if (active.isOpen) return { toggle: active };
      return lineAt(
        lines,
        lines.slice(0, place).findLastIndex(({ level }) => level < active.level),
      );
    case 'Enter':
    case ' ':
      return { choose: active };
    default:
      return undefined;
  }
}

function lineAt(lines: readonly TreeLine[], place: number): TreeMove | undefined {
  const to = lines[place];
  return to && { to };
}
