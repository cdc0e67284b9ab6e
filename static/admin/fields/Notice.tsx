import type { ReactNode } from 'react';

export type NoticeLook = 'information' | 'warning' | 'success' | 'error';

interface NoticeProps {
  look: NoticeLook;
  title?: string;
  children: ReactNode;
  actions?: ReactNode;
  /** Spoken by screen readers when it appears. */
  live?: boolean;
}

/** A colored note inside a form. */
export function Notice({ look, title, children, actions, live }: NoticeProps) {
  return (
    <div className={`notice notice-${look}`} role={live ? 'status' : undefined}>
      {title ? <p className="notice-title">{title}</p> : null}
      <div className="notice-body">{children}</div>
      {actions ? <div className="notice-actions">{actions}</div> : null}
    </div>
  );
}
