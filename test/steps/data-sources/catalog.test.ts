import fc from 'fast-check';
import { createCatalog, panelsOn, type Catalog } from '../../../src/data-sources/catalog/catalog';
import { cataloged } from '../../../src/data-sources/catalog/cataloged';
import type { CatalogEntry } from '../../../src/data-sources/catalog/entry';
import type { CatalogPage } from '../../../src/data-sources/catalog/pages';
import { newId } from '../../../src/ids';
import type { Panel } from '../../../src/panel/load/panel';
import type { EntityStorage } from '../../../src/ports';
import { memoryEntity, memoryServices, MemoryStorage, memoryTransact } from '../../support/memory';
import { panel, panelSettings } from '../../support/panels';

const hour = 3_600_000;

interface World {
  memory: MemoryStorage;
  catalog: Catalog;
  panels: EntityStorage<Panel>;
  /** The records themselves, past the catalog. */
  records: EntityStorage<Panel>;
  advance(milliseconds: number): void;
}

/** Panels whose queries see nothing that was written since the world began, unless they are told to. */
function behind({ sees = () => false }: { sees?: () => boolean } = {}): World {
  const memory = new MemoryStorage();
  let time = 10 * hour;
  const late = <T extends { rev: number; by: string }>(records: EntityStorage<T>): EntityStorage<T> => ({
    ...records,
    list: async () => (sees() ? records.list() : []),
  });
  const records = late(memoryEntity<Panel>(memory, 'panel'));
  const dataSources = late(memoryEntity<Panel>(memory, 'data-source'));
  const now = () => time;
  const stores = { 'data-source': dataSources, panel: records };
  const catalog = createCatalog(memoryEntity<CatalogPage>(memory, 'catalog'), stores, now);
  const { panels } = cataloged({ dataSources, panels: records, transact: memoryTransact(memory) }, catalog, now);
  return { memory, catalog, panels, records, advance: (milliseconds) => void (time += milliseconds) };
}

const on = (dataSourceId: string, name: string, id = newId()): Panel => ({
  ...panel(panelSettings(dataSourceId, { name })),
  id,
});

const renamed = (before: Panel, name: string): Panel => ({
  ...before,
  rev: before.rev + 1,
  by: newId(),
  settings: { ...before.settings, name },
});

const namesOf = async ({ panels }: World) => (await panels.list()).map(({ value }) => value.settings.name).sort();
const pagesOf = ({ memory }: World) => [...memory.records('catalog')] as [string, CatalogPage][];

const entry = (at: number): CatalogEntry => ({
  id: newId(),
  kind: 'panel',
  name: 'x'.repeat(60),
  dataSourceId: 'a',
  at,
});

test('what was just saved, renamed or deleted is listed so, though queries do not see it', async () => {
  const world = behind();
  const [users, groups] = [on('a', 'Users'), on('a', 'Groups')];
  await world.panels.create(users.id, users);
  await world.panels.create(groups.id, groups);
  await world.panels.create('o', on('b', 'Orders', 'o'));
  await world.panels.replace(users.id, 1, renamed(users, 'All users'));
  await world.panels.delete(groups.id);
  expect(await namesOf(world)).toEqual(['All users', 'Orders']);
  expect(await panelsOn('a', world.catalog)).toMatchObject([{ id: users.id, name: 'All users' }]);
});

test('an unchanged name is not written again', async () => {
  const world = behind();
  const users = on('a', 'Users');
  await world.panels.create(users.id, users);
  const [[, { rev }] = ['', { rev: 0 }]] = pagesOf(world);
  await world.panels.replace(users.id, 1, renamed(users, 'Users'));
  expect(pagesOf(world)).toMatchObject([['page-0', { rev }]]);
});

test('whoever writes at the same moment, in whatever order, the lists say what is stored', async () => {
  const act = fc.record({
    act: fc.constantFrom('create', 'rename', 'move', 'delete'),
    id: fc.constantFrom('p1', 'p2', 'p3'),
    to: fc.constantFrom('a', 'b', 'c'),
  });
  const writes = fc.array(act, { minLength: 2, maxLength: 6 });
  const run = async (all: { act: string; id: string; to: string }[], scheduler: fc.Scheduler) => {
    const world = behind();
    await world.panels.create('p1', on('a', 'First', 'p1'));
    world.memory.turn = () => scheduler.schedule(Promise.resolve());
    const done = all.map(async ({ act: what, id, to }) => {
      if (what === 'create') return void (await world.panels.create(id, on('a', to, id)));
      if (what === 'delete') return world.panels.delete(id);
      const before = await world.panels.get(id);
      if (!before) return;
      const settings = { ...before.settings, [what === 'move' ? 'dataSourceId' : 'name']: to };
      await world.panels.replace(id, before.rev, { ...renamed(before, ''), settings });
    });
    await scheduler.waitFor(Promise.all(done));
    world.memory.turn = () => Promise.resolve();
    const stored = [...world.memory.records('panel').values()] as Panel[];
    const said = (await world.catalog.entries('panel')).filter(({ id }) => stored.some((each) => each.id === id));
    const asSaid = said.map(({ id, name, dataSourceId }) => [id, name, dataSourceId].join());
    const asStored = stored.map(({ id, settings }) => [id, settings.name, settings.dataSourceId].join());
    expect(asSaid.sort()).toEqual(asStored.sort());
  };
  await fc.assert(fc.asyncProperty(writes, fc.scheduler(), run), { numRuns: 60 });
});

test('a page that is full is followed by another, and both are read', async () => {
  const world = behind();
  const full = Array.from({ length: 1500 }, () => entry(0));
  world.memory.records('catalog').set('page-0', { schema: 1, rev: 1, by: 'x', entries: full });
  await world.panels.create('p', on('b', 'Over the edge', 'p'));
  expect(pagesOf(world)).toMatchObject([
    ['page-0', { rev: 1 }],
    ['page-1', { entries: [{ id: 'p' }] }],
  ]);
  expect(Buffer.byteLength(JSON.stringify(pagesOf(world)[0]))).toBeLessThan(240 * 1024);
  expect(await world.catalog.entries('panel')).toHaveLength(1501);
});

test('a site without a catalog gets one of what it has, in as many pages as that takes', async () => {
  const world = behind({ sees: () => true });
  for (let number = 0; number < 2000; number += 1) {
    const id = `p${number}`;
    world.memory.records('panel').set(id, on('a'.repeat(32), `A panel of which there are many, number ${number}`, id));
  }
  expect(await world.catalog.entries('panel')).toHaveLength(2000);
  expect(pagesOf(world)).toHaveLength(2);
});

test('the hourly job adds what is missing, corrects what is wrong and removes what has been gone for an hour', async () => {
  let sees = false;
  const world = behind({ sees: () => sees });
  const [kept, lost, wrong] = [on('a', 'Kept'), on('a', 'Lost'), on('a', 'Wrong')];
  for (const each of [kept, wrong]) await world.panels.create(each.id, each);
  await world.records.create(lost.id, lost);
  await world.records.replace(wrong.id, 1, renamed(wrong, 'Right'));
  await world.catalog.change('phantom', () => ({ ...entry(10 * hour), id: 'phantom' }));
  sees = true;
  expect(await world.catalog.rebuild()).toBe(2);
  const names = async () => (await panelsOn('a', world.catalog)).map(({ name }) => name);
  expect(await names()).toEqual(['Kept', 'Lost', 'Right', 'x'.repeat(60)]);
  world.advance(hour);
  expect(await world.catalog.rebuild()).toBe(1);
  expect(await names()).toEqual(['Kept', 'Lost', 'Right']);
  expect(await world.catalog.rebuild()).toBe(0);
});

test.each(['text', null, [], {}])('a page of which %j is left is filled again by the hourly job', async (left) => {
  const world = behind({ sees: () => true });
  await world.panels.create('p', on('a', 'Users', 'p'));
  world.memory.records('catalog').set('page-0', { schema: NaN, rev: 1, by: 'x', entries: left });
  expect(await namesOf(world)).toEqual([]);
  await world.catalog.rebuild();
  expect(await namesOf(world)).toEqual(['Users']);
});

test('a panel whose record is damaged keeps its data source, so that it goes with it', async () => {
  const world = behind();
  await world.panels.create('p', on('a', 'Users', 'p'));
  world.memory.records('panel').set('p', { rev: 1, by: 'x', schema: NaN, settings: { name: 'Users' } });
  await world.catalog.rebuild();
  expect(await panelsOn('a', world.catalog)).toHaveLength(1);
});

test('a record whose entry cannot be written is not made', async () => {
  const services = memoryServices();
  services.memory.fate = ({ name, key }) => (name === 'transact' && key.startsWith('page-') ? 'fail' : 'work');
  await services.catalog.entries('panel');
  await expect(services.panels.create('p', on('a', 'Users', 'p'))).rejects.toThrow();
  expect(services.memory.records('panel').size).toBe(0);
});
