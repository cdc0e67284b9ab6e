import { Glyph } from '../icons';
import { RowFilter } from './RowFilter';

interface TableBarProps {
  titleId: string;
  title: string;
  /** Absent where rows cannot be searched. */
  search?: { text: string; onSearch: (text: string) => void };
  /** Absent where there is nothing to share. */
  sharing?: { isOpen: boolean; onToggle: (button: HTMLElement) => void };
}

/** Above a table: its title, a field to search the rows, and the ways to take them along. */
export function TableBar({ titleId, title, search, sharing }: TableBarProps) {
  return (
    <div className="xd-bar">
      <h2 className="xd-title" id={titleId}>
        {title}
      </h2>
      {search && <RowFilter search={search.text} onSearch={search.onSearch} />}
      {sharing && (
        <button
          type="button"
          className="xd-button xd-share"
          aria-label="Share and export"
          title="Share and export"
          aria-haspopup="dialog"
          aria-expanded={sharing.isOpen}
          onClick={(event) => sharing.onToggle(event.currentTarget)}
        >
          <Glyph name="share" />
        </button>
      )}
    </div>
  );
}
