import type { KeyboardEvent, MouseEvent } from 'react';
import { useEffect, useRef } from 'react';
import { treeMove } from './tree-keys';
import { TreeLineItem, type TreeMark } from './TreeLineItem';
import type { TreeView } from './useTree';
import type { TreeLine } from './visible-lines';

interface TreeProps {
  label: string;
  view: TreeView;
  /** What a click on the line or the Enter key does. False where it means nothing, and the branch opens or closes. */
  onChoose?: (line: TreeLine) => boolean;
  markOf?: (line: TreeLine) => TreeMark | undefined;
}

/** A tree by the pattern of WAI-ARIA: one line has the focus, arrows move it, open and close. */
export function Tree({ label, view, onChoose, markOf }: TreeProps) {
  const { lines, active, activate, toggle } = view;
  const list = useRef<HTMLUListElement>(null);
  const hasFocus = useRef(false);
  useEffect(() => {
    const line = list.current?.querySelector<HTMLElement>('[tabindex="0"]');
    if (hasFocus.current && line !== document.activeElement) line?.focus();
  }, [active.id]);
  const choose = (line: TreeLine): void => {
    activate(line.id);
    if (line.more !== undefined || !onChoose?.(line)) toggle(line);
  };
  const press = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const move = treeMove(event.key, lines, active);
    if (!move) return;
    event.preventDefault();
    if ('to' in move) activate(move.to.id);
    else if ('toggle' in move) toggle(move.toggle);
    else choose(move.choose);
  };
  const click = (event: MouseEvent, line: TreeLine): void => {
    const isArrow = event.target instanceof Element && event.target.closest('.tree-arrow') !== null;
    if (!isArrow) return choose(line);
    activate(line.id);
    toggle(line);
  };
  return (
    <ul
      className="tree"
      role="tree"
      aria-label={label}
      aria-multiselectable={markOf ? true : undefined}
      ref={list}
      onKeyDown={press}
      onFocus={() => (hasFocus.current = true)}
      onBlur={() => (hasFocus.current = false)}
    >
      {lines.map((line) => (
        <TreeLineItem
          key={line.id}
          line={line}
          isActive={line.id === active.id}
          mark={markOf?.(line)}
          isSelectable={markOf !== undefined}
          onClick={(event) => click(event, line)}
        />
      ))}
    </ul>
  );
}
