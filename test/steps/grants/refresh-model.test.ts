import { connectionFingerprint } from '../../../src/data-sources/connection';
import { disconnect } from '../../../src/grants/disconnect';
import { emptyGrant, grantId, type Grant, type TokenSet } from '../../../src/grants/grant';
import { refresh } from '../../../src/grants/refresh';
import type { HeldTokenSet } from '../../../src/grants/refresh-request';
import { isFresh } from '../../../src/grants/token-set';
import { tokenRequestTimeoutMs } from '../../../src/shared/limits';
import { requestRefresh } from '../../../src/oauth/token-request';
import { Problem } from '../../../src/shared/problem';
import { sizeOf } from '../../support/connected';
import { directorySettings } from '../../support/data-source-forms';
import { MemoryStorage, memoryEntity, memorySecrets, memoryServices, type Operation } from '../../support/memory';
import { oauthClient } from '../../support/oauth-client';
import { Crash, seeded, Simulation, storageOf, type Actor, type ModelFate } from '../../support/simulation';
import { TokenServer } from '../../support/token-server';
import { tokenRequestOptions } from '../../support/token-request-options';

/**
 * The real `refresh` against a server that rotates and ends the grant on reuse, with everything going wrong that can: a
 * process dies between any two steps, storage answers are lost, late or failures, requests take long or lose their
 * response, somebody disconnects. The one accepted loss is a rotation whose answer never reached secret storage.
 */
const id = grantId('0123456789abcdef0123456789abcdef');
const firstName = 'tok:first';
const client = oauthClient();
const fingerprint = connectionFingerprint(directorySettings);

interface World {
  memory: MemoryStorage;
  server: TokenServer;
  simulation: Simulation;
  /** Refresh tokens that the server gave out and nobody has stored. */
  unstored(): string[];
}

interface Chaos {
  death: number;
  storage: number;
  network: number;
  withDisconnect: boolean;
  /** How many readers come, all in the same moment; by chance two to six, some of them later, unless given. */
  burst?: number;
}

const calm: Chaos = { death: 0, storage: 0, network: 0, withDisconnect: false };

function createWorld(seed: number): World {
  const memory = new MemoryStorage();
  const server = new TokenServer();
  const simulation = new Simulation(seeded(seed));
  const { access_token: accessToken, refresh_token: refreshToken } = server.freshGrant();
  const expired = simulation.time - 1;
  const tokens: TokenSet = {
    ...{ accessToken, refreshToken, tokenType: 'bearer', scopes: [] },
    ...{ expiresAt: expired, obtainedAt: expired - 3_600_000, origins: [], clientId: 'client-1' },
  };
  memory.secret.set(firstName, tokens);
  const facts = { accountId: 'ada', authenticatedAt: 0, askedScopes: [], scopes: [], hasRefreshToken: true };
  const grant: Grant = {
    ...emptyGrant(id, 'born'),
    ...{ state: 'ok', tok: firstName, epoch: 1, facts, fingerprint },
  };
  memory.records('grant').set(id, grant);
  const given: string[] = [];
  const issue = server.fetch;
  Object.assign(server, {
    fetch: async (...request: Parameters<typeof issue>) => {
      const response = await issue(...request);
      const body = (await response.clone().json()) as { refresh_token?: string };
      if (body.refresh_token) given.push(body.refresh_token);
      return response;
    },
  });
  const stored = () => [...memory.secret.values()].map((value) => (value as TokenSet).refreshToken);
  return { memory, server, simulation, unstored: () => given.filter((token) => !stored().includes(token)) };
}

/** One reader's invocation: it uses the token set that is there, or refreshes it. */
function reader(name: string, world: World, chaos: Chaos): () => Promise<HeldTokenSet> {
  const { simulation, server } = world;
  return async () => {
    const actor = simulation.actor(name);
    const memory = storageOf(actor, world.memory, simulation, (operation) => storageFate(operation, world, chaos));
    const grants = memoryEntity<Grant>(memory, 'grant');
    const secrets = memorySecrets(memory);
    const used = (await grants.get(id))?.tok ?? '';
    const tokens = await secrets.get<TokenSet>(used);
    if (tokens && isFresh(tokens, simulation.time)) return { name: used, tokens };
    return refresh(
      { grantId: id, used, refused: false, isByHand: false, secretKey: 'credentials', fingerprint },
      {
        grants,
        secrets,
        now: () => simulation.time,
        delay: (milliseconds) => simulation.step(actor, milliseconds),
        remainingTime: () => actor.deadline - simulation.time,
        requireAllowed: () => undefined,
        requestTokens: async (old, leaving) => {
          leaving();
          const fetch = slowNetwork(actor, server, simulation, chaos);
          return requestRefresh(client, old?.refreshToken ?? '', tokenRequestOptions(fetch));
        },
        revoke: async () => undefined,
      },
    );
  };
}

function storageFate({ name }: Operation, { simulation }: World, chaos: Chaos): ModelFate {
  if (simulation.random() >= chaos.storage) return 'work';
  const isWrite = name !== 'get' && name !== 'secret-get' && name !== 'list';
  const fates: ModelFate[] = isWrite ? ['fail', 'lose', 'late'] : ['fail'];
  return fates[Math.floor(simulation.random() * fates.length)]!;
}

/** The sender is cut off at its time limit; what it sent arrives all the same, and the response goes nowhere. */
function slowNetwork(actor: Actor, server: TokenServer, simulation: Simulation, chaos: Chaos): TokenServer['fetch'] {
  return async (url, init) => {
    const isLost = simulation.random() < chaos.network;
    const there = Math.floor(simulation.random() * (isLost ? 30_000 : 1500));
    const arrival = arrive(there, () => server.fetch(url, init), simulation);
    await simulation.step(actor, isLost ? tokenRequestTimeoutMs : there + 10);
    if (isLost) throw new Crash('the request timed out');
    const response = await arrival;
    await simulation.step(actor);
    return response;
  };
}

function arrive(afterMs: number, send: () => Promise<Response>, simulation: Simulation): Promise<Response> {
  const arrival = new Promise<Response>((resolve, reject) => {
    simulation.spawn(async () => {
      await simulation.step(undefined, afterMs);
      await send().then(resolve, reject);
    });
  });
  arrival.catch(() => undefined); // its sender may have died meanwhile
  return arrival;
}

async function play(
  seed: number,
  chaos: Chaos,
): Promise<World & { served: HeldTokenSet[]; healed: HeldTokenSet | Error; reuses: number }> {
  const world = createWorld(seed);
  const { simulation, server } = world;
  // Short lives make for many refreshes, except where one is to be counted.
  server.options.expiresIn = chaos.burst === undefined ? 20 : 3600;
  jest.spyOn(Math, 'random').mockImplementation(simulation.random);
  const readers = chaos.burst ?? 2 + Math.floor(simulation.random() * 5);
  const isEarly = (index: number) => chaos.burst !== undefined || index < 3;
  const served: HeldTokenSet[] = [];
  for (let index = 0; index < readers; index += 1) {
    simulation.spawn(async () => {
      await simulation.step(undefined, Math.floor(simulation.random() * (isEarly(index) ? 400 : 150_000)));
      served.push(await reader(`reader ${index}`, world, chaos)());
    });
  }
  if (chaos.withDisconnect) simulation.spawn(() => disconnectSometime(world));
  await simulation.run(({ name }) => name !== 'admin' && simulation.random() < chaos.death);
  simulation.time += 120_000;
  const healed = await runAlone(world);
  return { ...world, served, healed, reuses: reusesSeen(server) };
}

async function disconnectSometime(world: World): Promise<void> {
  const { simulation, memory, server } = world;
  await simulation.step(undefined, Math.floor(simulation.random() * 3000));
  const actor = simulation.actor('admin', 1e9);
  const view = storageOf(actor, memory, simulation, () => 'work');
  const services = memoryServices({ fetch: server.fetch, now: () => simulation.time }, view);
  await disconnect({ id: id.split(':')[0]!, settings: directorySettings }, services);
}

/** A last reader on a quiet day. */
async function runAlone(world: World): Promise<HeldTokenSet | Error> {
  let result: HeldTokenSet | Error = new Error('never finished');
  world.simulation.spawn(async () => {
    try {
      result = await reader('last reader', world, calm)();
    } catch (error) {
      result = error as Error;
    }
  });
  await world.simulation.run(() => false);
  return result;
}

/** Refresh tokens that were sent more than once: each would end the grant at a server that watches for reuse. */
function reusesSeen({ requests }: TokenServer): number {
  const sent = requests.map(({ form }) => form.get('refresh_token'));
  return sent.length - new Set(sent).size;
}

afterEach(() => jest.restoreAllMocks());

const seeds = Array.from({ length: 300 }, (_unused, index) => index + 1);

test('a hundred readers at the moment of expiry lead to one request, and all are served', async () => {
  for (const seed of seeds.slice(0, 10)) {
    const { server, served, healed } = await play(seed, { ...calm, burst: 100 });
    const names = new Set([...served, healed as HeldTokenSet].map(({ name }) => name));
    expect({ seed, requests: server.requests.length, served: served.length, names: names.size }).toEqual({
      seed,
      requests: 1,
      served: 100,
      names: 1,
    });
  }
});

test.each([
  { name: 'dying processes', chaos: { ...calm, death: 0.02 } },
  { name: 'failing storage', chaos: { ...calm, storage: 0.12 } },
  { name: 'lost answers', chaos: { ...calm, network: 0.3 } },
  { name: 'all of it', chaos: { ...calm, death: 0.02, storage: 0.08, network: 0.1 } },
])('with $name the grant lives, unless a rotation never reached secret storage', async ({ chaos }) => {
  let accepted = 0;
  for (const seed of seeds) {
    const { healed, reuses, server, unstored } = await play(seed, chaos);
    if (unstored().length > 0) {
      accepted += 1;
      continue;
    }
    expect({ seed, reuses, healed }).toMatchObject({ seed, reuses: 0, healed: { name: expect.any(String) as string } });
    expect({ seed, alive: server.isAlive((healed as HeldTokenSet).tokens.accessToken) }).toEqual({ seed, alive: true });
  }
  expect(accepted).toBeLessThan(seeds.length * 0.6);
});

test('a disconnection during refreshes is final', async () => {
  for (const seed of seeds) {
    const { memory, healed } = await play(seed, { ...calm, death: 0.01, network: 0.05, withDisconnect: true });
    expect({ seed, healed }).toMatchObject({ seed, healed: { code: 'not-authenticated' } });
    expect(memory.records('grant').get(id)).toMatchObject({ state: 'none', tok: '' });
  }
});

const week = 7 * 24 * 3_600_000;
const betweenReaders = 120_000;

/** Readers all the time, at a server that is out of reach in some way; what that cost, and the largest record there was. */
async function outage(seed: number, chaos: Chaos, response: () => Promise<Response>) {
  const world = createWorld(seed);
  const { simulation, memory, server } = world;
  const { fetch } = server;
  let requests = 0;
  Object.assign(server, { fetch: () => ((requests += 1), response()) });
  const end = simulation.time + week;
  let largest = 0;
  simulation.spawn(async () => {
    while (simulation.time < end) {
      simulation.spawn(async () => void (await reader('reader', world, chaos)()));
      await simulation.step(undefined, betweenReaders * (0.5 + simulation.random()));
      largest = Math.max(largest, sizeOf(memory.records('grant').get(id)));
    }
  });
  await simulation.run(() => simulation.random() < chaos.death);
  Object.assign(server, { fetch });
  const count = (name: string) => memory.log.filter((each) => each.name === name).length;
  return { world, requests, largest, writes: count('transact'), secretReads: count('secret-get') };
}

const troubled: Chaos = { ...calm, death: 0.01, storage: 0.03 };

const outOfReach: [string, Chaos, () => Promise<Response>][] = [
  [
    'whose host nobody approved',
    calm,
    () => Promise.reject(new Problem('host-not-allowed', 'Nobody approved it.', { isUnsent: true })),
  ],
  ['that never responds', troubled, () => Promise.reject(new Problem('remote-timeout', 'It took too long.'))],
  ['that fails', calm, () => Promise.resolve(new Response('', { status: 503 }))],
];

test.each(outOfReach)(
  'a token endpoint %s for a week, with readers all the time, costs little and leaves a small record, and all is well again afterwards',
  async (_name, chaos, response) => {
    const { world, requests, largest, writes, secretReads } = await outage(7, chaos, response);
    const pauses = week / 600_000;
    expect(largest).toBeLessThan(5000);
    expect(requests).toBeGreaterThan(0.5 * pauses);
    expect(requests).toBeLessThan(1.1 * pauses);
    expect(writes).toBeLessThan(2.5 * pauses);
    expect(secretReads / (week / betweenReaders)).toBeLessThan(4); // the token in use, and the names tried
    world.simulation.time += 700_000;
    const healed = (await runAlone(world)) as HeldTokenSet;
    expect(world.server.isAlive(healed.tokens.accessToken)).toBe(true);
  },
);
