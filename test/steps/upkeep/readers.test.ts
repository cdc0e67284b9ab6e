import type { DataSource } from '../../../src/data-sources/data-source';
import type { Grant } from '../../../src/grants/grant';
import { disconnectAccount } from '../../../src/own-accounts/disconnect-account';
import { emptyReaders, readersLeft } from '../../../src/own-accounts/empty-readers';
import { ownGrantId, ownGrantState } from '../../../src/own-accounts/own-grant';
import { ownReasons } from '../../../src/own-accounts/own-reasons';
import type { Reader } from '../../../src/own-accounts/reader';
import { ownRowsPrefix } from '../../../src/keys';
import { panelSchema } from '../../../src/panel/load/panel';
import type { OwnWork, StoredAccount } from '../../../src/ports';
import { eraseClosed } from '../../../src/upkeep/erase-accounts';
import { revokeReaders } from '../../../src/upkeep/readers/revoke-when-leaving';
import { doOwnWork, upkeepOfReaders } from '../../../src/upkeep/readers/upkeep-of-readers';
import { reportStoredAccounts } from '../../../src/upkeep/stored-accounts';
import { atEveryCrash } from '../../support/crash';
import { memoryServices, MemoryStorage, type MemoryServices } from '../../support/memory';
import { connectAs, readersSite, storedOf, type ReadersSite } from '../../support/own-accounts';

const hour = 3_600_000;
const day = 24 * hour;
const names = (count: number) => Array.from({ length: count }, (_, at) => `reader-${at}`);

/** The parts of the hourly job that have to do with accounts. */
async function hourly(services: MemoryServices) {
  const done = await upkeepOfReaders(services);
  await reportStoredAccounts(services);
  return { ...done, erased: await eraseClosed({ ...services, panelSchema }) };
}

/** Readers as they are stored, without going through all of their sign-ins. */
function crowd(site: ReadersSite, accounts: string[], connectedAt = site.services.now()) {
  const { memory } = site.services;
  const [grant, reader] = [storedOf(site, 'first').grant!, storedOf(site, 'first').reader!];
  accounts.forEach((account, at) => {
    const id = ownGrantId(site.saved.id, account);
    const tok = `tok:${id}:1:x`;
    memory.secret.set(tok, { ...(memory.secret.get(grant.tok) as object), refreshToken: `refresh-${at}` });
    memory.records('reader-grant').set(id, { ...grant, id, tok });
    memory.records('reader').set(id, { ...reader, id, account, connectedAt });
  });
  const counts = memory.records('reader').get('counts') as { connected: Record<string, number> };
  counts.connected[reader.cohort] = accounts.length + 1;
}

async function crowdedSite(count: number) {
  const site = await readersSite();
  await connectAs('first', site);
  crowd(site, names(count));
  return site;
}

/** As an admin does it: from this write on, nobody of them can use the data source. */
function raiseEpoch({ services, saved }: ReadersSite): void {
  const stored = services.memory.records('data-source').get(saved.id) as DataSource;
  Object.assign(stored, { readersEpoch: (stored.readersEpoch ?? 0) + 1 });
}

/** The queue, one event after the other. */
async function workOff(site: ReadersSite, first: OwnWork[], services = site.services): Promise<number> {
  const waiting = [...first];
  let events = 0;
  const pushOwnWork = (work: OwnWork, delayMs = 0) => {
    services.advance(delayMs);
    waiting.push(work);
    return Promise.resolve(true);
  };
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    events += 1;
    await doOwnWork(next, { ...services, pushOwnWork });
  }
  return events;
}

describe('what is left of readers’ grants', () => {
  test('a token set that was replaced goes after a quarter of an hour, and nothing else is read', async () => {
    const site = await readersSite();
    await connectAs('first', site);
    await connectAs('first', site);
    await connectAs('second', site);
    expect(storedOf(site, 'first').tokenNames).toHaveLength(3);
    site.services.advance(20 * 60_000);
    site.services.memory.log.length = 0;
    expect(await upkeepOfReaders(site.services)).toMatchObject({ tokenSets: 1 });
    expect(storedOf(site, 'first').tokenNames).toHaveLength(2);
    expect(site.services.memory.log.filter(({ key }) => key.includes('second'))).toEqual([]);
    expect(storedOf(site, 'first').grant?.dueAt).toBeUndefined();
  });

  test.each([0, 5])(
    'an account that was disconnected is forgotten an hour later, %d minutes after its last refresh',
    async (minutes) => {
      const site = await readersSite();
      await connectAs('first', site);
      const { grant } = storedOf(site, 'first');
      Object.assign(grant!, { until: site.services.now() - minutes * 60_000 });
      await disconnectAccount(site.saved.id, { accountId: 'first' }, site.services);
      site.services.advance(50 * 60_000);
      await upkeepOfReaders(site.services);
      expect(storedOf(site, 'first').grant).toMatchObject({ state: 'none' });
      site.services.advance(20 * 60_000);
      await upkeepOfReaders(site.services);
      expect(storedOf(site, 'first')).toEqual({ grant: undefined, reader: undefined, connected: 0, tokenNames: [] });
    },
  );

  test('one that is connected again meanwhile stays', async () => {
    const site = await readersSite();
    await connectAs('first', site);
    await disconnectAccount(site.saved.id, { accountId: 'first' }, site.services);
    site.services.advance(2 * hour);
    const { transact } = site.services;
    let isFirst = true;
    const late: MemoryServices['transact'] = async (changes, open) => {
      if (isFirst) {
        isFirst = false;
        await connectAs('first', site);
      }
      return transact(changes, open);
    };
    await upkeepOfReaders({ ...site.services, transact: late });
    expect(await ownGrantState(site.saved, 'first', site.services)).toMatchObject({ state: 'ok' });
    expect(storedOf(site, 'first').connected).toBe(1);
  });
});

describe('accounts that nobody uses', () => {
  test('are revoked after 90 days with a word to their reader, who is forgotten after as long again', async () => {
    const site = await readersSite();
    await connectAs('first', site);
    site.services.advance(89 * day);
    expect(await upkeepOfReaders(site.services)).toMatchObject({ unused: 0 });
    site.services.advance(8 * day);
    expect(await upkeepOfReaders(site.services)).toMatchObject({ unused: 1 });
    expect(site.server.revoked.length).toBeGreaterThan(0);
    const told = { state: 'reconnect', reason: ownReasons.unused };
    expect(await ownGrantState(site.saved, 'first', site.services)).toEqual(told);
    expect(storedOf(site, 'first')).toMatchObject({ connected: 0, tokenNames: [] });
    site.services.advance(70 * day);
    await upkeepOfReaders(site.services);
    expect(await ownGrantState(site.saved, 'first', site.services)).toEqual(told);
    site.services.advance(30 * day);
    await upkeepOfReaders(site.services);
    expect(storedOf(site, 'first')).toMatchObject({ grant: undefined, reader: undefined });
  });

  test('are kept alive until then, each at a time of its own, and only where the server ends what is not used', async () => {
    const site = await crowdedSite(20);
    const daysOfRefresh: number[] = [];
    for (let at = 1; at <= 14; at += 1) {
      site.services.advance(day);
      const before = site.server.count('refresh_token');
      await upkeepOfReaders(site.services);
      daysOfRefresh.push(...Array.from({ length: site.server.count('refresh_token') - before }, () => at));
    }
    expect(daysOfRefresh).toHaveLength(21);
    expect(Math.min(...daysOfRefresh)).toBeGreaterThanOrEqual(11);
    expect(new Set(daysOfRefresh).size).toBeGreaterThan(1);
  });
});

describe('reports of accounts', () => {
  const reporting = (
    services: MemoryServices,
    reply: (page: StoredAccount[]) => { accountId: string; status: 'closed' }[] = () => [],
  ) => {
    const pages: StoredAccount[][] = [];
    services.reportAccounts = async (page) => {
      const replies = reply(page);
      pages.push(page);
      return Promise.resolve(replies);
    };
    return pages;
  };

  test('come in pages of 90 with the oldest date of each account, once a week, and a failure repeats one page', async () => {
    const site = await crowdedSite(94);
    const { services } = site;
    const [known] = names(1);
    const older = services.now() - day;
    const id = `other:${known}`;
    services.memory.records('reader').set(id, { ...storedOf(site, known!).reader, id, connectedAt: older });
    services.advance(7 * day);
    let calls = 0;
    const pages = reporting(services, () => {
      calls += 1;
      if (calls === 2) throw new Error('The platform failed.');
      return [];
    });
    await upkeepOfReaders(services);
    services.advance(hour);
    await upkeepOfReaders(services);
    services.advance(hour);
    await upkeepOfReaders(services);
    expect(pages.map((page) => page.length)).toEqual([90, 5]);
    const reported = pages.flat();
    expect(new Set(reported.map(({ accountId }) => accountId)).size).toBe(95);
    expect(reported.find(({ accountId }) => accountId === known)?.updatedAt).toBe(older);
    services.advance(5 * day);
    await upkeepOfReaders(services);
    expect(pages).toHaveLength(2);
    services.advance(2 * day);
    await upkeepOfReaders(services);
    expect(pages.flat()).toHaveLength(190);
  });

  test('tell of closed accounts, of which nothing is left wherever the job broke off', async () => {
    const whole = await readersSite();
    await connectAs('first', whole);
    await connectAs('other', whole);
    const { memory: stored } = whole.services;
    stored.open.clear(); // what sign-ins leave there has a time to live, which is over by then
    await whole.services.storage.set(`${ownRowsPrefix('first', whole.saved.id)}panel:hash`, { rows: ['secret'] });
    const setUp = () => {
      const { open, secret, entities } = structuredClone({
        open: stored.open,
        secret: stored.secret,
        entities: stored.entities,
      });
      const memory = Object.assign(new MemoryStorage(), { open, secret, entities });
      const services = memoryServices({ fetch: whole.services.fetch }, memory);
      services.advance(7 * day);
      return Promise.resolve({ ...whole, services });
    };
    const closes = (services: MemoryServices) =>
      reporting(services, (page) =>
        page.filter(({ accountId }) => accountId === 'first').map(({ accountId }) => ({ accountId, status: 'closed' })),
      );
    const work = async (_site: ReadersSite, services: MemoryServices) => {
      closes(services);
      await hourly(services);
    };
    const operations = await atEveryCrash(setUp, work, async (site, crash) => {
      const { services } = site;
      closes(services);
      for (let at = 0; at < 3; at += 1) {
        services.advance(hour);
        await hourly(services);
      }
      const { memory } = services;
      const records = [...memory.entities.values()].flatMap((each) => [...each]);
      const all = JSON.stringify([[...memory.open], [...memory.secret], records]);
      expect({
        crash,
        found: all.includes('first') && all.slice(all.indexOf('first') - 80, all.indexOf('first') + 20),
      }).toEqual({ crash, found: false });
      expect(storedOf(site, 'other')).toMatchObject({ connected: 1, grant: { state: 'ok' } });
    });
    expect(operations).toBeGreaterThan(20);
  });
});

describe('readers whom an admin disconnected all at once', () => {
  test('are ended in portions of 25, told of it and counted down', async () => {
    const site = await crowdedSite(59);
    raiseEpoch(site);
    expect(await readersLeft(site.saved.id, site.services)).toBe(60);
    expect(await emptyReaders(site.saved.id, 25, site.services)).toBe(25);
    expect(await readersLeft(site.saved.id, site.services)).toBe(35);
    expect(await workOff(site, [{ what: 'empty', dataSourceId: site.saved.id, idle: 0 }])).toBe(2);
    const { connected, tokenNames } = storedOf(site, 'first');
    expect([connected, tokenNames]).toEqual([0, []]);
    const raised = { ...site.saved, readersEpoch: 1 };
    const state = { state: 'reconnect', reason: ownReasons.allDisconnected };
    expect(await ownGrantState(raised, 'reader-7', site.services)).toEqual(state);
  });

  test('are found although queries lag behind, and an event that was lost is taken up by the hourly job', async () => {
    const site = await crowdedSite(39);
    raiseEpoch(site);
    const listed = await site.services.readers.having('cohort', `${site.saved.id}:0`, 100);
    const stale = site.services.now() + 15_000;
    const { having } = site.services.readers;
    const readers: MemoryServices['readers'] = {
      ...site.services.readers,
      having: (...asked) => (site.services.now() < stale ? Promise.resolve(listed.slice(0, 25)) : having(...asked)),
    };
    const services = { ...site.services, readers };
    const pushed: OwnWork[] = [];
    await upkeepOfReaders({ ...services, pushOwnWork: (work) => Promise.resolve(pushed.push(work) > 0) });
    await workOff(site, pushed, services);
    expect(await readersLeft(site.saved.id, site.services)).toBe(0);
  });

  test('go with a data source that is deleted, and nobody needs to be told', async () => {
    const site = await crowdedSite(3);
    site.services.memory.records('data-source').delete(site.saved.id);
    await workOff(site, [{ what: 'empty', dataSourceId: site.saved.id, idle: 0 }]);
    site.services.advance(2 * hour);
    await upkeepOfReaders(site.services);
    const { memory } = site.services;
    expect([memory.records('reader-grant').size, [...memory.records('reader').keys()]]).toEqual([0, ['counts']]);
    expect(storedOf(site, 'first').tokenNames).toEqual([]);
  });
});

test('what is due beyond 200 is done by the queue in portions of 25', async () => {
  const site = await crowdedSite(225);
  site.services.advance(7 * day);
  const pushed: OwnWork[] = [];
  await upkeepOfReaders({ ...site.services, pushOwnWork: (work) => Promise.resolve(pushed.push(work) > 0) });
  expect(pushed).toEqual([{ what: 'due' }]);
  const due = () =>
    [...site.services.memory.records('reader').values()].filter(
      (each) => (each as Reader).checkAt < site.services.now(),
    );
  expect(due()).toHaveLength(26);
  expect(await workOff(site, pushed)).toBe(2);
  expect(due()).toEqual([]);
});

test('before the app leaves a site, those who used their account last are revoked first, as long as there is time', async () => {
  const site = await crowdedSite(30);
  const { services, saved } = site;
  names(30).forEach((account, at) => {
    const reader = services.memory.records('reader').get(ownGrantId(saved.id, account)) as Reader;
    reader.usedOn = `2029-${at < 20 ? '06' : '11'}-01`;
  });
  let left = 55_000;
  services.remainingTime = () => (left -= 150);
  const { revoked, left: rest } = await revokeReaders(services);
  expect(revoked + rest).toBe(31);
  expect(revoked).toBeGreaterThan(10);
  const ended = [...services.memory.records('reader-grant').values()].filter((each) => (each as Grant).tok === '');
  const used = ended.map((each) => (services.memory.records('reader').get((each as Grant).id) as Reader).usedOn);
  expect(used.filter((on) => on >= '2029-11')).toHaveLength(11);
  expect(site.server.revoked.length).toBeGreaterThanOrEqual(revoked);
});
