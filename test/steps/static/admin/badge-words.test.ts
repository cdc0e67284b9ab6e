import type { Badge } from '../../../../src/contract';
import { badgeSentences, badgeWords, missingScopes } from '../../../../static/admin/lists/badge-words';

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
    expect(badgeSentences({ ...signedIn, authenticatedBy: undefined }, time)).toEqual(['Signed in on moment 7.']);
  });

  test('warn of a missing refresh token', () => {
    expect(badgeSentences({ ...signedIn, hasRefreshToken: false }, time)[1]).toMatch(/No refresh token/);
    expect(badgeSentences({ ...signedIn, hasRefreshToken: true }, time)).toHaveLength(1);
  });

  test('give the reason alone while there is no sign-in', () => {
    expect(badgeSentences({ ...signedIn, state: 'reconnect-needed', reason: 'It was revoked.' }, time)).toEqual([
      'It was revoked.',
    ]);
    expect(badgeSentences({ state: 'not-authenticated' }, time)).toEqual([]);
  });
});

describe('missingScopes', () => {
  const granted = (scopes: string[]): Badge => ({ state: 'authenticated', scopes });

  test('names what was asked for and not granted', () => {
    expect(missingScopes(granted(['User.Read']), 'User.Read User.Read.All offline_access')).toEqual(['User.Read.All']);
  });

  test('knows a scope by its last part and in any case', () => {
    const scopes = ['https://graph.microsoft.com/user.read.all'];
    expect(missingScopes(granted(scopes), 'User.Read.All')).toEqual([]);
    expect(missingScopes(granted(['User.Read.All']), 'https://graph.microsoft.com/User.Read.All')).toEqual([]);
  });

  test('is silent where the provider said nothing', () => {
    expect(missingScopes(granted([]), 'a b')).toEqual([]);
    expect(missingScopes({ state: 'not-authenticated', scopes: ['a'] }, 'a b')).toEqual([]);
  });
});
