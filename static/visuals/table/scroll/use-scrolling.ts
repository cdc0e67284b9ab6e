import type { ComponentType } from 'react';
import { useState } from 'react';
import { useLazy } from '../../use-lazy';
import type { ColumnSizing } from '../column-widths';
import type { ScrollBodyProps, ScrollState } from './ScrollBody';

export interface Scrolling {
  isOn: boolean;
  turn: (on: boolean) => void;
  /** Null as long as pages are shown. */
  Body: ComponentType<ScrollBodyProps> | null;
  state?: ScrollState;
  onState: (state: ScrollState) => void;
}

const loadBody = () => import('./ScrollBody').then(({ ScrollBody }) => ScrollBody);

/** All rows in one long list in place of pages, once the reader wants it; the columns then stay as wide as they are. */
export function useScrolling(sizing: ColumnSizing): Scrolling {
  const [isOn, setOn] = useState(false);
  const [state, setState] = useState<ScrollState>();
  const Loaded = useLazy(isOn, loadBody);
  const turn = (on: boolean): void => {
    if (on) sizing.freeze();
    setOn(on);
  };
  const Body = isOn ? Loaded : null;
  return { isOn, turn, Body, state: Body ? state : undefined, onState: setState };
}
