import type { Badge, Health, OAuth2Authentication } from '../../../../../../src/shared/contract';
import {
  expiryLine,
  healthFacts,
  healthLines,
  refreshTokenWords,
} from '../../../../../../static/admin/sections/health/health-words';

const minute = 60_000;
const now = 1_000 * minute;
const day = (iso: string): string => `day ${iso}`;
const words = { now, day, moment: (at: number) => `moment ${at}` };
const health: Health = { findings: [] };

describe('the expiry of a client secret', () => {
  test.each([
    [-1, 'Client secret expired on day x', 'danger'],
    [0, 'Client secret expires today', 'danger'],
    [1, 'Client secret expires tomorrow', 'danger'],
    [7, 'Client secret expires in 7 days, on day x', 'warning'],
    [30, 'Client secret expires in 30 days, on day x', 'warning'],
    [31, 'Client secret expires in 31 days, on day x', 'plain'],
  ])('with %d days left reads "%s"', (daysLeft, text, tone) => {
    expect(expiryLine({ on: 'x', daysLeft }, day)).toEqual({ text, tone });
  });

  test('is silent where no day was entered', () => {
    expect(expiryLine(undefined, day)).toBeUndefined();
  });
});

describe('healthLines', () => {
  const failed = { at: now - 60 * minute, message: 'The API failed.' };

  test('put a failure first while nothing succeeded since', () => {
    expect(healthLines({ ...health, lastSuccessAt: now - 120 * minute, lastFailure: failed }, now, day)).toEqual([
      { text: 'Last failure 1 hour ago: The API failed.', tone: 'danger' },
      { text: 'Last success 2 hours ago', tone: 'plain' },
    ]);
  });

  test('tell a failure that is over quietly, behind the success', () => {
    const lines = healthLines({ ...health, lastSuccessAt: now - 5 * minute, lastFailure: failed }, now, day);
    expect(lines.map(({ tone }) => tone)).toEqual(['plain', 'plain']);
    expect(lines[0]?.text).toBe('Last success 5 minutes ago');
  });

  test('leave out a secret that is good for long', () => {
    expect(healthLines({ ...health, secretExpiry: { on: 'x', daysLeft: 90 } }, now, day)).toEqual([]);
    expect(healthLines({ ...health, secretExpiry: { on: 'x', daysLeft: 3 } }, now, day)).toHaveLength(1);
  });
});

test('a refresh token is spoken of only where somebody signed in', () => {
  expect(refreshTokenWords({ state: 'authenticated', hasRefreshToken: true })).toBe('Refresh token');
  expect(refreshTokenWords({ state: 'reconnect-needed', hasRefreshToken: false })).toBe('No refresh token');
  expect(refreshTokenWords({ state: 'authenticated' })).toBeUndefined();
  expect(refreshTokenWords({ state: 'not-authenticated', hasRefreshToken: false })).toBeUndefined();
});

describe('healthFacts', () => {
  const oauth2 = { scopes: 'a b' } as OAuth2Authentication;
  const badge: Badge = {
    state: 'authenticated',
    authenticatedBy: { accountId: 'x', displayName: 'Ada' },
    authenticatedAt: 5,
    scopes: ['a'],
    hasRefreshToken: true,
  };
  const texts = (facts: ReturnType<typeof healthFacts>): [string, string][] =>
    facts.map(({ label, text }) => [label, text]);

  test('name who signed in and when, scopes asked and granted, tokens and the last readings', () => {
    expect(texts(healthFacts({ ...health, lastSuccessAt: 9 }, badge, oauth2, words))).toEqual([
      ['Last success', 'moment 9'],
      ['Last failure', 'None'],
      ['Authenticated', 'Ada, moment 5'],
      ['Refresh token', 'Yes'],
      ['Last refresh', 'None yet'],
      ['Scopes requested', 'a b'],
      ['Scopes granted', 'a'],
    ]);
  });

  test('say nothing of a sign-in where there is none', () => {
    expect(texts(healthFacts(health, { state: 'not-needed' }, undefined, words))).toEqual([
      ['Last success', 'None yet'],
      ['Last failure', 'None'],
    ]);
  });

  test('admit that a provider did not name the scopes', () => {
    const facts = texts(healthFacts(health, { ...badge, scopes: [] }, oauth2, words));
    expect(facts).toContainEqual(['Scopes granted', 'Not stated by the provider']);
  });
});
