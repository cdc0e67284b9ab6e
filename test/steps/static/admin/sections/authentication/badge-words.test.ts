import type { Badge } from '../../../../../../src/shared/contract';
import { badgeSentences, badgeWords } from '../../../../../../static/admin/sections/authentication/badge-words';

const time = (at: number): string => `moment ${at}`;

test('every state of a badge has its words', () => {
  expect(badgeWords('authenticated')).toEqual({ label: 'Authenticated', appearance: 'success' });
  expect(badgeWords('reconnect-needed')).toEqual({ label: 'Reconnect needed', appearance: 'removed' });
});

describe('badgeSentences', () => {
  const signedIn: Badge = {
    state: 'authenticated',
    authenticatedBy: { accountId: 'a', displayName: 'Ada' },
    authenticatedAt: 7,
  };

  test('say who signed in and when', () => {
    expect(badgeSentences(signedIn, time)).toEqual(['Signed in by Ada on moment 7.']);
    expect(badgeSentences({ ...signedIn, authenticatedBy: undefined }, time)).toEqual(['Authenticated on moment 7.']);
  });

  test('warn of a missing refresh token', () => {
    expect(badgeSentences({ ...signedIn, hasRefreshToken: false }, time)[1]).toMatch(/no refresh token/);
    expect(badgeSentences({ ...signedIn, hasRefreshToken: true }, time)).toHaveLength(1);
  });

  test('give the reason alone while there is no sign-in', () => {
    expect(badgeSentences({ ...signedIn, state: 'reconnect-needed', reason: 'It was revoked.' }, time)).toEqual([
      'It was revoked.',
    ]);
    expect(badgeSentences({ state: 'not-authenticated' }, time)).toEqual([]);
  });
});
