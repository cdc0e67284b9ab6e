import { loadPanel } from '../../../../src/panel/load/load-panel';
import { type PanelWorld, panelWorld, users, usersUrl } from '../../../support/panels';
import { type Respond, json } from '../../../support/memory-upstream';

const pageSize = 999;
const total = 50_000;
const link = (page: number) => `${usersUrl}?$skiptoken=${page}`;

/** 50,000 users as a directory pages them. */
function directory(): Record<string, Respond> {
  const pages = Math.ceil(total / pageSize);
  const page = (number: number) => () => {
    const from = number * pageSize;
    const value = users(Math.min(pageSize, total - from), from);
    return json(number + 1 < pages ? { value, '@odata.nextLink': link(number + 1) } : { value });
  };
  return Object.fromEntries(
    Array.from({ length: pages }, (_, number) => [number === 0 ? usersUrl : link(number), page(number)]),
  );
}

const columns = [
  { label: 'ID', selector: '$.id', type: 'text' as const },
  { label: 'Name', selector: '$.displayName', type: 'text' as const },
  { label: 'Age', selector: '$.age', type: 'number' as const },
];

describe('50,000 users', () => {
  let world: PanelWorld;
  const load = (window: object) =>
    loadPanel({ panelId: world.panel.id, window: { offset: 0, count: 25, ...window } }, {}, world.services);

  beforeAll(async () => {
    world = await panelWorld(directory(), { panel: { columns } });
  });

  it('are read, shaped and kept within the bounds of an invocation', async () => {
    const began = process.cpuUsage();
    const reply = await load({});
    const { user, system } = process.cpuUsage(began);
    expect(reply).toMatchObject({
      reading: { rowsRead: total, pagesRead: 51, stopReason: 'complete' },
      view: { totalRows: total },
    });
    expect((user + system) / 1e6).toBeLessThan(15);
    expect(world.upstream.requests).toHaveLength(51);
  });

  it.each([
    ['the first page', {}],
    ['a page in the middle', { offset: 25_000, count: 100 }],
    ['the largest window', { offset: 40_000, count: 1000 }],
    ['a sorted page', { offset: 100, count: 100, sorts: [{ column: 'c2', direction: 'descending' }] }],
    ['a searched page', { search: 'user 0499', count: 1000 }],
  ])('are shown from the snapshot in replies below 500 KB: %s', async (_, window) => {
    world.services.memory.log.length = 0;
    const reply = await load(window);
    expect(reply.state).toBe('view');
    expect(Buffer.byteLength(JSON.stringify(reply))).toBeLessThan(500_000);
    expect(world.upstream.requests).toHaveLength(51);
    expect(world.services.memory.log.every(({ name }) => name === 'get')).toBe(true);
  });

  it('are stored in values of at most 240 KiB', () => {
    const sizes = [...world.services.memory.open].map(([, value]) => JSON.stringify(value).length);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(240 * 1024);
    expect(sizes.length).toBeGreaterThan(2);
  });
});
