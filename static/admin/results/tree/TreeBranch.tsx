import { useState } from 'react';
import type { JsonTree } from './json-tree';

const STEP = 100;

interface TreeBranchProps {
  tree: JsonTree;
  isOpen?: boolean;
}

/** One value with what is inside it. Big lists are shown a hundred at a time. */
export function TreeBranch({ tree, isOpen = false }: TreeBranchProps) {
  const [open, setOpen] = useState(isOpen);
  const [shown, setShown] = useState(STEP);
  if (!('children' in tree)) {
    return (
      <li className="tree-leaf">
        {tree.label ? <span className="tree-label">{tree.label}</span> : null}{' '}
        <span className={`tree-${tree.kind}`}>{tree.text}</span>
      </li>
    );
  }
  const left = tree.childCount - shown;
  return (
    <li>
      <button type="button" className="tree-toggle" aria-expanded={open} onClick={() => setOpen(!open)}>
        <span className="tree-label">{tree.label}</span> <span className="tree-size">{tree.size}</span>
      </button>
      {open ? (
        <ul>
          {tree.children(0, shown).map((child, index) => (
            <TreeBranch key={index} tree={child} />
          ))}
          {left > 0 ? (
            <li className="tree-more">
              <button type="button" className="link" onClick={() => setShown(shown + STEP)}>
                Show {Math.min(STEP, left)} more
              </button>
            </li>
          ) : null}
        </ul>
      ) : null}
    </li>
  );
}
