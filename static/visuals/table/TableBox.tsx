import type { ReactNode, RefObject } from 'react';
import { useOverflow, useSteadyHeight } from '../use-box';

interface TableBoxProps {
  box: RefObject<HTMLDivElement>;
  title: string;
  busy: boolean;
  steadyKey: string;
  /** True where each row is one line, of rows that come and go as the box is scrolled. */
  lines: boolean;
  children: ReactNode;
}

/** The frame around a table: a wide or long one scrolls inside it, by keyboard too, and the page stays still. */
export function TableBox({ box, title, busy, steadyKey, lines, children }: TableBoxProps) {
  const scrolls = useOverflow(box) || lines;
  useSteadyHeight(box, steadyKey);
  const reachable = scrolls ? ({ role: 'region', tabIndex: 0, 'aria-label': `Rows of ${title}` } as const) : {};
  return (
    <div className="xd-frame" aria-busy={busy}>
      {busy && <div className="xd-progress" />}
      <div className={lines ? 'xd-scroll xd-lines' : 'xd-scroll'} ref={box} {...reachable}>
        {children}
      </div>
    </div>
  );
}
