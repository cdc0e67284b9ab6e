import type { ReactNode, RefObject } from 'react';
import { useOverflow, useSteadyHeight } from '../use-box';

interface TableBoxProps {
  box: RefObject<HTMLDivElement>;
  title: string;
  busy: boolean;
  steadyKey: string;
  /** True where there are more rows than a page takes well: the box then scrolls by itself, with its headers in sight. */
  isLong: boolean;
  /** True where each row is one line, of rows that come and go as the box is scrolled. */
  lines: boolean;
  children: ReactNode;
}

/** The frame around a table: a wide or long one scrolls inside it, by keyboard too, and the page stays still. */
export function TableBox({ box, title, busy, steadyKey, isLong, lines, children }: TableBoxProps) {
  const scrolls = useOverflow(box) || lines;
  useSteadyHeight(box, steadyKey);
  const reachable = scrolls ? ({ role: 'region', tabIndex: 0, 'aria-label': `Rows of ${title}` } as const) : {};
  return (
    <div className="xd-frame" aria-busy={busy}>
      {busy && <div className="xd-progress" />}
      <div className={`xd-scroll${isLong ? ' xd-own' : ''}${lines ? ' xd-lines' : ''}`} ref={box} {...reachable}>
        {children}
      </div>
    </div>
  );
}
