import { pagesShowing } from '../../../../src/editing/pages-showing';
import { loadPanel } from '../../../../src/panel/load/load-panel';
import { seenPagesBySite } from '../../../../src/panel/load/seen-pages';
import { noteSeenPages, shownPagesOf } from '../../../../src/panel/load/shown-pages';
import { deletePanel } from '../../../../src/editing/save-panel';
import { shownPagesKey } from '../../../../src/keys';
import { memoryServices, type MemoryServices } from '../../../support/memory';
import { json } from '../../../support/memory-upstream';
import { panelWorld, users, usersUrl } from '../../../support/panels';

const day = 24 * 3_600_000;
const shown = (services: MemoryServices, id = 'p') => shownPagesOf([id], services).then((found) => found.get(id) ?? []);

function remembering(): MemoryServices {
  const services = memoryServices();
  services.seenPages = seenPagesBySite(services.now)('site');
  return services;
}

const writes = ({ memory }: MemoryServices) => memory.log.filter(({ name }) => name === 'set').length;

test('a page is noted once a day for each panel, however often it is seen', async () => {
  const services = remembering();
  for (let view = 0; view < 5; view += 1) {
    services.seenPages.see('p', '7');
    await noteSeenPages(services);
  }
  expect([await shown(services), writes(services)]).toEqual([['7'], 1]);
  services.advance(day);
  services.seenPages.see('p', '8');
  services.seenPages.see('p', '7');
  await noteSeenPages(services);
  expect(writes(services)).toBe(2);
  expect((await shown(services)).sort()).toEqual(['7', '8']);
});

test('another process does not write again what stands there from the same day', async () => {
  const services = remembering();
  services.seenPages.see('p', '7');
  await noteSeenPages(services);
  services.seenPages = seenPagesBySite(services.now)('site');
  services.seenPages.see('p', '7');
  await noteSeenPages(services);
  expect(writes(services)).toBe(1);
});

test('a page that has not been seen for 90 days is forgotten, and the latest stand first', async () => {
  const services = remembering();
  for (const pageId of ['7', '8']) {
    services.seenPages.see('p', pageId);
    await noteSeenPages(services);
    services.advance(day);
  }
  expect(await shown(services)).toEqual(['8', '7']);
  services.advance(88 * day);
  expect(await shown(services)).toEqual(['8']);
});

test('sites do not see each other’s pages', () => {
  const seenPagesOf = seenPagesBySite(() => 0);
  seenPagesOf('one').see('p', '7');
  expect(seenPagesOf('other').take(10).size).toBe(0);
  expect(seenPagesOf('one').take(10)).toEqual(new Map([['p', new Set(['7'])]]));
});

test('a reading takes notes of few panels, and what is left of them waits for the next one', async () => {
  const services = remembering();
  for (let panel = 0; panel < 12; panel += 1) services.seenPages.see(`p${panel}`, '7');
  services.seenPages.see('p0', undefined);
  await noteSeenPages(services);
  expect(writes(services)).toBe(10);
  await noteSeenPages(services);
  expect(writes(services)).toBe(12);
  expect(await shown(services, 'p0')).toEqual(['7']);
});

test('the record of a panel stays small, and what is damaged counts as nothing', async () => {
  const services = remembering();
  await services.storage.set(shownPagesKey('p'), { schema: 1, pages: 'text' });
  for (let page = 0; page < 500; page += 1) services.seenPages.see('p', String(page));
  await noteSeenPages(services);
  expect(await shown(services)).toHaveLength(200);
});

test('storage that fails keeps nobody from their rows', async () => {
  const services = remembering();
  services.memory.fate = () => 'fail';
  services.seenPages.see('p', '7');
  await expect(noteSeenPages(services)).resolves.toBeUndefined();
});

test('a view of kept rows costs nothing more: what was seen is noted by the next reading', async () => {
  const { services, panel } = await panelWorld({ [usersUrl]: () => json({ value: users(2) }) });
  services.seenPages = seenPagesBySite(services.now)('site');
  const view = (claimedContentId: string, refetch = false) =>
    loadPanel({ panelId: panel.id, window: { offset: 0, count: 5 }, refetch }, { claimedContentId }, services);
  await view('7');
  expect(await shown(services, panel.id)).toEqual(['7']);
  services.memory.log.length = 0;
  await view('8');
  const keys = services.memory.log.map(({ key }) => key);
  expect(keys.filter((key) => key.includes('shown-on'))).toEqual([]);
  services.advance(6 * 60_000);
  await view('9', true);
  expect((await shown(services, panel.id)).sort()).toEqual(['7', '8', '9']);
  await deletePanel({ id: panel.id }, services);
  expect(await shown(services, panel.id)).toEqual([]);
});

test('an admin is told the titles of pages that they may read, and the number of the others', async () => {
  const services = remembering();
  for (const pageId of ['7', '8', '9']) services.seenPages.see('p', pageId);
  services.seenPages.see('q', '7');
  await noteSeenPages(services);
  services.content.readable = (id) => Promise.resolve(id === '7' ? { id, spaceId: '1', title: 'Staff' } : undefined);
  expect(await pagesShowing(['p', 'q'], services)).toEqual({ titles: ['Staff'], others: 2 });
  expect(await pagesShowing(['none'], services)).toEqual({ titles: [], others: 0 });
});
