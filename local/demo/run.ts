import { accounts } from './authorization/accounts';
import { clientIds } from './authorization/clients';
import type { Registrations } from './authorization/clients';
import { addEntraHabits } from './authorization/entra-habits';
import { loadKept, newClientSecret, saveKept } from './authorization/keep';
import { createProvider, paths, tenant } from './authorization/provider';
import { createStorage } from './authorization/storage';
import type { Storage } from './authorization/storage';
import { createDirectory } from './directory/directory';
import { createFaults } from './faults';
import { foreignServer } from './foreign';
import { listenOnLoopback } from './listen';
import { demoServer } from './server';
import type { DemoControl, DemoSettings, DemoStats, DemoValues } from './settings';
import { emptyStats } from './stats';

export interface RunningDemo {
  values: DemoValues;
  control: DemoControl;
  close(): Promise<void>;
}

/** The demo, running in this thread. Rejects when its port is taken or its state file cannot be read. */
export async function runDemo(settings: DemoSettings, skew: { milliseconds: number }): Promise<RunningDemo> {
  const stats = emptyStats();
  const memory = await createMemory(settings, stats);
  const [main, foreign] = [await listenOnLoopback(settings.port), await listenOnLoopback(0)];
  const origin = `http://localhost:${main.port}`;
  const foreignOrigin = `http://127.0.0.1:${foreign.port}`;
  const provider = createProvider({ origin, ...memory });
  addEntraHabits(provider, stats, memory.offered);
  const directory = createDirectory(provider, `${origin}/${tenant}/v2.0`, settings.users ?? 50_000, stats);
  const faults = createFaults();
  main.sendWith(demoServer({ origin, foreignOrigin, provider, directory, faults, stats }));
  foreign.sendWith(foreignServer(stats));
  return {
    values: valuesOf(origin, foreignOrigin, memory.registrations),
    control: {
      ...controlOf(memory),
      setUserCount: directory.setUserCount,
      setClockSkew: (milliseconds) => void (skew.milliseconds = milliseconds),
      setFaults: faults.set,
      stats: () => ({ ...stats }),
      resetStats: () => void Object.assign(stats, emptyStats()),
    },
    close: async () => void (await Promise.all([main.close(), foreign.close()])),
  };
}

/** What the authorization server knows and can be told to change. */
type Memory = Awaited<ReturnType<typeof createMemory>>;

async function createMemory(settings: DemoSettings, stats: DemoStats) {
  const kept = await loadKept(settings.stateFile);
  const { clientSecret, serviceClientSecret } = kept;
  const registrations: Registrations = { redirectUris: settings.redirectUris, clientSecret, serviceClientSecret };
  const offered = { openId: true };
  const lifetime = { accessTokenSeconds: settings.accessTokenSeconds ?? 300 };
  const save = (): void => {
    if (settings.stateFile === undefined) return;
    saveKept(settings.stateFile, { ...kept, clientSecret: registrations.clientSecret, entries: storage.entries() });
  };
  const storage = createStorage(kept.entries, { changed: save, usedTwice: () => void (stats.grantsRevoked += 1) });
  save();
  return { kept, storage, registrations, lifetime, offered };
}

type MemoryControl = Omit<DemoControl, 'setUserCount' | 'setClockSkew' | 'setFaults' | 'stats' | 'resetStats'>;

function controlOf({ storage, registrations, lifetime, offered }: Memory): MemoryControl {
  return {
    setRedirectUris: (uris) => void (registrations.redirectUris = uris),
    setAccessTokenSeconds: (seconds) => void (lifetime.accessTokenSeconds = seconds),
    revokeAllGrants: () => storage.forget(grantRecords),
    revokeGrantsOf: (email) => storage.forget(grantRecords, ({ accountId }) => accountId === email),
    setOpenId: (isOffered) => void (offered.openId = isOffered),
    expireAccessTokens: () => expireAccessTokens(storage),
    rotateClientSecret: () => {
      registrations.clientSecret = newClientSecret();
      storage.changed();
      return registrations.clientSecret;
    },
  };
}

const grantRecords = ['Grant', 'AccessToken', 'RefreshToken', 'AuthorizationCode'];

function expireAccessTokens(storage: Storage): void {
  const before = Math.floor(Date.now() / 1000) - 1;
  for (const token of [...storage.records('AccessToken'), ...storage.records('ClientCredentials')]) token.exp = before;
  storage.changed();
}

function valuesOf(origin: string, foreignOrigin: string, registrations: Registrations): DemoValues {
  return {
    origin,
    foreignOrigin,
    tenant,
    issuer: `${origin}/${tenant}/v2.0`,
    authorizeUrl: origin + paths.authorize,
    tokenUrl: origin + paths.token,
    revokeUrl: origin + paths.revoke,
    usersUrl: `${origin}/v1.0/users`,
    groupsUrl: `${origin}/v1.0/groups`,
    scopes: 'User.Read.All offline_access',
    ticketsUrl: `${origin}/v1.0/me/tickets`,
    ticketsScopes: 'openid profile offline_access Tickets.Read',
    clientId: clientIds.confidential,
    clientSecret: registrations.clientSecret,
    publicClientId: clientIds.public,
    serviceClientId: clientIds.service,
    serviceClientSecret: registrations.serviceClientSecret,
    accounts,
  };
}
