import { useCallback, useState } from 'react';
import type { FlagRequest } from '../bridge/surface';

export interface Flags {
  shown: FlagRequest[];
  show(flag: FlagRequest): void;
  close(id: string | number): void;
}

/** The flags on show, newest first. One with an id that is already shown takes its place. */
export function useFlags(): Flags {
  const [shown, setShown] = useState<FlagRequest[]>([]);
  const close = useCallback((id: string | number) => setShown((now) => now.filter((flag) => flag.id !== id)), []);
  const show = useCallback(
    (flag: FlagRequest) => setShown((now) => [flag, ...now.filter((other) => other.id !== flag.id)]),
    [],
  );
  return { shown, show, close };
}
