import type { ReactNode } from 'react';
import { useRef } from 'react';
import { useOverflow, useSteadyHeight } from '../use-box';

interface TableBoxProps {
  title: string;
  busy: boolean;
  steadyKey: string;
  children: ReactNode;
}

/** The frame around a table: a wide or long one scrolls inside it, by keyboard too, and the page stays still. */
export function TableBox({ title, busy, steadyKey, children }: TableBoxProps) {
  const box = useRef<HTMLDivElement>(null);
  const scrolls = useOverflow(box);
  useSteadyHeight(box, steadyKey);
  const reachable = scrolls ? ({ role: 'region', tabIndex: 0, 'aria-label': `Rows of ${title}` } as const) : {};
  return (
    <div className="xd-frame" aria-busy={busy}>
      {busy && <div className="xd-progress" />}
      <div className="xd-scroll" ref={box} {...reachable}>
        {children}
      </div>
    </div>
  );
}
