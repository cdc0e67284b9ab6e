import { disconnectReaders } from '../../../src/own-accounts/disconnect-readers';
import { emptyReaders, readersLeft } from '../../../src/own-accounts/empty-readers';
import { ownGrantState } from '../../../src/own-accounts/own-grant';
import { ownReasons } from '../../../src/own-accounts/own-reasons';
import { readerCounts } from '../../../src/own-accounts/reader-counts';
import { getDataSource } from '../../../src/data-sources/data-source-store';
import type { Grant } from '../../../src/grants/grant';
import type { OwnWork } from '../../../src/ports';
import { connectAs, readersSite, storedOf } from '../../support/own-accounts';

const day = 24 * 3_600_000;

test('an admin reads how many readers are connected and must connect anew, but no small numbers and no names', async () => {
  const site = await readersSite();
  const { services, saved } = site;
  expect(await readerCounts(saved, services)).toEqual({ connected: 0, reconnect: 0, usedOn: undefined, failures: [] });
  await connectAs('reader-0', site);
  expect(await readerCounts(saved, services)).toMatchObject({ connected: 'few', usedOn: '2030-01-01' });
  services.advance(day);
  for (const number of [1, 2, 3, 4, 5]) await connectAs(`reader-${number}`, site);
  const grants = services.memory.records('reader-grant');
  for (const [id, grant] of [...grants].slice(0, 2)) grants.set(id, { ...(grant as Grant), state: 'reconnect' });
  const counts = await readerCounts(saved, services);
  expect(counts).toEqual({ connected: 6, reconnect: 'few', usedOn: '2030-01-02', failures: [] });
  expect(JSON.stringify(counts)).not.toContain('reader-');
});

test('Disconnect all ends every account at once, and a queue deletes and revokes them; who connects anew stays', async () => {
  const site = await readersSite();
  const pushed: OwnWork[] = [];
  const services = { ...site.services, pushOwnWork: async (work: OwnWork) => pushed.push(work) > 0 };
  const { id } = site.saved;
  for (const number of [1, 2, 3]) await connectAs(`reader-${number}`, site);
  expect(await disconnectReaders(id, services)).toEqual({ left: 3 });
  expect(pushed).toEqual([{ what: 'empty', dataSourceId: id, idle: 0 }]);
  const saved = await getDataSource(id, services.dataSources);
  expect(await ownGrantState(saved, 'reader-1', services)).toEqual({
    state: 'reconnect',
    reason: ownReasons.allDisconnected,
  });
  expect(site.server.revoked).toEqual([]);

  await connectAs('reader-1', { ...site, saved });
  expect(await readersLeft(id, services)).toBe(2);
  expect(await emptyReaders(id, 25, services)).toBe(2);
  expect(await readersLeft(id, services)).toBe(0);
  expect(site.server.revoked).toHaveLength(4);
  expect(await ownGrantState(saved, 'reader-1', services)).toMatchObject({ state: 'ok' });
  expect(await ownGrantState(saved, 'reader-2', services)).toEqual({
    state: 'reconnect',
    reason: ownReasons.allDisconnected,
  });
  expect(storedOf(site, 'reader-1').connected).toBe(1);
  expect(await readerCounts(saved, services)).toMatchObject({ connected: 'few', reconnect: 0 });
  expect(await disconnectReaders(id, services)).toEqual({ left: 1 });
});
