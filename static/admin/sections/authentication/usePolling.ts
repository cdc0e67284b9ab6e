import { useEffect, useRef } from 'react';

const EVERY_MS = 1_500;

/**
 * Asks about `subject` every 1.5 s and whenever the person comes back to this window, one question at a time; with no
 * subject it rests. Browsers slow timers of hidden pages down, hence the coming back.
 */
export function usePolling(subject: string | undefined, ask: (subject: string) => Promise<void>): void {
  const latest = useRef(ask);
  latest.current = ask;

  useEffect(() => {
    if (subject === undefined) return;
    let asking = false;
    const askOnce = (): void => {
      if (asking || document.visibilityState === 'hidden') return;
      asking = true;
      void latest.current(subject).finally(() => {
        asking = false;
      });
    };
    const timer = setInterval(askOnce, EVERY_MS);
    addEventListener('focus', askOnce);
    document.addEventListener('visibilitychange', askOnce);
    return () => {
      clearInterval(timer);
      removeEventListener('focus', askOnce);
      document.removeEventListener('visibilitychange', askOnce);
    };
  }, [subject]);
}
