import { ownFingerprint } from '../../../src/data-sources/connection';
import type { DataSource } from '../../../src/data-sources/data-source';
import { emptyGrant, type Grant } from '../../../src/grants/grant';
import { ownGrantId, ownGrantState } from '../../../src/own-accounts/own-grant';
import { ownReasons } from '../../../src/own-accounts/own-reasons';
import type { DataSourceSettings } from '../../../src/shared/contract';
import { directoryForm, directorySettings, requestOf } from '../../support/data-source-forms';
import { memoryServices } from '../../support/memory';

const dataSource: DataSource = {
  ...{ schema: 1, id: 'd', rev: 1, by: 'b', createdBy: 'admin', createdAt: 0, updatedAt: 0 },
  settings: directorySettings,
};
const post = requestOf({ method: 'POST', body: { kind: 'json', text: '{"kind":"open"}' } });
const facts = { authenticatedAt: 5, askedScopes: [], scopes: [], hasRefreshToken: true };
const connected = (to: DataSource): Grant => ({
  ...emptyGrant(ownGrantId('d', 'ada'), 'born'),
  ...{ state: 'ok', tok: 'tok', fingerprint: ownFingerprint(to), facts },
});

async function stateOf(grant: Grant | undefined, now: Partial<DataSource> = {}) {
  const services = memoryServices();
  if (grant) services.memory.records('reader-grant').set(grant.id, grant);
  return ownGrantState({ ...dataSource, ...now }, 'ada', services);
}

const withSettings = (changes: Partial<DataSourceSettings>): Partial<DataSource> => ({
  settings: directoryForm(changes).settings,
});
const good = connected(dataSource);

test.each<[string, Grant | undefined, Partial<DataSource>, object]>([
  ['never connected', undefined, {}, { state: 'none' }],
  ['disconnected by themselves', { ...good, state: 'none' }, {}, { state: 'none' }],
  ['connected', good, {}, { state: 'ok' }],
  ['a new name of the data source', good, withSettings({ name: 'Staff' }), { state: 'ok' }],
  ['another parameter', good, withSettings({ request: requestOf({ parameters: [] }) }), { state: 'ok' }],
  [
    'other scopes',
    good,
    { settings: directoryForm({ oauth2: { scopes: 'Mail.Read' } }).settings },
    { state: 'reconnect', reason: ownReasons.changed },
  ],
  [
    'another path',
    good,
    withSettings({ request: requestOf({ url: 'https://api.example.com/v1.0/delete' }) }),
    { state: 'reconnect', reason: ownReasons.changed },
  ],
  ['another method', good, withSettings({ request: post }), { state: 'reconnect', reason: ownReasons.changed }],
  [
    'another body of a POST',
    connected({ ...dataSource, ...withSettings({ request: post }) }),
    withSettings({ request: { ...post, body: { kind: 'json', text: '{"kind":"all"}' } } }),
    { state: 'reconnect', reason: ownReasons.changed },
  ],
  ['all readers disconnected', good, { readersEpoch: 1 }, { state: 'reconnect', reason: ownReasons.allDisconnected }],
  [
    'ended by the service in its own words',
    { ...good, state: 'reconnect', reason: 'The refresh token of client-1 was revoked.' },
    {},
    { state: 'reconnect', reason: ownReasons.ended },
  ],
  [
    'ended with a reason of ours',
    { ...good, state: 'reconnect', reason: ownReasons.unused },
    {},
    { state: 'reconnect', reason: ownReasons.unused },
  ],
  [
    'an access token that ended without another',
    { ...good, facts: { ...facts, hasRefreshToken: false, expiresAt: 1 } },
    {},
    { state: 'reconnect', reason: ownReasons.ended },
  ],
])('the account of a reader with %s', async (_what, grant, now, expected) => {
  expect(await stateOf(grant, now)).toMatchObject(expected);
});
