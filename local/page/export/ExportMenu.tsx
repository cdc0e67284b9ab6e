import type { ReactElement } from 'react';
import { useRef } from 'react';
import type { ExportPageRequest } from '../../shared/api';

const CHOICES = [
  { type: 'pdf', label: 'Export to PDF' },
  { type: 'word', label: 'Export to Word' },
] as const;

/** What else can be done with a page, behind one button. */
export function ExportMenu({ onExport }: { onExport(type: ExportPageRequest['exportType']): void }): ReactElement {
  const menu = useRef<HTMLDetailsElement>(null);
  return (
    <details
      ref={menu}
      className="page-menu"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !menu.current) return;
        menu.current.open = false;
        menu.current.querySelector('summary')?.focus();
      }}
    >
      <summary aria-label="More actions">•••</summary>
      <ul>
        {CHOICES.map(({ type, label }) => (
          <li key={type}>
            <button type="button" onClick={() => onExport(type)}>
              {label}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
