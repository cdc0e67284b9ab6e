import type { PanelForm, PanelSettings } from '../../../src/shared/contract';
import { panelsOn } from '../../../src/data-sources/catalog/catalog';
import { loadPanel } from '../../../src/panel/load/load-panel';
import { deletePanel, savePanel } from '../../../src/editing/save-panel';
import { getPanel } from '../../../src/panel/load/panel-store';
import { Problem } from '../../../src/shared/problem';
import { dataSource, panelSettings, panelWorld, requestTo, userColumns, users, usersUrl } from '../../support/panels';
import { json } from '../../support/memory-upstream';

const world = () => panelWorld({ [usersUrl]: () => json({ value: users(2) }) });

async function fieldsOf(change: Partial<PanelSettings>): Promise<string[]> {
  const { services, dataSource: source } = await world();
  try {
    await savePanel({ settings: panelSettings(source.id, change) }, 'admin', services);
    return [];
  } catch (error) {
    if (error instanceof Problem && error.code === 'invalid-input')
      return (error.details.fields ?? []).map(({ path }) => path);
    throw error;
  }
}

describe('saving a panel', () => {
  it('refuses settings that are too large to be stored, in a sentence', async () => {
    const { services, dataSource: source } = await world();
    const selector = `$[${"'a',".repeat(900)}'b']`;
    const columns = Array.from({ length: 100 }, (_, at) => ({ label: `C${at}`, selector, type: 'text' as const }));
    await expect(
      savePanel({ settings: panelSettings(source.id, { columns }) }, 'admin', services),
    ).rejects.toMatchObject({
      code: 'invalid-input',
      details: { fields: [{ path: 'columns', message: expect.stringMatching(/at most 150 KB/) as string }] },
    });
  });

  it('takes values for the variables that the request of its data source can hold', async () => {
    const variables = [{ name: 'team', defaultValue: 'all' }];
    const { services, dataSource: source } = await panelWorld(
      {},
      { settings: { request: requestTo(`${usersUrl}/{team}`), variables } },
    );
    const save = (variableValues: Record<string, string>) =>
      savePanel({ settings: panelSettings(source.id, { variableValues }) }, 'admin', services);
    expect((await save({ team: 'core', gone: 'x' })).settings.variableValues).toEqual({ team: 'core' });
    await expect(save({ team: '../admin' })).rejects.toMatchObject({
      code: 'invalid-input',
      details: { fields: [{ path: 'variableValues.team' }] },
    });
  });

  it('answers it as stored, under a random id, and tells its data source', async () => {
    const { services, dataSource: source } = await world();
    const saved = await savePanel({ settings: panelSettings(source.id, { name: ' Staff ' }) }, 'admin', services);
    expect(saved).toMatchObject({ rev: 1, createdBy: 'admin', settings: { name: 'Staff' } });
    expect(saved.id).toMatch(/^[0-9a-f]{32}$/);
    expect(await getPanel(saved.id, services.panels)).toEqual(saved);
    expect(await panelsOn(source.id, services.catalog)).toContainEqual(
      expect.objectContaining({ id: saved.id, name: 'Staff' }),
    );
  });

  it.each<[string, Partial<PanelSettings>, string[]]>([
    ['no name', { name: '  ' }, ['name']],
    ['no rows selector', { filters: [] }, ['filters']],
    ['a rows selector with an error', { filters: [{ selector: 'value[*]' }] }, ['filters.0.selector']],
    ['no columns', { columns: [] }, ['columns']],
    [
      'columns with errors',
      { columns: [...userColumns, { label: '', selector: '$.a[', type: 'text' }] },
      ['columns.2.selector', 'columns.2.label'],
    ],
    ['an empty selector', { columns: [{ label: 'A', selector: ' ', type: 'text' }] }, ['columns.0.selector']],
    ['everything', { name: '', filters: [], columns: [] }, ['name', 'filters', 'columns']],
  ])('names the fields to change: %s', async (_, change, fields) => {
    expect(await fieldsOf(change)).toEqual(fields);
  });

  it('says in a field where its selector has the error', async () => {
    const { services, dataSource: source } = await world();
    const saving = savePanel(
      { settings: panelSettings(source.id, { filters: [{ selector: '$.value[' }] }) },
      'admin',
      services,
    );
    const message = expect.stringContaining('The selector has an error at its end') as string;
    await expect(saving).rejects.toMatchObject({ details: { fields: [{ path: 'filters.0.selector', message }] } });
  });

  it('lets the first of two admins win and tells the other', async () => {
    const { services, panel } = await world();
    const form = (name: string): PanelForm => ({ id: panel.id, rev: 1, settings: { ...panel.settings, name } });
    const outcomes = await Promise.allSettled([
      savePanel(form('A'), 'a', services),
      savePanel(form('B'), 'b', services),
    ]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const lost = outcomes.find(({ status }) => status === 'rejected') as PromiseRejectedResult;
    expect(lost.reason).toMatchObject({ code: 'conflict' });
    const { name } = (await getPanel(panel.id, services.panels)).settings;
    expect(['A', 'B']).toContain(name);
    expect(await panelsOn(panel.settings.dataSourceId, services.catalog)).toMatchObject([{ id: panel.id, name }]);
    await expect(savePanel(form('C'), 'c', services)).rejects.toMatchObject({ code: 'conflict' });
  });

  it('moves to another data source and is known there', async () => {
    const { services, panel, dataSource: source } = await world();
    const other = dataSource({ name: 'Other' });
    await services.dataSources.create(other.id, other);
    await savePanel(
      { id: panel.id, rev: 1, settings: { ...panel.settings, dataSourceId: other.id } },
      'admin',
      services,
    );
    expect(await panelsOn(source.id, services.catalog)).toEqual([]);
    expect(await panelsOn(other.id, services.catalog)).toMatchObject([{ id: panel.id, name: 'People' }]);
  });

  it('knows no data source and no panel that is not there', async () => {
    const { services, panel } = await world();
    const gone = 'f'.repeat(32);
    await expect(savePanel({ settings: panelSettings(gone) }, 'a', services)).rejects.toMatchObject({
      code: 'not-found',
    });
    const form = { id: gone, rev: 1, settings: panel.settings };
    await expect(savePanel(form, 'a', services)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('shows readers the rows of the new settings at once', async () => {
    const { services, panel } = await world();
    const request = { panelId: panel.id, window: { offset: 0, count: 5 } };
    await loadPanel(request, {}, services);
    const columns = userColumns.slice(0, 1);
    await savePanel({ id: panel.id, rev: 1, settings: { ...panel.settings, columns } }, 'admin', services);
    expect(await loadPanel(request, {}, services)).toMatchObject({
      view: { rows: [['User 000000'], ['User 000001']] },
    });
  });
});

describe('deleting a panel', () => {
  it('leaves nothing of it', async () => {
    const { services, panel } = await world();
    await savePanel({ id: panel.id, rev: 1, settings: panel.settings }, 'admin', services);
    await loadPanel({ panelId: panel.id, window: { offset: 0, count: 5 } }, {}, services);
    await deletePanel({ id: panel.id }, services);
    const keys = [...services.memory.open.keys()];
    expect(keys.filter((key) => !key.startsWith('health:'))).toEqual([]);
    await expect(getPanel(panel.id, services.panels)).rejects.toMatchObject({ code: 'not-found' });
    await expect(deletePanel({ id: panel.id }, services)).resolves.toBeUndefined();
  });
});
