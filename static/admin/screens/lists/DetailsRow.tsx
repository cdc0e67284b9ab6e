import type { ReactNode } from 'react';

interface DetailsButtonProps {
  /** Of the row that it opens. */
  id: string;
  /** Whose details they are, for those who do not see the row. */
  name: string;
  isOpen: boolean;
  onTurn: () => void;
  children: ReactNode;
}

/** Says how a row's thing is in one line; a click opens the details below the row. */
export function DetailsButton({ id, name, isOpen, onTurn, children }: DetailsButtonProps) {
  return (
    <button type="button" className="details-button" aria-expanded={isOpen} aria-controls={id} onClick={onTurn}>
      {children}
      <span className="visually-hidden">details of {name}</span>
      <svg viewBox="0 0 16 16" width="12" height="12" aria-hidden="true">
        <path d={isOpen ? 'M4 10l4-4 4 4' : 'M4 6l4 4 4-4'} fill="none" stroke="currentColor" strokeWidth="1.5" />
      </svg>
    </button>
  );
}

/** The row below another one that holds its details, over all columns. */
export function DetailsRow({ id, columns, children }: { id: string; columns: number; children: ReactNode }) {
  return (
    <tr className="list-details" id={id}>
      <td colSpan={columns}>
        <div className="list-details-body">{children}</div>
      </td>
    </tr>
  );
}
