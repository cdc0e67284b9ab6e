import type { DemoAccount } from '../settings';

/** The people who can sign in. The second may not consent for themselves, as in a tenant that keeps this to its admins. */
export const accounts: DemoAccount[] = [
  { email: 'ada.lindqvist@meridian.example', displayName: 'Ada Lindqvist', mayConsent: true },
  { email: 'tom.okafor@meridian.example', displayName: 'Tom Okafor', mayConsent: false },
  { email: 'mei.tanaka@meridian.example', displayName: 'Mei Tanaka', mayConsent: true },
  { email: 'luis.ferreira@meridian.example', displayName: 'Luís Ferreira', mayConsent: true },
];

/** The account with this address, or `undefined`. */
export function accountOf(email: string | null | undefined): DemoAccount | undefined {
  return accounts.find((account) => account.email === email);
}
