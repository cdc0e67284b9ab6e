import type { ListEntries, PanelSettings } from '../../../../src/shared/contract';
import { choiceDetails, previewChoice } from '../../../../src/editing/chosen-panel';
import { exportPanel } from '../../../../src/panel/export/export-panel';
import { columnValues } from '../../../../src/panel/load/column-values';
import { variableEntries } from '../../../../src/panel/load/variable-entries';
import { addPanel, flightWorld, load, minute, view } from '../../../support/flights';
import { dataSource, panel, panelSettings, type PanelWorld, users, usersUrl } from '../../../support/panels';
import { json } from '../../../support/memory-upstream';

const rows = [
  { displayName: 'Europe', age: 1 },
  { displayName: 'America', age: 2 },
  { displayName: 'Europe again', age: 1 },
  { displayName: null, age: 3 },
  { displayName: 'Nowhere', age: null },
];

const variables = (entries: ListEntries): PanelSettings['variables'] => [
  { key: 'region', label: 'Region', required: false, defaultValue: '', type: 'list', entries },
];

async function world(response: unknown = { value: rows }): Promise<PanelWorld> {
  return flightWorld({ [usersUrl]: () => json(response) });
}

const from = (panelId: string, labelColumn?: string): ListEntries => ({
  from: 'panel',
  panelId,
  valueColumn: 'c1',
  labelColumn,
});

test('entries are the different values of another panel’s rows, with their labels', async () => {
  const at = await world();
  const shown = await addPanel(at, { variables: variables(from(at.panel.id, 'c0')) });
  const entriesFor = (text: string) => variableEntries({ panelId: shown.id, key: 'region', text }, {}, at.services);
  const entries = [
    { value: '1', label: 'Europe' },
    { value: '2', label: 'America' },
    { value: '3', label: '3' },
  ];
  expect(await entriesFor('')).toEqual({ state: 'entries', entries, cut: false });
  expect(await entriesFor('AMER')).toEqual({ state: 'entries', entries: [entries[1]], cut: false });
  expect(at.upstream.requests).toHaveLength(1);
});

test('a value is its own label where no other column is named, and fixed entries are searched alike', async () => {
  const at = await world();
  const shown = await addPanel(at, { variables: variables(from(at.panel.id)) });
  const reply = await variableEntries({ panelId: shown.id, key: 'region', text: '2' }, {}, at.services);
  expect(reply).toMatchObject({ entries: [{ value: '2', label: '2' }] });
  const fixed = {
    from: 'fixed' as const,
    entries: [
      { value: 'eu', label: 'Europe' },
      { value: 'us', label: 'States' },
    ],
  };
  const other = await addPanel(at, { variables: variables(fixed) });
  expect(await variableEntries({ panelId: other.id, key: 'region', text: 'st' }, {}, at.services)).toMatchObject({
    entries: [{ value: 'us' }],
  });
});

test('no more than 500 travel at once, and it is said', async () => {
  const many = users(2000).map((user, age) => ({ ...user, age }));
  const at = await world({ value: many });
  const shown = await addPanel(at, { variables: variables(from(at.panel.id)) });
  const reply = await variableEntries({ panelId: shown.id, key: 'region', text: '' }, {}, at.services);
  expect(reply).toMatchObject({ state: 'entries', cut: true });
  if (reply.state === 'entries') expect(reply.entries).toHaveLength(500);
});

test('panels that take their entries from each other, or from themselves, do no harm', async () => {
  const at = await world();
  const { services, panel: first } = at;
  const second = await addPanel(at, { variables: variables(from(first.id)) });
  const settings = { ...first.settings, variables: variables(from(second.id)) };
  await services.panels.replace(first.id, first.rev, { ...first, settings, rev: first.rev + 1, by: 'x' });
  for (const { id } of [first, second]) {
    const reply = await variableEntries({ panelId: id, key: 'region', text: '' }, {}, services);
    expect(reply).toMatchObject({ state: 'entries', entries: [{ value: '1' }, { value: '2' }, { value: '3' }] });
  }
});

test('both panels must be allowed where the reader is', async () => {
  const at = await world();
  const { services } = at;
  const closed = dataSource({ allowedSpaces: { mode: 'named', spaceIds: ['10'] } });
  await services.dataSources.create(closed.id, closed);
  const secret = panel(panelSettings(closed.id));
  await services.panels.create(secret.id, secret);
  const open = await addPanel(at, { variables: variables(from(secret.id)) });
  const behind = panel(panelSettings(closed.id, { variables: variables(from(at.panel.id)) }));
  await services.panels.create(behind.id, behind);
  for (const { id } of [open, behind]) {
    const requested = variableEntries({ panelId: id, key: 'region', text: '' }, { claimedContentId: '7' }, services);
    await expect(requested).rejects.toMatchObject({ code: 'forbidden' });
  }
  expect(at.upstream.requests).toEqual([]);
});

describe('a value of a list that another panel makes', () => {
  const filtered = (entries: ListEntries, defaultValue = '') => ({
    variables: [{ ...variables(entries)![0]!, defaultValue }],
    request: { path: '', parameters: [{ name: 'region', value: '{$.region}' }] },
  });
  const answers = {
    [usersUrl]: () => json({ value: rows }),
    [`${usersUrl}?region=`]: () => json({ value: rows }),
    [`${usersUrl}?region=2`]: () => json({ value: rows.slice(0, 2) }),
    [`${usersUrl}?region=9`]: () => json({ value: rows.slice(0, 1) }),
  };
  const worldOf = async (defaultValue?: string) => {
    const at = await flightWorld(answers);
    return { at, shown: await addPanel(at, filtered(from(at.panel.id), defaultValue)) };
  };
  const region = (value: string) => ({ values: { region: value } });
  const notOffered = { code: 'invalid-input', message: 'The value of Region must be one of the entries of its list.' };

  test('is taken where it is an entry, and refused elsewhere before anything is requested or written', async () => {
    const { at, shown } = await worldOf();
    expect((await view(at, region('2'), shown)).view.rows).toHaveLength(2);
    const { log } = at.services.memory;
    log.length = 0;
    const before = at.upstream.requests.length;
    await expect(load(at, region('9'), shown)).rejects.toMatchObject(notOffered);
    await expect(
      columnValues({ panelId: shown.id, column: 'c0', offset: 0, ...region('9') }, {}, at.services),
    ).rejects.toMatchObject(notOffered);
    expect(at.upstream.requests).toHaveLength(before);
    expect(new Set(log.map(({ name }) => name))).toEqual(new Set(['get']));
    log.length = 0;
    await view(at, region('2'), shown);
    expect(log.length).toBeLessThanOrEqual(10);
  });

  test('needs no look-up where an admin has set it, or where there is none', async () => {
    const { at, shown } = await worldOf('9');
    expect((await view(at, region('9'), shown)).view.rows).toHaveLength(1);
    await view(at, region(''), shown);
    expect(at.upstream.requests.map(({ url }) => url)).toEqual([`${usersUrl}?region=9`, `${usersUrl}?region=`]);
  });

  test('is asked for again while the list is being read, and refused where it cannot be', async () => {
    const { at, shown } = await worldOf();
    const [, id] = [await load(at), [...at.services.memory.records('flight').keys()][0]!];
    at.services.advance(70 * minute);
    const flight = (await at.services.flights.get(id))!;
    const now = at.services.now();
    const held = { ...flight, holder: 'x', since: now, until: now + minute, rev: flight.rev + 1, by: 'x' };
    await at.services.flights.replace(id, flight.rev, held);
    await at.services.storage.delete([...at.services.memory.open.keys()].find((key) => key.startsWith('snapshot:'))!);
    await expect(load(at, region('2'), shown)).rejects.toMatchObject({
      code: 'busy',
      details: { retryAfterMs: expect.any(Number) as number },
    });
    await at.services.panels.delete(at.panel.id);
    await expect(load(at, region('2'), shown)).rejects.toMatchObject({
      code: 'not-found',
      message: expect.stringMatching(/^The value of Region cannot be looked up in its list\. /) as string,
    });
  });

  test('is refused where its list may not be shown', async () => {
    const { at } = await worldOf();
    const closed = dataSource({ allowedSpaces: { mode: 'named', spaceIds: ['10'] } });
    await at.services.dataSources.create(closed.id, closed);
    const secret = panel(panelSettings(closed.id));
    await at.services.panels.create(secret.id, secret);
    const shown = await addPanel(at, filtered(from(secret.id)));
    await expect(load(at, region('2'), shown)).rejects.toMatchObject({ code: 'forbidden' });
  });

  test('is no way in for editors and exports', async () => {
    const { at, shown } = await worldOf();
    await view(at, region('2'), shown);
    const editor = { accountId: 'eddie', content: { id: '7', spaceId: '10' } };
    for (const value of ['2', '9']) {
      const preview = previewChoice({ panelId: shown.id, ...region(value) }, editor, at.services);
      const exported = exportPanel({ panelId: shown.id, ...region(value) }, at.services);
      if (value === '2') await Promise.all([preview, exported]);
      else for (const each of [preview, exported]) await expect(each).rejects.toMatchObject(notOffered);
    }
  });
});

test('a list that is gone is not found', async () => {
  const at = await world();
  const requested = variableEntries({ panelId: at.panel.id, key: 'region', text: '' }, {}, at.services);
  await expect(requested).rejects.toMatchObject({
    code: 'not-found',
    message: 'This list no longer exists. Reload the page.',
  });
});

test('an editor finds variables and shown columns of a panel, and nothing of one that is not for them', async () => {
  const at = await world();
  const editor = { accountId: 'eddie', content: { id: '7', spaceId: '10' } };
  const shown = await addPanel(at, {
    variables: variables({ from: 'fixed', entries: [{ value: 'eu', label: 'Europe' }] }),
    columns: [
      { key: 'who', label: 'Who', selector: '$.displayName', type: 'text' },
      { key: 'age', label: 'Age', selector: '$.age', type: 'number', hidden: true },
    ],
    rowSteps: [{ kind: 'compute', column: { key: 'twice', label: 'Twice', type: 'number', expression: '[Age] * 2' } }],
  });
  expect(await choiceDetails(shown.id, editor, at.services)).toEqual({
    choice: { id: shown.id, name: 'People', description: 'Everybody in the directory', dataSourceName: 'Directory' },
    visual: 'table',
    variables: [
      {
        key: 'region',
        label: 'Region',
        type: 'list',
        required: false,
        value: '',
        entries: [{ value: 'eu', label: 'Europe' }],
      },
    ],
    columns: [
      { key: 'who', label: 'Who', type: 'text' },
      { key: 'twice', label: 'Twice', type: 'number' },
    ],
  });
  expect(await choiceDetails('f'.repeat(32), editor, at.services)).toBeNull();
  const closed = dataSource({ allowedSpaces: { mode: 'named', spaceIds: ['99'] } });
  await at.services.dataSources.create(closed.id, closed);
  const secret = panel(panelSettings(closed.id));
  await at.services.panels.create(secret.id, secret);
  expect(await choiceDetails(secret.id, editor, at.services)).toBeNull();
});
