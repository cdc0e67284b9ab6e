import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';

interface DisclosureProps {
  title: string;
  /** What is set inside, in a few words, for those who leave it closed. */
  summary?: string;
  /** Opens it, so that a refused field inside can be seen. */
  hasError?: boolean;
  children: ReactNode;
}

/** A part of a form that most people leave closed. What it holds is made when it is opened first. */
export function Disclosure({ title, summary, hasError = false, children }: DisclosureProps) {
  const [isOpen, setOpen] = useState(hasError);
  const [wasOpen, setWasOpen] = useState(hasError);
  const open = isOpen || hasError;
  useEffect(() => {
    if (hasError) setOpen(true);
  }, [hasError]);
  useEffect(() => {
    if (open) setWasOpen(true);
  }, [open]);
  return (
    <details className="disclosure" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span className="disclosure-title">{title}</span>
        {summary && !open ? <span className="disclosure-summary">{summary}</span> : null}
      </summary>
      {open || wasOpen ? <div className="disclosure-body">{children}</div> : null}
    </details>
  );
}
