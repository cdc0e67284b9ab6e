const day = 24 * 60 * 60 * 1000;

/** Days before the end at which the warning is repeated. */
export const warningDays = [30, 7, 1] as const;

/**
 * The milliseconds since the epoch at which a secret ends that is good through that day, by the clock of Greenwich;
 * `undefined` for what is no day.
 */
export function endOfDay(text: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const start = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(start) || new Date(start).toISOString().slice(0, 10) !== text ? undefined : start + day;
}

/** Whether it ends within a week, or has ended; not where no day was entered. */
export function endsSoon(expiresOn: string | undefined, now: number): boolean {
  const step = expiryStep(expiresOn ?? '', now);
  return step !== undefined && step <= 7;
}

/** The smallest of 30, 7 and 1 that the days left have reached; `undefined` before, and 0 once the secret has ended. */
export function expiryStep(expiresOn: string, now: number): 0 | 1 | 7 | 30 | undefined {
  const end = endOfDay(expiresOn);
  if (end === undefined) return undefined;
  if (end <= now) return 0;
  return [...warningDays].reverse().find((days) => end - now <= days * day);
}
