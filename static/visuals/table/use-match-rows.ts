import { useEffect, useReducer } from 'react';
import type { matchRows } from './match-rows';

export type MatchRows = typeof matchRows;

let loaded: MatchRows | undefined;

/** What finds and orders the rows of a whole view, once its code has come; a page shows its first rows without it. */
export async function loadMatchRows(): Promise<MatchRows> {
  loaded ??= (await import('./match-rows')).matchRows;
  return loaded;
}

/** What `loadMatchRows` has brought; undefined until then, and where it is not wanted. */
export function useMatchRows(isWanted: boolean): MatchRows | undefined {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const isMissing = isWanted && !loaded;
  useEffect(() => {
    if (!isMissing) return undefined;
    let isHere = true;
    loadMatchRows().then(
      () => isHere && redraw(),
      () => undefined, // the connection is gone; the next view tries again
    );
    return () => {
      isHere = false;
    };
  }, [isMissing]);
  return isWanted ? loaded : undefined;
}
