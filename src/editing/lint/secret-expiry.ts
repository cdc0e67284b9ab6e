import type { Finding } from '../../shared/contract';
import { endOfDay, expiryStep } from '../../shared/secret-expiry';
import type { LintInput } from './finding';

const day = 24 * 60 * 60 * 1000;
const days = new Intl.NumberFormat('en', { style: 'unit', unit: 'day', unitDisplay: 'long' });

/** The client secret has ended, or will soon, by the date the admin gave. */
export function secretExpiry({ authentication: { secretExpiresOn = '' }, now }: LintInput): Finding[] {
  const step = expiryStep(secretExpiresOn, now);
  if (step === undefined) return [];
  if (step === 0) {
    const message = `The Client Secret expired on ${secretExpiresOn}. Create a new one at the provider and enter it with its expiry date.`;
    return [{ code: 'secret-expired', severity: 'problem', message }];
  }
  const left = Math.ceil(((endOfDay(secretExpiresOn) ?? now) - now) / day);
  const message = `The Client Secret expires on ${secretExpiresOn}, in ${days.format(left)}. A new one keeps the sign-in.`;
  return [{ code: 'secret-expires', severity: step === 30 ? 'hint' : 'warning', message }];
}
