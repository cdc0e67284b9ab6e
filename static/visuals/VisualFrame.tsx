import type { ReactNode } from 'react';

interface VisualFrameProps {
  title: string;
  titleId?: string;
  busy?: boolean;
  /** Controls beside the title. */
  tools?: ReactNode;
  children: ReactNode;
}

/** What every visual but the table stands in: its title with the controls beside it, and a line that runs while it waits. */
export function VisualFrame({ title, titleId, busy, tools, children }: VisualFrameProps) {
  return (
    <div className="xd-visual" aria-busy={busy === true}>
      <div className="xd-bar">
        <h2 className="xd-title" id={titleId}>
          {title}
        </h2>
        {tools}
      </div>
      <div className="xd-body">
        {busy && <div className="xd-progress" />}
        {children}
      </div>
    </div>
  );
}
