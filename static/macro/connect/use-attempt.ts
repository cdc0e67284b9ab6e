import { useEffect, useMemo, useRef, useState } from 'react';
import { callOwn } from '../../shared/call';
import { openTab } from '../../shared/platform';
import { seen } from '../../shared/seen';
import type { AttemptControl, ConnectAttempt } from './connect-attempt';
import { connectAttempt } from './connect-attempt';

/** An attempt to connect the reader's account, and what they may do about it. */
export interface ReadersAttempt {
  attempt: ConnectAttempt;
  control: AttemptControl;
}

/** An attempt for the data source of the panel; `connected` is told once it has come to its end. */
export function useAttempt(panelId: string, connected: () => void): ReadersAttempt {
  const [attempt, setAttempt] = useState<ConnectAttempt>({ state: 'idle' });
  const told = useRef(connected);
  told.current = connected;
  const control = useMemo(
    () =>
      connectAttempt({
        connect: () => callOwn('connectAccount', { panelId }),
        status: (attemptId) => callOwn('connectionStatus', { attemptId }),
        open: openTab,
        pause,
        now: Date.now,
        changed: setAttempt,
        connected: () => {
          setAttempt({ state: 'idle' });
          told.current();
        },
      }),
    [panelId],
  );
  useEffect(() => control.close, [control]);
  return { attempt, control };
}

/** A while; it ends early where the reader comes back to the page, and not before they do. */
async function pause(ms: number): Promise<void> {
  await new Promise<void>((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    document.addEventListener('visibilitychange', done);
  });
  await seen();
}
