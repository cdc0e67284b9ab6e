import { useCallback, useEffect, useRef, useState } from 'react';
import type { CountedValue } from '../../../src/shared/distinct-values';
import type { ValuesPart } from '../row-source';

export type LoadValues = (search: string, offset: number) => Promise<ValuesPart>;

export interface ListedValues {
  values: CountedValue[];
  total: number;
  nextOffset?: number;
  state: 'loading' | 'here' | 'failed';
}

const nothing: ListedValues = { values: [], total: 0, state: 'loading' };

/** The values of a column that contain the text, as far as they have come, and a way to have more of them. */
export function useColumnValues(load: LoadValues, search: string): [ListedValues, more: () => void] {
  const [listed, setListed] = useState(nothing);
  const turn = useRef(0);
  const latest = useRef(load);
  latest.current = load;

  const loadPart = useCallback((text: string, before: ListedValues): void => {
    turn.current += 1;
    const mine = turn.current;
    const show = (next: ListedValues): void => {
      if (mine === turn.current) setListed(next);
    };
    show({ ...before, state: 'loading' });
    latest.current(text, before.nextOffset ?? 0).then(
      ({ values, total, nextOffset }) =>
        show({ values: [...before.values, ...values], total, nextOffset, state: 'here' }),
      () => show({ ...before, state: 'failed' }),
    );
  }, []);

  useEffect(() => {
    loadPart(search, nothing);
    return () => {
      turn.current += 1;
    };
  }, [search, loadPart]);

  return [listed, () => loadPart(search, listed)];
}
