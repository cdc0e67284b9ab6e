import { useEffect, useRef } from 'react';

/** Whether the browser has something of its own to undo there. */
function hasOwnUndo(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  const isEmptyPicker = target instanceof HTMLInputElement && target.role === 'combobox' && target.value === '';
  return !isEmptyPicker && target.matches('textarea, input:not([type="checkbox"], [type="radio"])');
}

/** Undoes by Ctrl+Z or ⌘Z, except in fields, where the browser does. */
export function useUndoKey(undo: () => void): void {
  const latest = useRef(undo);
  latest.current = undo;
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'z';
      if (!isUndo || hasOwnUndo(event.target)) return;
      event.preventDefault();
      latest.current();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
}
