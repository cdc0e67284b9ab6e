import type { ComponentType } from 'react';
import { useState } from 'react';
import type { ColumnSizing } from '../column-widths';
import type { ScrollBodyProps, ScrollState } from './ScrollBody';

export interface Scrolling {
  /** Wanted; the rows are those of the page until `Body` is there. */
  isOn: boolean;
  turn: (on: boolean) => void;
  /** Null as long as pages are shown. */
  Body: ComponentType<ScrollBodyProps> | null;
  state?: ScrollState;
  onState: (state: ScrollState) => void;
}

/**
 * All rows in one long list in place of pages, once the reader wants it; the columns then stay as wide as they are. They are
 * measured when the list is there, so that a long page is not laid out anew to be thrown away.
 */
export function useScrolling(sizing: ColumnSizing): Scrolling {
  const [isOn, setOn] = useState(false);
  const [state, setState] = useState<ScrollState>();
  const [Loaded, setLoaded] = useState<ComponentType<ScrollBodyProps> | null>(null);
  const turn = (on: boolean): void => {
    setOn(on);
    setLoaded(null);
    if (!on) return;
    import('./ScrollBody').then(
      ({ ScrollBody }) => {
        sizing.freeze();
        setLoaded(() => ScrollBody);
      },
      () => setOn(false), // the connection is gone; the next choice tries again
    );
  };
  const Body = isOn ? Loaded : null;
  return { isOn, turn, Body, state: Body ? state : undefined, onState: setState };
}
