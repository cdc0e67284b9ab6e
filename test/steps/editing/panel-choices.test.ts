import { loadPanel } from '../../../src/panel/load/load-panel';
import { previewChoice } from '../../../src/editing/chosen-panel';
import { listPanelChoices, listPanelSummaries } from '../../../src/editing/panel-choices';
import { previewPanel, proposeFor } from '../../../src/editing/preview-panel';
import type { MemoryServices } from '../../support/memory';
import { dataSource, panel, panelSettings, panelWorld, requestTo, users, usersUrl } from '../../support/panels';
import { type Respond, json } from '../../support/memory-upstream';

const draft = { id: '7', spaceId: '10' };
const ada = { accountId: 'ada' };
const editor = { accountId: 'eddie', content: draft };

/** So many pages of so many users, each behind a next link. */
function manyPages(pages: number, count: number): Record<string, Respond> {
  const urlOf = (page: number) => (page === 1 ? usersUrl : `${usersUrl}?page=${page}`);
  const numbers = Array.from({ length: pages }, (_, index) => index + 1);
  return Object.fromEntries(
    numbers.map((page) => [
      urlOf(page),
      () => json({ value: users(count, page * count), '@odata.nextLink': page < pages ? urlOf(page + 1) : undefined }),
    ]),
  );
}

const rowsKept = ({ memory }: MemoryServices) => [...memory.open.keys()].filter((key) => key.startsWith('snapshot'));

async function site() {
  const world = await panelWorld({ [usersUrl]: () => json({ value: users(30) }) });
  const limited = dataSource({ name: 'Salaries', allowedSpaces: { mode: 'named', spaceIds: ['10'] } });
  const undecided = dataSource({ name: 'New', allowedSpaces: { mode: 'undecided' } });
  const pay = panel(panelSettings(limited.id, { name: 'Pay', description: 'What everybody earns' }));
  const fresh = panel(panelSettings(undecided.id, { name: 'Fresh' }));
  for (const source of [limited, undecided]) await world.services.dataSources.create(source.id, source);
  for (const each of [pay, fresh]) await world.services.panels.create(each.id, each);
  return { ...world, pay, fresh };
}

describe('the panels an editor may pick', () => {
  it.each([
    ['10', '', ['Pay', 'People']],
    ['11', '', ['People']],
    ['10', 'EARNS', ['Pay']],
    ['10', 'salar', ['Pay']],
    ['11', 'pay', []],
  ])('in space %s with the text "%s" are %j', async (spaceId, text, names) => {
    const { services } = await site();
    const choices = await listPanelChoices(text, { id: '7', spaceId }, services);
    expect(choices.map(({ name }) => name)).toEqual(names);
  });

  it('are shown without URL or query', async () => {
    const { services, pay } = await site();
    const [choice] = await listPanelChoices('pay', draft, services);
    expect(choice).toEqual({
      id: pay.id,
      name: 'Pay',
      description: 'What everybody earns',
      dataSourceName: 'Salaries',
    });
  });

  it('are previewed with their first rows, on a draft that nobody can read yet too', async () => {
    const { services, pay } = await site();
    const preview = await previewChoice({ panelId: pay.id }, editor, services);
    expect(preview.view).toMatchObject({ totalRows: 30 });
    expect(preview.reading).toMatchObject({ rowsRead: 30 });
  });

  it('are previewed from the first page of many, and nothing is kept', async () => {
    const world = await panelWorld(manyPages(20, 1000));
    const { view, reading } = await previewChoice({ panelId: world.panel.id }, editor, world.services);
    expect(view).toMatchObject({ totalRows: 1000, offset: 0 });
    expect(reading).toMatchObject({ pagesRead: 1, stopReason: 'page-limit' });
    expect(rowsKept(world.services)).toEqual([]);
  });

  it('are previewed from as many pages as hold enough rows', async () => {
    const world = await panelWorld(manyPages(20, 4));
    const { reading } = await previewChoice({ panelId: world.panel.id }, editor, world.services);
    expect(reading).toMatchObject({ pagesRead: 3, rowsRead: 12 });
  });

  it('are previewed from rows that are fresh, without a request', async () => {
    const world = await panelWorld({ [usersUrl]: () => json({ value: users(30) }) });
    await loadPanel({ panelId: world.panel.id, window: { offset: 0, count: 25 } }, {}, world.services);
    const { view } = await previewChoice({ panelId: world.panel.id }, editor, world.services);
    expect(view).toMatchObject({ totalRows: 30 });
    expect(world.upstream.requests).toHaveLength(1);
    world.services.advance(60 * 60_000);
    await previewChoice({ panelId: world.panel.id }, editor, world.services);
    expect(world.upstream.requests).toHaveLength(2);
  });

  it('are previewed as often as one account may, and rows proposed as often as the data source may be called', async () => {
    const limits = { pages: 90, rows: 1000, megabytes: 32, seconds: 20, requestsPerMinute: 4 };
    const world = await panelWorld({ [usersUrl]: () => json({ value: users(30) }) }, { settings: { limits } });
    const preview = () => previewChoice({ panelId: world.panel.id }, editor, world.services);
    const propose = () => proposeFor({ dataSourceId: world.dataSource.id }, ada, world.services);
    for (let time = 0; time < 2; time += 1) await preview();
    await expect(preview()).rejects.toMatchObject({ code: 'busy' });
    for (let time = 0; time < 2; time += 1) await propose();
    await expect(propose()).rejects.toMatchObject({ code: 'busy' });
    expect(world.upstream.requests).toHaveLength(4);
  });

  it('are not previewed where their data source may not be shown', async () => {
    const { services, pay, fresh, upstream } = await site();
    for (const { id } of [pay, fresh]) {
      await expect(
        previewChoice({ panelId: id }, { ...editor, content: { id: '7', spaceId: '11' } }, services),
      ).rejects.toMatchObject({
        code: 'forbidden',
      });
    }
    expect(upstream.requests).toEqual([]);
  });
});

describe('the panels of the admin', () => {
  it('are all of them, with their data sources', async () => {
    const { services } = await site();
    const summaries = await listPanelSummaries(services);
    expect(summaries.map(({ name, dataSourceName }) => [name, dataSourceName])).toEqual([
      ['Fresh', 'New'],
      ['Pay', 'Salaries'],
      ['People', 'Directory'],
    ]);
  });

  it('are previewed as they stand in the form, and nothing is kept', async () => {
    const { services, dataSource: source } = await site();
    const columns = [{ label: 'Who', selector: '$.displayName', type: 'text' as const }];
    const { view, reading } = await previewPanel(panelSettings(source.id, { name: '', columns }), {}, ada, services);
    expect(view).toMatchObject({ columns: [{ label: 'Who' }], totalRows: 30 });
    expect(reading).toMatchObject({ stopReason: 'complete' });
    expect(rowsKept(services)).toEqual([]);
  });

  it('are previewed with the values they give to the variables of their data source', async () => {
    const variables = [{ name: 'team', defaultValue: 'all' }];
    const world = await panelWorld(
      { [`${usersUrl}?team=core`]: () => json({ value: users(1) }) },
      { settings: { request: requestTo(`${usersUrl}?team={team}`), variables } },
    );
    const settings = panelSettings(world.dataSource.id, { variableValues: { team: 'core' } });
    expect((await previewPanel(settings, {}, ada, world.services)).reading.rowsRead).toBe(1);
  });

  it('are not previewed with a selector that has an error or matches nothing', async () => {
    const { services, dataSource: source } = await site();
    const preview = (selector: string) =>
      previewPanel(panelSettings(source.id, { filters: [{ selector }] }), {}, ada, services);
    await expect(preview('$.value[')).rejects.toMatchObject({
      code: 'invalid-input',
      details: { fields: [{ path: 'filters.0.selector' }] },
    });
    await expect(preview('$.items[*]')).rejects.toMatchObject({ code: 'selector-matched-nothing' });
  });

  it('are proposed from the first page of their data source', async () => {
    const { services, dataSource: source } = await site();
    expect(await proposeFor({ dataSourceId: source.id }, ada, services)).toMatchObject({
      rowsSelector: '$.value[*]',
      rowCount: 30,
    });
  });
});
