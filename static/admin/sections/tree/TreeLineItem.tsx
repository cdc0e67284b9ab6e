import type { MouseEvent } from 'react';
import type { TreeLine } from './visible-lines';
import { childrenAtOnce } from './visible-lines';

interface TreeLineItemProps {
  line: TreeLine;
  isActive: boolean;
  isSelectable: boolean;
  mark: TreeMark | undefined;
  onClick: (event: MouseEvent) => void;
}

/** One line of a tree: a value with its name, and how it is marked. */
export function TreeLineItem({ line, isActive, isSelectable, mark, onClick }: TreeLineItemProps) {
  const { level, place, siblings, isOpen, more } = line;
  return (
    <li
      role="treeitem"
      className={mark ? `tree-line tree-line-${mark.look}` : 'tree-line'}
      style={{ paddingInlineStart: `calc(${level - 1} * var(--ds-space-200))` }}
      tabIndex={isActive ? 0 : -1}
      aria-level={level}
      aria-posinset={place}
      aria-setsize={siblings}
      aria-expanded={more === undefined ? isOpen : undefined}
      aria-selected={isSelectable ? mark !== undefined : undefined}
      onClick={onClick}
    >
      <span className="tree-arrow" aria-hidden="true">
        {isOpen === undefined || more !== undefined ? '' : isOpen ? '▾' : '▸'}
      </span>
      {more === undefined ? (
        <LineText line={line} />
      ) : (
        <span className="tree-more">Show {Math.min(childrenAtOnce, more)} more</span>
      )}
      {mark ? <span className="tree-mark">{mark.text}</span> : null}
    </li>
  );
}

function LineText({ line: { tree } }: { line: TreeLine }) {
  if ('children' in tree) {
    return (
      <span className="tree-words">
        <span className="tree-label">{tree.label}</span> <span className="tree-size">{tree.size}</span>
      </span>
    );
  }
  return (
    <span className="tree-words">
      {tree.label ? <span className="tree-label">{tree.label}</span> : null}{' '}
      <span className={`tree-${tree.kind}`}>{tree.text}</span>
    </span>
  );
}
/** How a chosen line is marked: its look, and the words beside it. */

export interface TreeMark {
  look: 'rows' | 'column';
  text: string;
}
