import { ownFingerprint } from '../../../src/data-sources/connection';
import { arrive } from '../../../src/own-accounts/arrive';
import { confirm } from '../../../src/own-accounts/confirm';
import { connectAccount } from '../../../src/own-accounts/connect-account';
import { connectionStatus } from '../../../src/own-accounts/connection-status';
import { disconnectAccount } from '../../../src/own-accounts/disconnect-account';
import { myConnections } from '../../../src/own-accounts/my-connections';
import { ownGrantState } from '../../../src/own-accounts/own-grant';
import { readerCountId } from '../../../src/own-accounts/reader';
import { discardOldUnconfirmed } from '../../../src/own-accounts/unconfirmed';
import { atEveryCrash } from '../../support/crash';
import type { MemoryServices } from '../../support/memory';
import {
  connectAs,
  consentAt,
  handleOf,
  landing,
  on,
  pageOf,
  readersSite,
  siteUrl,
  storedOf,
  type ReadersSite,
} from '../../support/own-accounts';

const minute = 60_000;
const victim = { accountId: 'victim' };
const mallory = { accountId: 'mallory' };

const begin = ({ saved, services }: ReadersSite, accountId: string) => connectAccount(saved, on(accountId), services);

async function arrived(site: ReadersSite, accountId: string) {
  const { attemptId, authorizeUrl } = await begin(site, accountId);
  const handle = await consentAt(authorizeUrl, site, site.services);
  const account = await arrive(handle, { accountId }, site.services);
  return { attemptId, account };
}

test('a reader who signs in, comes back to Confluence and says yes is connected, under the name that the service gives', async () => {
  const site = await readersSite();
  const { services, saved, server } = site;
  const { attemptId, authorizeUrl } = await begin(site, 'victim');
  const { code, state } = server.consent(authorizeUrl);
  const address = await landing({ code: [code], state: [state] }, services);
  expect(address).toMatch(new RegExp(`^${siteUrl}/wiki/apps/app-1/environment-1/connections\\?c=[\\w-]{43}$`));
  expect(server.requests).toEqual([]);
  expect(await connectionStatus(attemptId, victim, services)).toEqual({ state: 'waiting' });

  const account = await arrive(handleOf(address), victim, services);
  expect(account).toEqual({
    attemptId,
    service: 'Directory',
    host: 'login.example.com',
    accountName: 'ada@example.com',
  });
  expect(await ownGrantState(saved, 'victim', services)).toEqual({ state: 'none' });
  expect(await connectionStatus(attemptId, victim, services)).toEqual({ state: 'waiting' });

  const reply = await confirm({ attemptId, accept: true }, victim, services);
  expect(reply).toEqual({ state: 'connected', page: '/wiki/pages/viewpage.action?pageId=42' });
  expect(await connectionStatus(attemptId, victim, services)).toEqual({ state: 'connected' });
  expect(await ownGrantState(saved, 'victim', services)).toMatchObject({ state: 'ok' });
  expect(storedOf(site, 'victim')).toMatchObject({
    grant: { epoch: 1, fingerprint: ownFingerprint(saved), rev: services.now() + 1 },
    reader: { account: 'victim', usedOn: '2030-01-01', cohort: `${saved.id}:0` },
    connected: 1,
  });
  const [own] = await myConnections(victim, services);
  expect(own).toMatchObject({ state: 'connected', accountName: 'ada@example.com', connectedAt: services.now() });
  expect(await myConnections(mallory, services)).toEqual([]);
  expect(await discardOldUnconfirmed(services)).toBe(0);
});

test('whoever consents to what another reader began gives nothing away, and no token is requested', async () => {
  const site = await readersSite();
  const { services, server, saved } = site;
  const { attemptId, authorizeUrl } = await begin(site, 'mallory');
  const handle = await consentAt(authorizeUrl, site, services);
  expect(await connectionStatus(attemptId, mallory, services)).toEqual({ state: 'waiting' });

  await expect(arrive(handle, victim, services)).rejects.toMatchObject({
    code: 'forbidden',
    message: 'This sign-in was begun by somebody else. Nothing was given away.',
  });
  expect(server.requests).toEqual([]);
  const status = await connectionStatus(attemptId, mallory, services);
  expect(status).toMatchObject({ state: 'failed', problem: { code: 'forbidden' } });
  expect(JSON.stringify(status)).not.toContain('victim');
  await expect(arrive(handle, mallory, services)).rejects.toMatchObject({ code: 'not-found' });
  expect(await ownGrantState(saved, 'mallory', services)).toEqual({ state: 'none' });
  expect(await ownGrantState(saved, 'victim', services)).toEqual({ state: 'none' });
});

test('somebody who is sent the return of another’s account sees whose it is, and their no revokes it', async () => {
  const site = await readersSite();
  const { services, server, saved } = site;
  server.options.claims = { email: 'mallory@evil.example' };
  const { attemptId, account } = await arrived(site, 'victim');
  expect(account.accountName).toBe('mallory@evil.example');

  const reply = await confirm({ attemptId, accept: false }, victim, services);
  expect(reply.state).toBe('discarded');
  expect(server.revoked).toHaveLength(2);
  expect(storedOf(site, 'victim')).toMatchObject({ grant: undefined, connected: 0, tokenNames: [] });
  expect(await connectionStatus(attemptId, victim, services)).toMatchObject({ state: 'failed' });
  expect(await ownGrantState(saved, 'victim', services)).toEqual({ state: 'none' });
});

test('a no to another account leaves the connection that there is, and revokes nothing of the same client', async () => {
  const site = await readersSite();
  await connectAs('victim', site);
  const { attemptId } = await arrived(site, 'victim');
  await confirm({ attemptId, accept: false }, victim, site.services);
  expect(site.server.revoked).toEqual([]);
  const { grant, tokenNames, connected } = storedOf(site, 'victim');
  expect(tokenNames).toEqual([grant?.tok]);
  expect(connected).toBe(1);
});

test('connecting anew replaces the tokens, revokes nothing and counts once', async () => {
  const site = await readersSite();
  await connectAs('victim', site);
  const before = storedOf(site, 'victim').grant;
  await connectAs('victim', site);
  const { grant, connected } = storedOf(site, 'victim');
  expect(grant).toMatchObject({ epoch: 2, state: 'ok' });
  expect(grant?.retired.map(({ name }) => name)).toEqual([before?.tok]);
  expect(grant?.dueAt).toBe(site.services.now() + 15 * minute);
  expect(site.server.revoked).toEqual([]);
  expect(connected).toBe(1);
});

test.each([
  ['a handle that is used twice', 0, { code: 'not-found' }],
  ['a handle that is older than five minutes', 5 * minute, { code: 'not-found' }],
])('%s is of no use', async (_what, waitMs, problem) => {
  const site = await readersSite();
  const { authorizeUrl } = await begin(site, 'victim');
  const handle = await consentAt(authorizeUrl, site, site.services);
  if (waitMs === 0) await arrive(handle, victim, site.services);
  site.services.advance(waitMs);
  const requests = site.server.requests.length;
  await expect(arrive(handle, victim, site.services)).rejects.toMatchObject(problem);
  expect(site.server.requests).toHaveLength(requests);
});

test('of two arrivals with one handle, and of two answers, one counts', async () => {
  const site = await readersSite();
  const { attemptId, authorizeUrl } = await begin(site, 'victim');
  const handle = await consentAt(authorizeUrl, site, site.services);
  const arrivals = await Promise.allSettled([1, 2].map(() => arrive(handle, victim, site.services)));
  expect(arrivals.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(site.server.count('authorization_code')).toBe(1);
  const answers = await Promise.allSettled(
    [true, false].map((accept) => confirm({ attemptId, accept }, victim, site.services)),
  );
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  await expect(confirm({ attemptId, accept: true }, victim, site.services)).rejects.toMatchObject({
    code: 'not-found',
  });
});

test('nobody answers for another reader, or looks at their attempt', async () => {
  const site = await readersSite();
  const { attemptId } = await arrived(site, 'victim');
  await expect(confirm({ attemptId, accept: true }, mallory, site.services)).rejects.toMatchObject({
    code: 'not-found',
  });
  await expect(connectionStatus(attemptId, mallory, site.services)).rejects.toMatchObject({ code: 'not-found' });
  expect(await confirm({ attemptId, accept: true }, victim, site.services)).toMatchObject({ state: 'connected' });
});

test.each<[string, (site: ReadersSite) => void]>([
  ['the scopes', ({ services, saved }) => change(services, saved.id, { scopes: 'Mail.Read' })],
  ['who signs in', ({ services, saved }) => change(services, saved.id, { whoSignsIn: 'one-account' })],
])('an arrival after an admin changed %s redeems nothing', async (_what, changeIt) => {
  const site = await readersSite();
  const { attemptId, authorizeUrl } = await begin(site, 'victim');
  const handle = await consentAt(authorizeUrl, site, site.services);
  changeIt(site);
  await expect(arrive(handle, victim, site.services)).rejects.toMatchObject({ code: 'conflict' });
  expect(site.server.requests).toEqual([]);
  expect(await connectionStatus(attemptId, victim, site.services)).toMatchObject({ state: 'failed' });
});

test('a yes after an admin disconnected all readers connects nothing, and the tokens are gone', async () => {
  const site = await readersSite();
  const { attemptId } = await arrived(site, 'victim');
  const records = site.services.memory.records('data-source');
  records.set(site.saved.id, { ...site.saved, readersEpoch: 1 });
  await expect(confirm({ attemptId, accept: true }, victim, site.services)).rejects.toMatchObject({ code: 'conflict' });
  expect(storedOf(site, 'victim')).toMatchObject({ grant: undefined, connected: 0, tokenNames: [] });
});

function change({ memory }: MemoryServices, id: string, oauth2: object): void {
  const records = memory.records('data-source');
  const stored = records.get(id) as ReadersSite['saved'];
  const authentication = { ...stored.settings.authentication, ...oauth2 };
  records.set(id, { ...stored, settings: { ...stored.settings, authentication } });
}

test.each([
  ['access that was denied', { error: ['access_denied'] }],
  ['another issuer', { code: ['c'], iss: ['https://evil.example'] }],
])('%s comes back to the reader alone, in words for them', async (_what, query) => {
  const site = await readersSite();
  const { attemptId, authorizeUrl } = await begin(site, 'victim');
  const state = new URL(authorizeUrl).searchParams.get('state') ?? '';
  const address = await landing({ state: [state], ...query }, site.services);
  expect(await connectionStatus(attemptId, victim, site.services)).toEqual({ state: 'waiting' });
  await expect(arrive(handleOf(address), victim, site.services)).rejects.toMatchObject({ code: 'connect-needed' });
  const { problem } = await connectionStatus(attemptId, victim, site.services);
  expect(problem?.message).toMatch(/nothing was connected\. You can connect your account again\.$/);
  expect(problem?.message).not.toMatch(/admin|Authenticate|client/i);
});

test('a code that has ended on the way is told as such', async () => {
  const site = await readersSite();
  const { authorizeUrl } = await begin(site, 'victim');
  const state = new URL(authorizeUrl).searchParams.get('state') ?? '';
  const address = await landing({ state: [state], code: ['over'] }, site.services);
  await expect(arrive(handleOf(address), victim, site.services)).rejects.toMatchObject({
    code: 'connect-needed',
    readerMessage: expect.stringContaining('too much time had passed') as string,
  });
  expect([...site.services.memory.open.keys()].filter((key) => key.startsWith('unconfirmed:'))).toEqual([]);
});

test('the sign-in ends on no other site than the one that Confluence says the page is on', async () => {
  const site = await readersSite();
  const services = { ...site.services, content: pageOf(undefined) };
  await expect(connectAccount(site.saved, on('victim'), services)).rejects.toMatchObject({ code: 'forbidden' });
  const nowhere = { accountId: 'victim' };
  await expect(connectAccount(site.saved, nowhere, site.services)).rejects.toMatchObject({ code: 'forbidden' });
});

test('where one account is for all, no reader connects their own', async () => {
  const site = await readersSite({ whoSignsIn: 'one-account' });
  await expect(begin(site, 'victim')).rejects.toMatchObject({ code: 'conflict' });
});

test('the eleventh sign-in begun within an hour is refused, and the next hour takes it', async () => {
  const site = await readersSite();
  for (let count = 0; count < 10; count += 1) await begin(site, 'victim');
  await expect(begin(site, 'victim')).rejects.toMatchObject({
    code: 'busy',
    message: 'You have begun to connect an account 10 times within an hour. Try again later.',
  });
  await begin(site, 'mallory');
  site.services.advance(60 * minute);
  await begin(site, 'victim');
});

test('no more than sixty sign-ins are begun on a site in a minute', async () => {
  const site = await readersSite();
  for (let count = 0; count < 60; count += 1) await begin(site, `reader-${count}`);
  await expect(begin(site, 'victim')).rejects.toMatchObject({ code: 'busy' });
  site.services.advance(minute);
  await begin(site, 'victim');
});

test('a new attempt voids the one before at the same service', async () => {
  const site = await readersSite();
  const first = await begin(site, 'victim');
  await begin(site, 'victim');
  await expect(consentAt(first.authorizeUrl, site, site.services)).rejects.toMatchObject({ code: 'callback-invalid' });
});

test('with as many connections as a site can have, only whoever is connected connects', async () => {
  const site = await readersSite();
  await connectAs('mallory', site);
  const { attemptId } = await arrived(site, 'victim');
  const records = site.services.memory.records('reader');
  const counts = records.get(readerCountId) as object;
  records.set(readerCountId, { ...counts, connected: { [`${site.saved.id}:0`]: 20_000 } });
  await expect(begin(site, 'victim')).rejects.toMatchObject({ code: 'forbidden' });
  await expect(confirm({ attemptId, accept: true }, victim, site.services)).rejects.toMatchObject({
    code: 'forbidden',
  });
  await begin(site, 'mallory');
});

test('disconnecting ends the account here and at the service, and is told as it went', async () => {
  const site = await readersSite();
  const { services, saved, server } = site;
  await connectAs('victim', site);
  await connectAs('mallory', site);
  services.memory.open.set(`own-rows:victim:${saved.id}:panel:hash`, 'rows');
  services.memory.open.set(`own-rows:mallory:${saved.id}:panel:hash`, 'rows');
  expect(await disconnectAccount(saved.id, victim, services)).toEqual({ revoked: 'revoked' });
  expect(server.revoked).toHaveLength(2);
  expect(await ownGrantState(saved, 'victim', services)).toEqual({ state: 'none' });
  expect(storedOf(site, 'victim')).toMatchObject({ reader: undefined, connected: 1 });
  expect(storedOf(site, 'victim').tokenNames).toEqual([storedOf(site, 'mallory').grant?.tok]);
  expect([...services.memory.open.keys()].filter((key) => key.startsWith('own-rows:'))).toHaveLength(1);
  expect(await disconnectAccount(saved.id, victim, services)).toEqual({ revoked: 'no-address' });
  expect(storedOf(site, 'victim').connected).toBe(1);
});

test('an account can be disconnected whose data source is gone', async () => {
  const site = await readersSite();
  await connectAs('victim', site);
  site.services.memory.records('data-source').delete(site.saved.id);
  expect(await disconnectAccount(site.saved.id, victim, site.services)).toEqual({ revoked: 'no-address' });
  expect(storedOf(site, 'victim')).toMatchObject({ reader: undefined, connected: 0, tokenNames: [] });
});

/** After the work of upkeep there is a whole connection or none, and no tokens but those that it names. */
async function expectWhole(site: ReadersSite): Promise<void> {
  const { services, saved } = site;
  services.advance(60 * minute);
  await discardOldUnconfirmed(services);
  const { grant, reader, connected, tokenNames } = storedOf(site, 'victim');
  const isConnected = grant?.state === 'ok';
  const named = [grant?.tok ?? '', ...(grant?.retired ?? []).map(({ name }) => name)];
  expect(tokenNames.filter((name) => !named.includes(name))).toEqual([]);
  expect(reader !== undefined).toBe(isConnected);
  expect(connected).toBe(isConnected ? 1 : 0);
  if (isConnected) expect(tokenNames).toContain(grant.tok);
  await connectAs('victim', site);
  expect(await ownGrantState(saved, 'victim', services)).toMatchObject({ state: 'ok' });
}

const crashes: [string, (site: ReadersSite) => Promise<(services: MemoryServices) => Promise<unknown>>][] = [
  [
    'the click',
    async ({ saved }) =>
      (services) =>
        connectAccount(saved, on('victim'), services),
  ],
  [
    'the callback',
    async (site) => {
      const { authorizeUrl } = await begin(site, 'victim');
      return (services) => consentAt(authorizeUrl, site, services);
    },
  ],
  [
    'the arrival',
    async (site) => {
      const { authorizeUrl } = await begin(site, 'victim');
      const handle = await consentAt(authorizeUrl, site, site.services);
      return (services) => arrive(handle, victim, services);
    },
  ],
  [
    'a first yes',
    async (site) => {
      const { attemptId } = await arrived(site, 'victim');
      return (services) => confirm({ attemptId, accept: true }, victim, services);
    },
  ],
  [
    'a later yes',
    async (site) => {
      await connectAs('victim', site);
      const { attemptId } = await arrived(site, 'victim');
      return (services) => confirm({ attemptId, accept: true }, victim, services);
    },
  ],
  [
    'a no',
    async (site) => {
      const { attemptId } = await arrived(site, 'victim');
      return (services) => confirm({ attemptId, accept: false }, victim, services);
    },
  ],
  [
    'disconnecting',
    async (site) => {
      await connectAs('victim', site);
      return (services) => disconnectAccount(site.saved.id, victim, services);
    },
  ],
];

test.each(crashes)(
  'a crash or a lost reply at any step of %s leaves a whole connection or none',
  async (_what, prepare) => {
    const setUp = async () => {
      const site = await readersSite();
      return { ...site, work: await prepare(site) };
    };
    const steps = await atEveryCrash(
      setUp,
      ({ work }, services) => work(services),
      (site) => expectWhole(site),
    );
    expect(steps).toBeGreaterThan(3);
  },
);
