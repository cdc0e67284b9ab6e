import type { ColumnSettings } from '../../../../src/shared/contract';
import type { TableView } from '../../../../src/shared/view';
import { loadPanel } from '../../../../src/panel/load/load-panel';
import { type PanelWorld, panelWorld, usersUrl } from '../../../support/panels';
import { json } from '../../../support/memory-upstream';

const columns: ColumnSettings[] = [
  { label: 'Order', selector: "$['@key']", type: 'text' },
  { label: 'Price', selector: '$.price', type: 'currency', format: { currency: 'EUR' } },
  { label: 'Done', selector: '$.done', type: 'percent', format: { whole: 100 } },
  { label: 'Took', selector: '$.took', type: 'duration', format: { durationUnit: 'minutes' } },
  { label: 'Picture', selector: '$.picture', type: 'image' },
  { label: 'By', selector: '$.by', type: 'user', key: 'by' },
  { label: 'Priority', selector: '$.priority', type: 'status', sortSelector: '$.priority.rank' },
  { label: 'Tags', selector: '$.tags', type: 'list', format: { list: 'count' } },
  { label: 'Extra', selector: '$.extra', type: 'json' },
  { label: 'Line', selector: '$.lines', type: 'list', format: { list: 'rows' } },
];

const orders = {
  a1: {
    price: '1.234,50 €',
    done: 40,
    took: 1.5,
    picture: 'https://example.com/a.png',
    by: { displayName: 'Ann' },
    priority: { name: 'Low', rank: 9 },
    tags: ['x', 'y'],
    extra: { deep: [{ a: 1 }] },
    lines: ['first', { name: 'second' }],
  },
  b2: {
    price: '$ 5',
    took: 'PT5M',
    picture: 'http://example.com/b.png',
    priority: { name: 'High', rank: 10 },
    lines: [],
  },
};

async function view(world: PanelWorld, window: object = {}) {
  const requested = { panelId: world.panel.id, window: { offset: 0, count: 25, ...window } };
  const reply = await loadPanel(requested, {}, world.services);
  if (reply.state !== 'view') throw new Error('a view was expected');
  return { ...reply, view: reply.view as TableView };
}

describe('a panel with columns of every type', () => {
  const open = () =>
    panelWorld({ [usersUrl]: () => json({ orders }) }, { panel: { filters: [{ selector: '$.orders[*]' }], columns } });

  it('shows objects keyed by id, a row for each line, and says what it could not read', async () => {
    const { view: table, reading } = await view(await open());
    const order = ['a1', 1234.5, 0.4, 90, 'https://example.com/a.png', 'Ann', 'Low', 2, '{"deep":[{"a":1}]}'];
    expect(table.rows.map((row) => row.slice(0, 10))).toEqual([
      [...order, 'first'],
      [...order, 'second'],
      ['b2', null, null, 300, null, null, 'High', null, null, null],
    ]);
    expect(reading).toMatchObject({ rowsRead: 3, stopReason: 'complete' });
    expect(reading.warnings).toEqual([
      'In Price, 1 value is not an amount in EUR and left empty.',
      'In Picture, 1 value is not the https address of an image and left empty.',
    ]);
  });

  it('shows the same from its snapshot, columns included', async () => {
    const world = await open();
    const cold = await view(world);
    const warm = await view(world);
    expect(world.upstream.requests).toHaveLength(1);
    expect(warm.view).toEqual(cold.view);
  });

  it('counts the rows that lists make against the most there may be, and says so', async () => {
    const lines = Array.from({ length: 200_001 }, (_, line) => line);
    const page = { orders: { a1: { lines } } };
    const few = columns.filter(({ label }) => label === 'Order' || label === 'Line');
    const world = await panelWorld(
      { [usersUrl]: () => json(page) },
      { panel: { filters: [{ selector: '$.orders[*]' }], columns: few } },
    );
    const { view: table, reading } = await view(world, { offset: 199_999 });
    expect(table.totalRows).toBe(200_000);
    expect(table.rows).toEqual([['a1', '199999']]);
    expect(reading).toMatchObject({ rowsRead: 200_000, stopReason: 'row-limit' });
  });
});
