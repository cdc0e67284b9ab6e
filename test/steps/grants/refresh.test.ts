import { authorize } from '../../../src/grants/authorize';
import { disconnect } from '../../../src/grants/disconnect';
import type { DataSource } from '../../../src/data-sources/data-source';
import { grantId, type Grant, type TokenSet } from '../../../src/grants/grant';
import { refreshIdleGrants } from '../../../src/grants/refresh-idle';
import { saveDataSource } from '../../../src/editing/save-data-source';
import { directoryForm } from '../../support/data-source-forms';
import { memoryServices } from '../../support/memory';
import { ada, signIn } from '../../support/sign-in';
import { json, TokenServer } from '../../support/token-server';
import { sentWith } from '../../support/sent-with';

const hour = 3_600_000;
const aRefreshToken = expect.stringMatching(/^refresh-token/) as string;
const anAccessToken = expect.stringMatching(/^access-token/) as string;

/** A connected data source whose access token has just expired. */
async function expired() {
  const server = new TokenServer();
  const services = memoryServices({ fetch: server.fetch });
  const form = directoryForm();
  const { draftId } = await signIn(form, server, services);
  const saved = await saveDataSource({ ...form, draftId }, ada, services);
  services.advance(hour);
  const grant = () => services.memory.records('grant').get(grantId(saved.id)) as Grant;
  const headers = async () => (await authorize(saved, services)).headers();
  return { server, services, saved, grant, headers };
}

test('a refresh that would not fit into the time left is not begun', async () => {
  const { server, services, headers } = await expired();
  services.remainingTime = () => 17_000;
  await expect(headers()).rejects.toMatchObject({
    code: 'busy',
    details: { retryAfterMs: expect.any(Number) as number },
  });
  expect(server.count('refresh_token')).toBe(0);
});

test.each([
  ['a timeout', () => 'lose' as const],
  ['a server error', () => new Response('', { status: 500 })],
  ['an unreadable answer', () => new Response('<html>', { status: 200, headers: { 'content-type': 'text/html' } })],
  ['a server that asks to wait', () => json({ error: 'temporarily_unavailable' }, 429)],
])('after %s the grant stays, and nobody asks again before the lease has run out', async (_name, fault) => {
  const { server, services, grant, headers } = await expired();
  server.options.rotates = false;
  server.fault = fault;
  await expect(headers()).rejects.toThrow();
  server.fault = () => undefined;
  await expect(headers()).rejects.toMatchObject({ code: 'busy' });
  expect(grant()).toMatchObject({ state: 'ok', holder: expect.stringMatching(/./) as string });
  expect(server.count('refresh_token')).toBe(1);
  services.advance(70_000);
  expect(sentWith(await headers()).headers.authorization).toMatch(/^Bearer/);
});

test('while somebody refreshes, a token that is still good is used', async () => {
  const { server, services, saved } = await expired();
  services.advance(-30_000);
  server.fault = () => new Response('', { status: 500 });
  const access = await authorize(saved, services);
  await expect(access.headers()).rejects.toMatchObject({ code: 'exchange-failed' });
  expect(sentWith(await access.headers()).headers.authorization).toMatch(/^Bearer/);
  expect(server.count('refresh_token')).toBe(1);
});

test('a wrong client secret gives the lease back, is not repeated for a minute, and does not end the grant', async () => {
  const { server, services, grant, headers } = await expired();
  server.options.clientSecret = 'somebody changed it';
  await expect(headers()).rejects.toMatchObject({
    code: 'reconnect-needed',
    details: { remoteCode: 'invalid_client' },
  });
  await expect(headers()).rejects.toMatchObject({ code: 'reconnect-needed' });
  expect(server.count('refresh_token')).toBe(1);
  expect(grant()).toMatchObject({ state: 'ok', holder: '' });
  services.advance(60_000);
  server.options.clientSecret = 'client-secret-value';
  await expect(headers()).resolves.toBeDefined();
});

test('the rotated refresh token is stored before the access token is used', async () => {
  const { services, grant, headers } = await expired();
  const { tokenSet } = await headers();
  expect(grant().tok).toBe(tokenSet);
  expect(services.memory.secret.get(tokenSet)).toMatchObject({
    refreshToken: expect.stringMatching(/^refresh/) as string,
  });
  const writes = services.memory.log.filter(({ name, key }) => name === 'secret-set' && key === tokenSet);
  expect(writes).toHaveLength(1);
});

test('tokens of a refresh that died before its commit are adopted, not asked for again', async () => {
  const { server, services, grant, headers } = await expired();
  services.memory.fate = ({ name }) => (name === 'transact' && grant().next !== '' ? 'fail' : 'work');
  await expect(headers()).rejects.toThrow();
  services.memory.fate = () => 'work';
  services.advance(70_000);
  expect((await headers()).tokenSet).toBe(grant().tok);
  expect(server.count('refresh_token')).toBe(1);
});

test('old names are retired, so that upkeep deletes them', async () => {
  const { grant, headers } = await expired();
  const before = grant().tok;
  await headers();
  expect(grant().retired.map(({ name }) => name)).toContain(before);
  expect(grant().retired.map(({ name }) => name)).not.toContain(grant().tok);
});

test('tokens that arrive after a disconnection are revoked, and nobody gets them', async () => {
  const { server, services, saved, grant, headers } = await expired();
  services.fetch = async (url, init) => {
    const response = await server.fetch(url, init);
    if (url.pathname === '/token') await disconnect(saved, { ...services, fetch: server.fetch });
    return response;
  };
  await expect(headers()).rejects.toMatchObject({ code: 'not-authenticated' });
  expect(grant()).toMatchObject({ state: 'none', tok: '' });
  expect(server.revoked).toEqual([aRefreshToken, anAccessToken, aRefreshToken, anAccessToken]);
  expect(new Set(server.revoked).size).toBe(4);
});

test('new tokens that storage refuses at first are stored by a later try, and not asked for again', async () => {
  const { server, services, grant, headers } = await expired();
  let refusals = 3;
  const isRefused = (name: string, key: string) => name === 'secret-set' && key.startsWith('tok:') && refusals-- > 0;
  services.memory.fate = ({ name, key }) => (isRefused(name, key) ? 'fail' : 'work');
  const { tokenSet } = await headers();
  expect(refusals).toBeLessThan(0);
  expect(grant().tok).toBe(tokenSet);
  expect(server.count('refresh_token')).toBe(1);
});

/** Makes a token set of that name, good for an hour, as a dead holder left it. */
function leave({ services, grant }: Awaited<ReturnType<typeof expired>>, name: string): void {
  const { secret } = services.memory;
  const tokens = secret.get(grant().tok) as TokenSet;
  secret.set(name, { ...tokens, accessToken: name, expiresAt: services.now() + hour });
}

/** Notes in the grant that holders had died with these names, the oldest first. */
function noteTries({ services, saved, grant }: Awaited<ReturnType<typeof expired>>, tries: string[]): void {
  services.memory.records('grant').set(grantId(saved.id), { ...grant(), tries });
}

test('of the token sets that dead holders left the newest is adopted, and no name stays to be tried', async () => {
  const setting = await expired();
  const names = ['tok:older', 'tok:newer'];
  names.forEach((name) => leave(setting, name));
  noteTries(setting, names);
  expect((await setting.headers()).tokenSet).toBe('tok:newer');
  expect(setting.server.count('refresh_token')).toBe(0);
  expect(setting.grant()).toMatchObject({ tok: 'tok:newer', tries: [], next: '', holder: '' });
  expect(setting.grant().retired.map(({ name }) => name)).toContain('tok:older');
});

test('a grant that the server calls ended lives on where a slow holder has stored its new tokens meanwhile', async () => {
  const setting = await expired();
  noteTries(setting, ['tok:slow']);
  setting.server.fault = () => {
    leave(setting, 'tok:slow');
    return json({ error: 'invalid_grant' }, 400);
  };
  expect((await setting.headers()).tokenSet).toBe('tok:slow');
  expect(setting.grant()).toMatchObject({ state: 'ok', tok: 'tok:slow' });
});

test('tokens that arrive after the grant was deleted are revoked and not kept', async () => {
  const { server, services, saved, headers } = await expired();
  services.fetch = async (url, init) => {
    const response = await server.fetch(url, init);
    if (url.pathname === '/token') services.memory.records('grant').delete(grantId(saved.id));
    return response;
  };
  const before = [...services.memory.secret.keys()];
  await expect(headers()).rejects.toMatchObject({ code: 'not-authenticated' });
  expect(server.revoked).toEqual([aRefreshToken, anAccessToken]);
  expect([...services.memory.secret.keys()].filter((key) => !before.includes(key))).toEqual([]);
});

test('a lease outlasts its holder, and whoever comes next stores under a name of their own', async () => {
  const { server, services, grant, headers } = await expired();
  server.options.rotates = false;
  server.fault = () => new Response('', { status: 500 });
  await expect(headers()).rejects.toMatchObject({ code: 'exchange-failed' });
  const first = grant().next;
  services.advance(69_000); // the holder's minute is over, but their request may still be under way
  services.delay = () => Promise.resolve(); // time stands still for those who wait for them
  await expect(headers()).rejects.toMatchObject({ code: 'busy' });
  services.advance(1_000);
  await expect(headers()).rejects.toMatchObject({ code: 'exchange-failed' });
  expect(grant().next).not.toBe(first);
  expect(grant().tries).toMatchObject([{ name: first }]);
  expect(server.count('refresh_token')).toBe(2);
});

test('a server whose tokens are over at once does not make every call refresh', async () => {
  const { server, services, headers } = await expired();
  server.options.expiresIn = 0;
  for (let call = 0; call < 10; call += 1) {
    expect(sentWith(await headers()).headers.authorization).toMatch(/^Bearer /);
    services.advance(3000);
  }
  expect(server.count('refresh_token')).toBe(1);
});

test('after a refused token all further pages are asked with the new one', async () => {
  const { server, services, saved, grant } = await expired();
  services.advance(hour);
  const access = await authorize(saved, services);
  await access.headers();
  services.advance(20 * 60_000);
  const old = await access.headers();
  const fresh = await access.headersAfterRefusal(old, '');
  expect(fresh?.tokenSet).toBe(grant().tok);
  expect((await access.headers()).tokenSet).toBe(grant().tok);
  expect(server.count('refresh_token')).toBe(2);
});

test('ten grants whose server always fails do not keep an eleventh from its refresh in time', async () => {
  const server = new TokenServer();
  const services = { ...memoryServices({ fetch: server.fetch }), remainingTime: () => 600_000 };
  const saved: DataSource[] = [];
  for (let number = 0; number < 11; number += 1) {
    const form = directoryForm();
    form.settings.name = `Source ${number}`;
    const { draftId } = await signIn(form, server, services);
    saved.push(await saveDataSource({ ...form, draftId }, ada, services));
    services.advance(1000);
  }
  const lastGrant = () => services.memory.records('grant').get(grantId(saved[10]!.id)) as Grant;
  const first = lastGrant().tok;
  const { refreshToken } = services.memory.secret.get(first) as TokenSet;
  server.fault = (form) => {
    const isOther = form.get('grant_type') === 'refresh_token' && form.get('refresh_token') !== refreshToken;
    return isOther ? new Response('', { status: 503 }) : undefined;
  };
  services.advance(15 * 24 * hour);
  for (let run = 0; run < 3; run += 1) {
    await refreshIdleGrants(services);
    services.advance(hour);
  }
  expect(lastGrant().tok).not.toBe(first);
});
