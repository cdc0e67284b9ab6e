import { useState } from 'react';

/** What hangs open below a button of the table: a column's options, or the ways to share the rows. */
export interface OpenPopup {
  /** A column's key; null for sharing. */
  of: string | null;
  anchor: HTMLElement;
}

/** The one popup of a table that is open, and its toggle for the button that it hangs from. */
export function useOpenPopup(): [
  open: OpenPopup | undefined,
  toggle: (of: string | null, anchor: HTMLElement) => void,
  close: () => void,
] {
  const [open, setOpen] = useState<OpenPopup>();
  const toggle = (of: string | null, anchor: HTMLElement): void =>
    setOpen(open?.of === of ? undefined : { of, anchor });
  return [open, toggle, () => setOpen(undefined)];
}
