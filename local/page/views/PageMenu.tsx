import type { ReactElement } from 'react';
import { useRef } from 'react';

export interface PageAction {
  label: string;
  run(): void;
}

/** What else can be done with a page, behind one button. */
export function PageMenu({ actions }: { actions: PageAction[] }): ReactElement {
  const menu = useRef<HTMLDetailsElement>(null);
  const close = (): void => {
    if (menu.current) menu.current.open = false;
  };
  return (
    <details
      ref={menu}
      className="page-menu"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        close();
        menu.current?.querySelector('summary')?.focus();
      }}
    >
      <summary aria-label="More actions">•••</summary>
      <ul>
        {actions.map(({ label, run }) => (
          <li key={label}>
            <button
              type="button"
              onClick={() => {
                close();
                run();
              }}
            >
              {label}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
