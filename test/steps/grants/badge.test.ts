import { connectionFingerprint } from '../../../src/data-sources/connection';
import { badgeOf } from '../../../src/grants/badge';
import { emptyGrant, type Grant } from '../../../src/grants/grant';
import { directoryForm, directorySettings } from '../../support/data-source-forms';

const now = 1_000_000;
const facts = { accountId: 'ada', authenticatedAt: 5, askedScopes: ['a', 'b'], scopes: ['a'], hasRefreshToken: true };
const good: Grant = {
  ...emptyGrant('x:shared', 'born'),
  ...{ state: 'ok', tok: 'tok', fingerprint: connectionFingerprint(directorySettings), facts },
};
const connection = {
  settings: directorySettings,
  credentials: { secretKey: 'key-1', origins: [], authenticationType: 'oauth2' as const, clientId: '' },
};
const trouble = { at: 0, reason: 'The Client Secret has expired.', secretKey: 'key-1' };

test.each<[string, Grant | undefined, typeof connection, object]>([
  [
    'no authentication',
    undefined,
    { ...connection, settings: directoryForm({ authentication: { type: 'none' } }).settings },
    { state: 'not-needed' },
  ],
  ['no grant', undefined, connection, { state: 'not-authenticated' }],
  [
    'a disconnected grant',
    { ...good, state: 'none', reason: 'Disconnected.' },
    connection,
    { state: 'not-authenticated', reason: 'Disconnected.' },
  ],
  ['a grant that moved to its data source', { ...good, state: 'moved' }, connection, { state: 'not-authenticated' }],
  [
    'a good grant',
    good,
    connection,
    { state: 'authenticated', authenticatedBy: { accountId: 'ada' }, scopes: ['a'], hasRefreshToken: true },
  ],
  [
    'a changed connection',
    good,
    { ...connection, settings: directoryForm({ oauth2: { scopes: 'c' } }).settings },
    { state: 'reconnect-needed' },
  ],
  [
    'the same scopes in another order',
    good,
    { ...connection, settings: directoryForm({ oauth2: { scopes: ' offline_access  User.Read.All ' } }).settings },
    { state: 'authenticated' },
  ],
  [
    'a revoked grant',
    { ...good, state: 'reconnect', reason: 'It was revoked.' },
    connection,
    { state: 'reconnect-needed', reason: 'It was revoked.' },
  ],
  ['a refused client secret', { ...good, trouble }, connection, { state: 'reconnect-needed', reason: trouble.reason }],
  [
    'a client secret replaced since',
    { ...good, trouble: { ...trouble, secretKey: 'key-0' } },
    connection,
    { state: 'authenticated' },
  ],
  [
    'an access token that ended without a refresh token',
    { ...good, facts: { ...facts, hasRefreshToken: false, expiresAt: now } },
    connection,
    { state: 'reconnect-needed' },
  ],
  [
    'an access token without a refresh token that still holds',
    { ...good, facts: { ...facts, hasRefreshToken: false, expiresAt: now + 1 } },
    connection,
    { state: 'authenticated', hasRefreshToken: false },
  ],
])('the badge of %s', (_name, grant, of, expected) => {
  expect(badgeOf(grant, of, now)).toMatchObject(expected);
});
