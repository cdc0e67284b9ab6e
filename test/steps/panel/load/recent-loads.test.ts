import { platformLimits } from '../../../../local/platform/limits';
import type { Content } from '../../../../src/ports';
import { type RecentLoad, recentLoadsBySite } from '../../../../src/panel/load/recent-loads';
import { loadPanel } from '../../../../src/panel/load/load-panel';
import { firstRows, flightWorld, load, view } from '../../../support/flights';
import { type PanelWorld, users, usersUrl } from '../../../support/panels';
import { json, status } from '../../../support/memory-upstream';

const anyLoad = { title: '', visual: {}, dataSource: {}, found: { head: {} } } as RecentLoad;

/** A site in a process that remembers, with as many loads behind it as make a crowd. */
async function burstingWorld(site = 'site', options: Parameters<typeof flightWorld>[1] = {}): Promise<PanelWorld> {
  let count = 5;
  const world = await flightWorld({ [usersUrl]: () => json({ value: users(count++) }) }, options);
  const { services } = world;
  services.recentLoads = recentLoadsBySite(services.now)(site);
  for (let reader = 0; reader < 15; reader += 1) await load(world, {});
  services.memory.log.length = 0;
  return world;
}

const cost = async (world: PanelWorld, request = {}) => {
  world.services.memory.log.length = 0;
  await view(world, request);
  return world.services.memory.log.length;
};

describe('what a process remembers of a panel', () => {
  it('spares the storage a crowd, for seconds', async () => {
    const world = await burstingWorld();
    expect(await cost(world)).toBe(0);
    world.services.advance(3001);
    expect(await cost(world)).toBe(3);
    expect(await cost(world)).toBe(0);
  });

  it('is not used while few ask', async () => {
    const world = await burstingWorld();
    world.services.advance(60_000);
    expect(await cost(world)).toBe(3);
    expect(await cost(world)).toBe(3);
  });

  it('is not used by those who ask for new rows, and their rows are what is remembered next', async () => {
    const world = await burstingWorld();
    world.services.advance(31_000);
    for (let reader = 0; reader < 15; reader += 1) await view(world);
    expect((await view(world, { refresh: true })).view.totalRows).toBe(6);
    world.services.advance(3001);
    expect((await view(world)).view.totalRows).toBe(6);
  });

  it('is forgotten when somebody asks for new rows, who is not shown older ones right after', async () => {
    const world = await burstingWorld();
    world.services.advance(31_000);
    for (let reader = 0; reader < 15; reader += 1) await view(world);
    expect((await view(world, { refresh: true })).view.totalRows).toBe(6);
    world.services.advance(500);
    expect((await view(world)).view.totalRows).toBe(6);
  });

  it('ends with the freshness of the rows', async () => {
    const freshness = { freshSeconds: 2, staleSeconds: 60, keepSeconds: 60 };
    const world = await burstingWorld('site', { settings: { freshness } });
    world.services.advance(2001);
    expect(await view(world)).toMatchObject({ askAgainMs: 0 });
  });

  it('does not open a page to those who may not read it', async () => {
    const content: Content = {
      readable: async (id) => (id === '7' ? { id, spaceId: '10' } : undefined),
      editable: async () => undefined,
    };
    const world = await burstingWorld('site', { services: { content } });
    const { dataSource, services } = world;
    const settings = { ...dataSource.settings, allowedSpaces: { mode: 'named' as const, spaceIds: ['10'] } };
    await services.dataSources.replace(dataSource.id, 1, { ...dataSource, rev: 2, settings });
    services.advance(3001);
    const ask = (claimedContentId: string) =>
      loadPanel({ panelId: world.panel.id, window: firstRows }, { claimedContentId }, services);
    for (let reader = 0; reader < 15; reader += 1) await ask('7');
    await expect(ask('8')).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('tells a crowd to wait while somebody reads', async () => {
    let letGo = (): void => undefined;
    const held = new Promise<void>((resolve) => (letGo = resolve));
    let reached = (): void => undefined;
    const isByHand = new Promise<void>((resolve) => (reached = resolve));
    const response = async () => {
      reached();
      await held;
      return json({ value: users(1) });
    };
    const world = await flightWorld({ [usersUrl]: response });
    const { services } = world;
    services.recentLoads = recentLoadsBySite(services.now)('site');
    const first = view(world);
    await isByHand;
    for (let reader = 0; reader < 15; reader += 1) await load(world);
    services.memory.log.length = 0;
    expect(await load(world)).toMatchObject({ state: 'pending' });
    expect(services.memory.log).toEqual([]);
    services.advance(301);
    letGo();
    await first;
    expect(await load(world)).toMatchObject({ state: 'view' });
  });

  it.each([2, 5, 12])(
    'keeps what a busy page costs within what a site may read, spread over %d processes',
    (processes) => {
      let now = 1_700_000_000_000;
      const memories = Array.from({ length: processes }, () => recentLoadsBySite(() => now)('site'));
      const unitsOfLook = 4;
      let units = 0;
      let turn = 0;
      for (let view = 0; view < 300; view += 1) {
        for (const panel of ['a', 'b', 'c', 'd', 'e']) {
          const memory = memories[(turn += 7) % processes]!;
          if (memory.of(panel)) continue;
          units += unitsOfLook;
          memory.keep(panel, anyLoad);
        }
        now += 60_000 / 300;
      }
      expect(units).toBeLessThan(platformLimits.readUnitsPerMinute);
    },
  );

  it('belongs to one site alone', async () => {
    const bySite = recentLoadsBySite();
    const [one, other] = [bySite('one'), bySite('other')];
    for (let reader = 0; reader < 15; reader += 1) {
      one.of('panel');
      other.of('panel');
    }
    one.keep('panel', anyLoad);
    expect(one.of('panel')).toBe(anyLoad);
    expect(other.of('panel')).toBeUndefined();
  });

  it('holds nothing of a failure', async () => {
    const world = await flightWorld({ [usersUrl]: () => status(500) });
    const { services } = world;
    services.recentLoads = recentLoadsBySite(services.now)('site');
    for (let reader = 0; reader < 20; reader += 1)
      await expect(load(world)).rejects.toMatchObject({ code: 'remote-failed' });
    expect(services.recentLoads.of(world.panel.id)).toBeUndefined();
  });
});
