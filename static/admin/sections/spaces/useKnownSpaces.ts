import { useCallback, useEffect, useState } from 'react';
import type { SpaceChoice } from '../../../../src/shared/contract';
import { callAdmin } from '../../../shared/call';

/** A space by name and key; one that nobody may see any more has no key. */
export function spaceLabel({ name, key }: SpaceChoice): string {
  return key ? `${name} (${key})` : name;
}

/** The spaces behind the ids, named as far as they are known; unknown ones are requested. */
export function useKnownSpaces(ids: string[]): {
  spaces: SpaceChoice[];
  /** Keeps the names of spaces that were found, and hands the spaces on. */
  remember(found: SpaceChoice[]): SpaceChoice[];
} {
  const [known, setKnown] = useState<Record<string, SpaceChoice>>({});
  const unknown = ids.filter((id) => !known[id]).join(',');
  const remember = useCallback((found: SpaceChoice[]) => {
    setKnown((now) => ({ ...now, ...Object.fromEntries(found.map((space) => [space.id, space])) }));
    return found;
  }, []);

  useEffect(() => {
    if (unknown === '') return;
    void callAdmin('findSpaces', { text: '', ids: unknown.split(',') }).then(remember, () => undefined);
  }, [unknown, remember]);

  const spaces = ids.map((id) => known[id] ?? { id, key: '', name: `Space ${id}` });
  return { spaces, remember };
}
