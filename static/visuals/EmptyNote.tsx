import type { ReactNode } from 'react';

/** Stands where rows would stand when there are none. */
export function EmptyNote({ heading, children }: { heading: string; children?: ReactNode }) {
  return (
    <div className="xd-empty">
      <strong>{heading}</strong>
      {children}
    </div>
  );
}
