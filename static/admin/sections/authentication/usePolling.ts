import { useEffect, useRef } from 'react';

const EVERY_MS = 1_500;

/**
 * Polls for `subject` every 1.5 s and whenever the person comes back to this window, one call at a time; with no
 * subject it pauses. Browsers slow timers of hidden pages down, hence the coming back.
 */
export function usePolling(subject: string | undefined, poll: (subject: string) => Promise<void>): void {
  const latest = useRef(poll);
  latest.current = poll;

  useEffect(() => {
    if (subject === undefined) return;
    let isPolling = false;
    const pollOnce = (): void => {
      if (isPolling || document.visibilityState === 'hidden') return;
      isPolling = true;
      void latest.current(subject).finally(() => {
        isPolling = false;
      });
    };
    const timer = setInterval(pollOnce, EVERY_MS);
    addEventListener('focus', pollOnce);
    document.addEventListener('visibilitychange', pollOnce);
    return () => {
      clearInterval(timer);
      removeEventListener('focus', pollOnce);
      document.removeEventListener('visibilitychange', pollOnce);
    };
  }, [subject]);
}
