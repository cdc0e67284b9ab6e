import { useCallback, useEffect, useState } from 'react';
import type { HostState } from '../shared/api';
import { messageOf, server } from './server';

export interface Loaded {
  state: HostState | null;
  fault: string | null;
  refresh(): Promise<void>;
}

/** What the shell shows around the app: null until it has come; `fault` says why it did not. */
export function useHostState(): Loaded {
  const [state, setState] = useState<HostState | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const refresh = useCallback(async () => {
    try {
      setState(await server.state());
      setFault(null);
    } catch (error) {
      setFault(messageOf(error));
    }
  }, []);
  useEffect(() => void refresh(), [refresh]);
  return { state, fault, refresh };
}
