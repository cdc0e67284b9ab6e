import { verdictKeptMs } from '../shared/limits';
import type { Now } from '../ports';
import { isRecent } from '../shared/recent';

/** Positive verdicts of the last minute, by a key that names site and account. A no, or a doubt, is never kept. */
export interface Verdicts<T> {
  recent(key: string): T | undefined;
  keep(key: string, verdict: T): void;
}

const most = 1000;

export function createVerdicts<T>(now: Now = Date.now): Verdicts<T> {
  const kept = new Map<string, { verdict: T; at: number }>();
  return {
    recent(key) {
      const found = kept.get(key);
      return found && isRecent(found.at, verdictKeptMs, now()) ? found.verdict : undefined;
    },
    keep(key, verdict) {
      if (kept.size >= most) kept.clear();
      kept.set(key, { verdict, at: now() });
    },
  };
}
