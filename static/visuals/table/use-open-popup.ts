import { useState } from 'react';

/** What a popup is about: a column, named by its key, all columns, or the ways to share the rows. */
export type PopupOf = { column: string } | 'columns' | 'rows';

/** What hangs open below a button of the table. */
export interface OpenPopup {
  of: PopupOf;
  anchor: HTMLElement;
}

/** The one popup of a table that is open, and its toggle for the button that it hangs from. */
export function useOpenPopup(): [
  open: OpenPopup | undefined,
  toggle: (of: PopupOf, anchor: HTMLElement) => void,
  close: () => void,
] {
  const [open, setOpen] = useState<OpenPopup>();
  const toggle = (of: PopupOf, anchor: HTMLElement): void =>
    setOpen(open?.anchor === anchor ? undefined : { of, anchor });
  return [open, toggle, () => setOpen(undefined)];
}
