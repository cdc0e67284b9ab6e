import { Glyph } from '../icons';
import type { PopupOf } from './use-open-popup';

interface TableBarButtonProps {
  of: 'columns' | 'rows';
  label: string;
  open: PopupOf | undefined;
  onToggle: (of: PopupOf, button: HTMLElement) => void;
}

/** A button above a table that opens a popup. */
export function TableBarButton({ of, label, open, onToggle }: TableBarButtonProps) {
  return (
    <button
      type="button"
      className="xd-button xd-share"
      aria-label={label}
      title={label}
      aria-haspopup="dialog"
      aria-expanded={open === of}
      onClick={(event) => onToggle(of, event.currentTarget)}
    >
      <Glyph name={of === 'rows' ? 'share' : 'columns'} />
    </button>
  );
}
