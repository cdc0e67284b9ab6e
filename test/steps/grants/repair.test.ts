import { connectionFingerprint } from '../../../src/data-sources/connection';
import { deleteDataSource } from '../../../src/editing/delete-data-source';
import { saveDataSource } from '../../../src/editing/save-data-source';
import { disconnect } from '../../../src/grants/disconnect';
import type { Grant, TokenSet } from '../../../src/grants/grant';
import { refresh } from '../../../src/grants/refresh';
import { refreshPorts } from '../../../src/grants/refresh-connection';
import { refreshIdleGrants } from '../../../src/grants/refresh-idle';
import { hostProblem } from '../../../src/shared/host-problem';
import { Problem } from '../../../src/shared/problem';
import { prune } from '../../../src/upkeep/prune';
import { connectedAndExpired, sizeOf, type Connected } from '../../support/connected';
import { ada, signIn } from '../../support/sign-in';
import { json } from '../../support/token-server';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

const mostBytes = 20_000;

/** Names as long as those that are stored, the oldest first. */
const names = (count: number, word: string) =>
  Array.from({ length: count }, (_, index) => `tok:${'0'.repeat(32)}:shared:${index}:${word.padEnd(32, 'x')}`);

/** A grant whose token endpoint was out of reach for days, as earlier versions of the app wrote it. */
const leaveTries = (setting: Connected, count: number) =>
  setting.leaveGrant({ schema: 1, tries: names(count, 'tried'), next: 'tok:last', holder: 'dead', until: 0 });

const operations = ({ services: { memory } }: Connected, name: string) =>
  memory.log.filter((each) => each.name === name).length;

test.each([300, 2900])(
  'a grant with %i names tried serves the next reader, at the price of a few reads',
  async (count) => {
    const setting = await connectedAndExpired();
    leaveTries(setting, count);
    const before = operations(setting, 'secret-get');
    expect(await setting.reader()).toMatchObject({ authorization: expect.stringMatching(/^Bearer /) as string });
    expect(operations(setting, 'secret-get') - before).toBeLessThan(30);
    expect(setting.grant()).toMatchObject({ schema: 2, tries: [], next: '', holder: '' });
    expect(sizeOf(setting.grant())).toBeLessThan(mostBytes);
  },
);

test('of names without a time, the one that a dead holder had stored tokens under is adopted', async () => {
  const setting = await connectedAndExpired();
  const { services, grant, server } = setting;
  leaveTries(setting, 300);
  const found = names(300, 'tried')[290]!;
  const tokens = services.memory.secret.get(grant().tok) as TokenSet;
  services.memory.secret.set(found, { ...tokens, accessToken: 'adopted', expiresAt: services.now() + hour });
  expect((await setting.reader()).authorization).toBe('Bearer adopted');
  expect(server.count('refresh_token')).toBe(0);
});

type Repair = [what: string, repair: (setting: Connected) => Promise<unknown>, after: Partial<Grant> | undefined];

const repairs: Repair[] = [
  ['Disconnect', ({ saved, services }) => disconnect(saved, services), { state: 'none', tok: '' }],
  ['Authenticate', ({ form, server, services }) => signIn(form(), server, services), { state: 'ok', holder: '' }],
  ['Authenticate and Save', authenticateAndSave, { state: 'ok', holder: '' }],
  ['Delete', ({ saved, services }) => deleteDataSource(saved.id, services), { state: 'none', tok: '' }],
  ['the hourly job', ({ services }) => prune(services), { state: 'ok' }],
];

async function authenticateAndSave({ form, server, services }: Connected): Promise<void> {
  const changed = form({ oauth2: { scopes: 'Group.Read.All' } });
  const { draftId } = await signIn(changed, server, services);
  await saveDataSource({ ...changed, draftId }, ada, services);
}

const overgrown: Partial<Grant> = {
  tries: names(2900, 'tried'),
  retired: names(1500, 'retired').map((name) => ({ name, at: 0 })),
};

test.each(repairs)(
  '%s works on a record that is too large to be written, and makes it small',
  async (_what, repair, after) => {
    const setting = await connectedAndExpired();
    setting.leaveGrant(overgrown);
    await repair(setting);
    expect(setting.grant()).toMatchObject(after ?? {});
    expect(sizeOf(setting.grant())).toBeLessThan(mostBytes);
  },
);

test('a storage that cannot delete just now does not keep a record large', async () => {
  const setting = await connectedAndExpired();
  setting.leaveGrant(overgrown);
  setting.services.memory.fate = ({ name }) => (name === 'secret-delete' ? 'fail' : 'work');
  await setting.reader();
  expect(sizeOf(setting.grant())).toBeLessThan(mostBytes);
});

test('a record stays small whatever scopes the provider grants, and however often tokens end', async () => {
  const setting = await connectedAndExpired({}, { expiresIn: 20 });
  const { server, services } = setting;
  const issue = server.fetch;
  services.fetch = async (...request) => {
    const body = (await (await issue(...request)).json()) as object;
    return json({ ...body, scope: Array.from({ length: 2000 }, (_, index) => `Scope.${index}`).join(' ') }, 200);
  };
  for (let count = 0; count < 120; count += 1) {
    await setting.reader();
    services.advance(20 * second);
    expect(sizeOf(setting.grant())).toBeLessThan(mostBytes);
  }
  const kept = [...services.memory.secret.keys()].filter((key) => key.startsWith('tok:'));
  expect(server.count('refresh_token')).toBe(120);
  expect(kept.length).toBeLessThan(50);
  expect(kept).toContain(setting.grant().tok);
});

const notApproved = () => new Problem('host-not-allowed', 'Nobody has approved the host.', { isUnsent: true });

/** A reader a minute, for so long. Returns how many requests left, and how many came to the record. */
async function readAllTheTime(setting: Connected, forMs: number): Promise<{ claims: number; codes: Set<string> }> {
  const codes = new Set<string>();
  const before = operations(setting, 'transact');
  for (let passed = 0; passed < forMs; passed += minute) {
    await setting.reader().catch((error: unknown) => codes.add((error as Problem).code));
    setting.services.advance(minute);
  }
  return { claims: (operations(setting, 'transact') - before) / 2, codes };
}

test('a token host that the platform refuses costs a claim in ten minutes, no name is kept, and approval heals it', async () => {
  const setting = await connectedAndExpired();
  const { services, server, grant } = setting;
  let requests = 0;
  services.fetch = () => Promise.reject(((requests += 1), notApproved()));
  const { claims, codes } = await readAllTheTime(setting, 24 * hour);
  expect([...codes]).toEqual(['host-not-allowed']);
  expect(requests).toBe(claims);
  expect(claims).toBeLessThan(24 * 6 + 8);
  expect(grant()).toMatchObject({ state: 'ok', tries: [], next: '', holder: '' });
  services.fetch = server.fetch;
  services.advance(10 * minute);
  expect(await setting.reader()).toHaveProperty('authorization');
  expect(grant().trouble).toBeUndefined();
});

test('a host that the rules refuse is told without a claim', async () => {
  const setting = await connectedAndExpired();
  const { services, saved } = setting;
  const settings = setting.form({ oauth2: { tokenUrl: 'https://token.internal/token' } }).settings;
  setting.leaveGrant({ fingerprint: connectionFingerprint(settings) });
  const writes = operations(setting, 'transact');
  const owner = { ...saved, settings };
  await expect(refreshIdleAndLook(owner, setting)).rejects.toMatchObject({ code: 'host-not-allowed' });
  expect(operations(setting, 'transact')).toBe(writes);
  expect(hostProblem('https://token.internal/token', services)?.details.isUnsent).toBe(true);
});

async function refreshIdleAndLook(owner: Connected['saved'], { services }: Connected): Promise<unknown> {
  const { authorize } = await import('../../../src/grants/authorize');
  return (await authorize(owner, services)).headers();
}

test('the pause of an endpoint that does not respond grows from half a minute to ten, and a success ends it', async () => {
  const setting = await connectedAndExpired();
  const { server, services, grant } = setting;
  server.options.rotates = false;
  server.fault = () => new Response('', { status: 503 });
  const pauses: number[] = [];
  for (let count = 0; count < 8; count += 1) {
    await expect(setting.reader()).rejects.toMatchObject({ details: { status: 503 } });
    pauses.push(((grant().trouble?.until ?? 0) - services.now()) / second);
    services.advance(Math.max(pauses.at(-1)! * second, 70 * second));
  }
  expect(pauses).toEqual([30, 60, 120, 240, 480, 600, 600, 600]);
  server.fault = () => undefined;
  await setting.reader();
  expect(grant().trouble).toBeUndefined();
});

test('an admin’s own click is not held back by the pause, and does not lengthen it', async () => {
  const setting = await connectedAndExpired();
  const { server, services, grant } = setting;
  server.options.rotates = false;
  server.fault = () => new Response('', { status: 503 });
  for (let count = 0; count < 6; count += 1) {
    await expect(setting.reader()).rejects.toThrow();
    services.advance(9 * minute);
  }
  const requests = () => server.count('refresh_token');
  const before = requests();
  const pause = () => (grant().trouble?.until ?? 0) - (grant().trouble?.at ?? 0);
  await expect(setting.admin()).rejects.toMatchObject({ details: { status: 503 } });
  expect(requests()).toBe(before + 1);
  services.advance(70 * second);
  const paused = pause();
  await expect(setting.admin()).rejects.toThrow();
  expect(pause()).toBe(paused);
  server.fault = () => undefined;
  services.advance(70 * second);
  await expect(setting.reader()).rejects.toMatchObject({ details: { isBackedOff: true } });
  expect(await setting.admin()).toHaveProperty('authorization');
  expect(await setting.reader()).toHaveProperty('authorization');
});

test('nobody is told that access is being renewed once its holder has failed', async () => {
  const setting = await connectedAndExpired();
  const { server, services } = setting;
  server.fault = () => new Response('', { status: 503 });
  await expect(setting.reader()).rejects.toThrow();
  const waits: number[] = [];
  services.delay = (milliseconds) => Promise.resolve(void waits.push(milliseconds));
  for (const requestTokens of [setting.reader, setting.admin]) {
    await expect(requestTokens()).rejects.toMatchObject({ message: expect.stringContaining('status 503') as string });
  }
  expect(waits).toEqual([]);
});

test('a token that is good for another moment is used while the server is left alone', async () => {
  const setting = await connectedAndExpired();
  const { server, services } = setting;
  services.advance(-30 * second);
  server.fault = () => json({ error: 'invalid_client' }, 401);
  await expect(setting.reader()).rejects.toMatchObject({ code: 'reconnect-needed' });
  expect(await setting.reader()).toHaveProperty('authorization');
  expect(server.count('refresh_token')).toBe(1);
});

test.each([
  ['has no time left', { left: 11 * second, passed: 0 }],
  ['has outlived its lease', { left: 25 * second, passed: 53 * second }],
])('a holder who %s after looking around sends nothing and gives the lease back', async (_what, slow) => {
  const setting = await connectedAndExpired();
  const { server, services, saved, grant } = setting;
  const { secrets } = services;
  let left = 25 * second;
  services.remainingTime = () => left;
  const get: typeof secrets.get = async (key) => {
    if (key === saved.credentials?.secretKey) {
      left = slow.left;
      services.advance(slow.passed);
    }
    return secrets.get(key);
  };
  services.secrets = { get, set: secrets.set.bind(secrets), delete: secrets.delete.bind(secrets) };
  await expect(setting.reader()).rejects.toMatchObject({
    code: 'busy',
    message: expect.stringContaining('too little time') as string,
  });
  expect(server.count('refresh_token')).toBe(0);
  expect(grant()).toMatchObject({ holder: '', next: '', tries: [], state: 'ok' });
  expect(grant().trouble).toBeUndefined();
});

test('new tokens are stored as long as there is time, when storage refuses every write for a quarter of a minute', async () => {
  const setting = await connectedAndExpired();
  const { server, services, grant } = setting;
  const until = services.now() + 15 * second;
  const isRefused = (name: string, key: string) => name === 'secret-set' && key.startsWith('tok:');
  services.memory.fate = ({ name, key }) => (isRefused(name, key) && services.now() < until ? 'fail' : 'work');
  expect(await setting.reader()).toHaveProperty('authorization');
  expect(services.memory.secret.has(grant().tok)).toBe(true);
  expect(server.count('refresh_token')).toBe(1);
});

test('a clock that goes back lengthens no lease and no pause', async () => {
  const setting = await connectedAndExpired();
  const { server, services, grant } = setting;
  server.options.rotates = false;
  server.fault = () => 'lose';
  services.advance(10 * hour);
  await expect(setting.reader()).rejects.toThrow();
  server.fault = () => undefined;
  const { trouble } = grant();
  setting.leaveGrant({ trouble: undefined });
  services.advance(-hour);
  const served = () =>
    setting.admin().then(
      () => true,
      () => false,
    );
  expect(await served()).toBe(false); // its request may still be under way
  services.advance(71 * second);
  expect(await served()).toBe(true);
  services.advance(3 * hour);
  setting.leaveGrant({ trouble: { ...trouble!, at: services.now(), until: services.now() + 10 * minute } });
  services.advance(-hour);
  await setting.reader();
  expect(grant().trouble).toBeUndefined();
});

test('an unused grant of other settings is not refreshed by the hourly job', async () => {
  const setting = await connectedAndExpired();
  const { server, services, saved } = setting;
  const form = setting.form(
    { oauth2: { tokenUrl: 'https://login.example.com/other' } },
    { clientSecret: 'typed again' },
  );
  await saveDataSource(form, ada, services);
  services.advance(15 * 24 * hour);
  const idle = await refreshIdleGrants({ ...services, remainingTime: () => 600_000 });
  expect(idle).toEqual({ refreshed: 0, failed: 0 });
  expect(server.count('refresh_token')).toBe(0);
  expect(saved.id).toBeDefined();
});

test('a grant of other settings is refused by the refresh itself, whoever wants it', async () => {
  const setting = await connectedAndExpired();
  const { server, services, grant } = setting;
  const { id, tok } = grant();
  const request = { grantId: id, used: tok, refused: false, isByHand: true, secretKey: '', fingerprint: 'of others' };
  await expect(refresh(request, refreshPorts(setting.saved, services))).rejects.toMatchObject({
    code: 'reconnect-needed',
  });
  expect(server.count('refresh_token')).toBe(0);
  expect(grant().holder).toBe('');
});

test('a name that holds nothing is dropped twenty minutes after its claim, and not before', async () => {
  const setting = await connectedAndExpired();
  const { server, services, grant } = setting;
  const now = services.now();
  const tried = [21, 19].map((minutes) => ({ name: `tok:after ${minutes}`, at: now - minutes * minute }));
  setting.leaveGrant({ tries: tried });
  server.fault = () => 'lose';
  await expect(setting.reader()).rejects.toThrow();
  expect(grant().tries).toEqual(tried.slice(1));
});
