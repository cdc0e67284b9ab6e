import type { ReactNode } from 'react';

interface VisualFrameProps {
  title: string;
  /** Of the heading that says the title already; it is drawn here where there is none. */
  titleId?: string;
  /** Of the heading that is drawn here. */
  headingId?: string;
  busy?: boolean;
  /** Controls beside the title. */
  tools?: ReactNode;
  children: ReactNode;
}

/** What every visual but the table stands in: its title with the controls beside it, and a line that runs while it waits. */
export function VisualFrame({ title, titleId, headingId, busy, tools, children }: VisualFrameProps) {
  return (
    <div className="xd-visual" aria-busy={busy === true}>
      {(tools || !titleId) && (
        <div className="xd-bar">
          {!titleId && (
            <h2 className="xd-title" id={headingId}>
              {title}
            </h2>
          )}
          {tools}
        </div>
      )}
      <div className="xd-body">
        {busy && <div className="xd-progress" />}
        {children}
      </div>
    </div>
  );
}
