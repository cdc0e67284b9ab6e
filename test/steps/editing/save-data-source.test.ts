import type { DataSourceForm } from '../../../src/shared/contract';
import { connectionFingerprint } from '../../../src/data-sources/connection';
import type { SecretRecord } from '../../../src/data-sources/credentials';
import { getDataSource } from '../../../src/data-sources/data-source-store';
import { authenticate } from '../../../src/grants/authenticate';
import { authorize } from '../../../src/grants/authorize';
import { authorizeForm } from '../../../src/grants/authorize-form';
import { grantId, type Grant } from '../../../src/grants/grant';
import { deleteDataSource } from '../../../src/editing/delete-data-source';
import { saveDataSource } from '../../../src/editing/save-data-source';
import { viewOf } from '../../../src/resolvers/data-source-view';
import { clientCredentials, directoryForm, requestOf } from '../../support/data-source-forms';
import { memoryServices } from '../../support/memory';
import { ada, bob, signIn } from '../../support/sign-in';
import { tokenServer, TokenServer } from '../../support/token-server';
import { sentWith } from '../../support/sent-with';

const aRefreshToken = expect.stringMatching(/^refresh-token/) as string;
const anAccessToken = expect.stringMatching(/^access-token/) as string;

async function connected() {
  const server = new TokenServer();
  const services = memoryServices({ fetch: server.fetch });
  const form = directoryForm();
  const { draftId } = await signIn(form, server, services);
  const saved = await saveDataSource({ ...form, draftId }, ada, services);
  const edit = (changes: Parameters<typeof directoryForm>[0], secrets = {}): DataSourceForm =>
    directoryForm(changes, { id: saved.id, rev: saved.rev, secrets });
  return { server, services, saved, edit };
}

const foreignApi = { request: requestOf({ url: 'https://evil.example.net/steal' }) };
const foreignToken = { oauth2: { tokenUrl: 'https://evil.example.net/token' } };

const apiHost = 'https://api.example.com/collect';

test.each([
  ['a changed origin of the API', foreignApi],
  ['a changed origin of the token endpoint', foreignToken],
  ['a token endpoint on the host of the API', { oauth2: { tokenUrl: apiHost } }],
  ['a revocation endpoint on the host of the API', { oauth2: { revokeUrl: apiHost } }],
  ['an API on the host of the token endpoint', { request: requestOf({ url: `${tokenServer}/collect` }) }],
  ['another token endpoint on the same host', { oauth2: { tokenUrl: `${tokenServer}/other-tenant/token` } }],
])('a stored secret never goes to %s: not by a save, not by Authenticate', async (_name, changes) => {
  const { server, services, edit } = await connected();
  const before = server.requests.length;
  const needsSecret = { code: 'invalid-input', details: { fields: [{ path: 'secrets.clientSecret' }] } };
  await expect(saveDataSource(edit(changes), ada, services)).rejects.toMatchObject(needsSecret);
  await expect(authenticate(edit(changes), ada, services)).rejects.toMatchObject(needsSecret);
  expect(server.requests).toHaveLength(before);
});

test('a test of a client that asks for itself sends its stored secret to no other endpoint', async () => {
  const server = new TokenServer();
  const services = memoryServices({ fetch: server.fetch });
  const saved = await saveDataSource(directoryForm({ oauth2: clientCredentials }), ada, services);
  const before = server.requests.length;
  for (const tokenUrl of [apiHost, `${tokenServer}/other-tenant/token`]) {
    const form = directoryForm({ oauth2: { ...clientCredentials, tokenUrl } }, { id: saved.id, rev: saved.rev });
    const access = authorizeForm(form, bob, services).then((found) => found.headers());
    await expect(access).rejects.toMatchObject({ details: { fields: [{ path: 'secrets.clientSecret' }] } });
  }
  expect(server.requests).toHaveLength(before);
});

test.each([
  ['the API', foreignApi],
  ['the token endpoint', foreignToken],
])('a test against a changed origin of %s gets no token', async (_name, changes) => {
  const { server, services, edit } = await connected();
  services.advance(3_600_000);
  const before = server.requests.length;
  const access = await authorizeForm(edit(changes, { clientSecret: 'typed-by-the-thief' }), bob, services);
  await expect(access.headers()).rejects.toMatchObject({ code: 'reconnect-needed' });
  expect(server.requests).toHaveLength(before);
});

test('a record that was tampered with still cannot send the secret elsewhere', async () => {
  const { server, services, saved } = await connected();
  services.advance(3_600_000);
  const { settings } = directoryForm(foreignToken);
  const grant = services.memory.records('grant').get(grantId(saved.id)) as Grant;
  grant.fingerprint = connectionFingerprint(settings);
  const before = server.requests.length;
  const access = await authorize({ ...saved, settings }, services);
  await expect(access.headers()).rejects.toMatchObject({ code: 'forbidden' });
  expect(server.requests).toHaveLength(before);
});

test('with the secret typed again the change is saved, and the old tokens are of no use', async () => {
  const { services, saved, edit } = await connected();
  const changed = await saveDataSource(edit(foreignApi, { clientSecret: 'client-secret-value' }), ada, services);
  expect(changed.credentials?.origins).toContain('https://evil.example.net');
  await expect((await authorize(changed, services)).headers()).rejects.toMatchObject({ code: 'reconnect-needed' });
  expect(services.memory.secret.has(saved.credentials?.secretKey ?? '')).toBe(false);
});

test('an empty secret keeps the stored one', async () => {
  const { services, saved, edit } = await connected();
  const changed = await saveDataSource(edit({ name: 'Renamed' }, { clientSecret: '  ' }), ada, services);
  expect(changed.credentials).toEqual(saved.credentials);
  expect(changed.rev).toBe(saved.rev + 1);
});

test('a form opened before somebody else’s save is refused with "conflict", and its secret is not kept', async () => {
  const { services, saved, edit } = await connected();
  await saveDataSource(edit({ name: 'By Bob' }), bob, services);
  const late = saveDataSource(edit({ name: 'By Ada' }, { clientSecret: 'another-secret-value' }), ada, services);
  await expect(late).rejects.toMatchObject({ code: 'conflict' });
  expect((await getDataSource(saved.id, services.dataSources)).settings.name).toBe('By Bob');
  expect(JSON.stringify([...services.memory.secret])).not.toContain('another-secret-value');
});

test('of two saves at the same moment one wins with its own secret', async () => {
  const { services, saved, edit } = await connected();
  const outcomes = await Promise.allSettled([
    saveDataSource(edit({ name: 'One' }, { clientSecret: 'secret-of-one' }), ada, services),
    saveDataSource(edit({ name: 'Two' }, { clientSecret: 'secret-of-two' }), bob, services),
  ]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const found = await getDataSource(saved.id, services.dataSources);
  const record = services.memory.secret.get(found.credentials?.secretKey ?? '') as SecretRecord;
  expect(record.values.clientSecret).toBe(found.settings.name === 'One' ? 'secret-of-one' : 'secret-of-two');
  const kept = [...services.memory.secret.keys()].filter((key) => key.startsWith('credentials:'));
  expect(kept).toEqual([found.credentials?.secretKey]);
});

test('the same draft saved twice makes one data source', async () => {
  const server = new TokenServer();
  const services = memoryServices({ fetch: server.fetch });
  const form = directoryForm();
  const { draftId } = await signIn(form, server, services);
  const save = () => saveDataSource({ ...form, draftId }, ada, services);
  const outcomes = await Promise.allSettled([save(), save()]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(services.memory.records('data-source').size).toBe(1);
  const [saved] = (await services.dataSources.list()).map(({ value }) => value);
  expect(sentWith(await (await authorize(saved!, services)).headers()).headers.authorization).toMatch(/^Bearer/);
});

test('a name is used once', async () => {
  const { services } = await connected();
  await expect(saveDataSource(directoryForm({ name: ' directory ' }), ada, services)).rejects.toMatchObject({
    code: 'invalid-input',
    details: { fields: [{ path: 'name' }] },
  });
});

test('a data source without authentication has no secret, and switching to it forgets secret and tokens', async () => {
  const { server, services, saved, edit } = await connected();
  const open = await saveDataSource(edit({ authentication: { type: 'none' } }), ada, services);
  expect(open.credentials).toBeUndefined();
  expect(sentWith(await (await authorize(open, services)).headers())).toEqual({ headers: {} });
  expect(server.revoked).toEqual([aRefreshToken, anAccessToken]);
  expect([...services.memory.secret.keys()].filter((key) => key.includes(saved.id))).toEqual([]);
});

test('switching to client credentials revokes the tokens of the sign-in, and the client gets its own', async () => {
  const { server, services, edit } = await connected();
  const own = await saveDataSource(edit({ oauth2: clientCredentials }), ada, services);
  expect(server.revoked).toEqual([aRefreshToken, anAccessToken]);
  expect(server.count('client_credentials')).toBe(1);
  expect([...services.memory.secret.keys()].filter((key) => key.startsWith('tok:'))).toHaveLength(1);
  expect((await viewOf(own, services)).badge).toMatchObject({ state: 'authenticated' });
});

test('switching to client credentials with tokens got before the save revokes the old ones alone', async () => {
  const { server, services, edit } = await connected();
  const form = edit({ oauth2: clientCredentials });
  const { draftId } = await authenticate(form, ada, services);
  const own = await saveDataSource({ ...form, draftId }, ada, services);
  expect(server.revoked).toEqual([aRefreshToken, anAccessToken]);
  expect(server.count('client_credentials')).toBe(1);
  expect(sentWith(await (await authorize(own, services)).headers()).headers.authorization).toMatch(/^Bearer /);
});

test('switching back to signing in revokes what the client got for itself', async () => {
  const { server, services, saved, edit } = await connected();
  const own = await saveDataSource(edit({ oauth2: clientCredentials }), ada, services);
  const back = await saveDataSource(directoryForm({}, { id: saved.id, rev: own.rev }), ada, services);
  expect(server.revoked).toEqual([aRefreshToken, anAccessToken, anAccessToken]);
  expect((await viewOf(back, services)).badge.state).toBe('not-authenticated');
  expect([...services.memory.secret.keys()].filter((key) => key.startsWith('tok:'))).toEqual([]);
});

test('a data source saved without Authenticate is not authenticated, and says so', async () => {
  const services = memoryServices();
  const saved = await saveDataSource(directoryForm(), ada, services);
  await expect((await authorize(saved, services)).headers()).rejects.toMatchObject({ code: 'not-authenticated' });
});

test('a draft of more than a day is saved without its grant', async () => {
  const server = new TokenServer();
  const services = memoryServices({ fetch: server.fetch });
  const form = directoryForm();
  const { draftId } = await signIn(form, server, services);
  services.advance(24 * 3_600_000);
  const saved = await saveDataSource({ ...form, draftId }, ada, services);
  await expect((await authorize(saved, services)).headers()).rejects.toMatchObject({ code: 'not-authenticated' });
});

test('a form that has forgotten its data source cannot be saved over it with the sign-in that was made for it', async () => {
  const { server, services, saved, edit } = await connected();
  const { draftId } = await signIn(edit({}, { clientSecret: 'client-secret-value' }), server, services);
  const changed = await saveDataSource(edit({ name: 'By Bob' }), bob, services);
  const grant = services.memory.records('grant').get(grantId(saved.id));
  const forged = { ...directoryForm({ name: 'Over it' }), draftId };
  await expect(saveDataSource(forged, ada, services)).rejects.toMatchObject({ code: 'conflict' });
  expect(await getDataSource(saved.id, services.dataSources)).toEqual(changed);
  expect(services.memory.records('grant').get(grantId(saved.id))).toEqual(grant);
  await deleteDataSource(saved.id, services);
  services.memory.records('grant').delete(grantId(saved.id));
  await expect(saveDataSource(forged, ada, services)).rejects.toMatchObject({ code: 'conflict' });
});
