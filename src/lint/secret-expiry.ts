import type { Finding } from '../contract';
import type { LintInput } from './finding';

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

/** The smallest of 30, 7 and 1 that the days left have reached; `undefined` before, and 0 once the secret has ended. */
export function expiryStep(expiresOn: string, now: number): 0 | 1 | 7 | 30 | undefined {
  const end = endOfDay(expiresOn);
  if (end === undefined) return undefined;
  if (end <= now) return 0;
  return [...warningDays].reverse().find((days) => end - now <= days * day);
}

/** The client secret has ended, or will soon, by the date the admin gave. */
export function secretExpiry({ authentication: { secretExpiresOn = '' }, now }: LintInput): Finding[] {
  const step = expiryStep(secretExpiresOn, now);
  if (step === undefined) return [];
  if (step === 0) {
    const message = `The Client Secret ended on ${secretExpiresOn}. Make a new one at the provider, and enter it with its date.`;
    return [{ code: 'secret-expired', severity: 'problem', message }];
  }
  const left = Math.ceil(((endOfDay(secretExpiresOn) ?? now) - now) / day);
  const message = `The Client Secret ends on ${secretExpiresOn}, in ${left === 1 ? 'one day' : `${left} days`}. A new one keeps the grant.`;
  return [{ code: 'secret-expires', severity: step === 30 ? 'hint' : 'warning', message }];
}
