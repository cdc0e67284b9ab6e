import type { ListEntries, PanelSettings } from '../../../../src/shared/contract';
import { choiceDetails } from '../../../../src/editing/chosen-panel';
import { variableEntries } from '../../../../src/panel/load/variable-entries';
import { addPanel, flightWorld } from '../../../support/flights';
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
