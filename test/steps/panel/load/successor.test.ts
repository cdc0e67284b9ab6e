import type { PanelSettings } from '../../../../src/shared/contract';
import { choiceDetails } from '../../../../src/editing/chosen-panel';
import { deletePanel } from '../../../../src/editing/save-panel';
import { successorKey } from '../../../../src/keys';
import { loadPanel } from '../../../../src/panel/load/load-panel';
import { seenPagesBySite } from '../../../../src/panel/load/seen-pages';
import { noteSeenPages, shownPagesOf } from '../../../../src/panel/load/shown-pages';
import { variableEntries } from '../../../../src/panel/load/variable-entries';
import { json } from '../../../support/memory-upstream';
import { dataSource, panel, panelSettings, panelWorld, users, usersUrl } from '../../../support/panels';

const window = { offset: 0, count: 5 };

async function world() {
  const made = await panelWorld({ [usersUrl]: () => json({ value: users(2) }) });
  const { services } = made;
  const add = async (changes: Partial<PanelSettings>) => {
    const added = panel(panelSettings(made.dataSource.id, changes));
    await services.panels.create(added.id, added);
    return added;
  };
  const load = (panelId: string, values?: Record<string, string>) =>
    loadPanel({ panelId, window, ...(values && { values }) }, { accountId: 'rita', claimedContentId: '7' }, services);
  return { ...made, add, load };
}

test('macros of a deleted panel show its successor, whose variables count and no others', async () => {
  const { services, panel: former, add, load } = await world();
  const next = await add({
    name: 'Directory',
    variables: [{ key: 'team', label: 'Team', type: 'text', defaultValue: 'all' }] as PanelSettings['variables'],
  });
  await deletePanel({ id: former.id, successorId: next.id }, services);
  const reply = await load(former.id, { gone: 'x' });
  expect(reply).toMatchObject({ state: 'view', title: 'Directory', view: { totalRows: 2 } });
  expect(reply).toMatchObject({ variables: [{ key: 'team' }] });
  await expect(
    variableEntries({ panelId: former.id, key: 'team', text: '' }, { accountId: 'rita' }, services),
  ).rejects.toMatchObject({ code: 'not-found', what: expect.stringContaining('list') });
  const details = await choiceDetails(former.id, { accountId: 'eddie', content: { id: '7', spaceId: '1' } }, services);
  expect(details?.choice).toMatchObject({ id: next.id, name: 'Directory' });
});

test('what a macro says of the columns of a deleted panel is not held against those of its successor', async () => {
  const { services, panel: former, add } = await world();
  const next = await add({ name: 'Directory' });
  const load = (panelId: string) =>
    loadPanel({ panelId, window, hiddenColumns: ['c0'] }, { accountId: 'rita' }, services);
  const labels = async (panelId: string) => {
    const reply = await load(panelId);
    return reply.state === 'view' && reply.view.visual === 'table' && reply.view.columns.map(({ label }) => label);
  };
  expect(await labels(next.id)).toEqual(['Age']);
  await deletePanel({ id: former.id, successorId: next.id }, services);
  expect(await labels(former.id)).toEqual(['Name', 'Age']);
});

test('the spaces of the successor are those that count', async () => {
  const { services, panel: former, load } = await world();
  const elsewhere = dataSource({ name: 'Elsewhere', allowedSpaces: { mode: 'named', spaceIds: ['9'] } });
  await services.dataSources.create(elsewhere.id, elsewhere);
  const next = panel(panelSettings(elsewhere.id));
  await services.panels.create(next.id, next);
  await deletePanel({ id: former.id, successorId: next.id }, services);
  await expect(load(former.id)).rejects.toMatchObject({ code: 'forbidden' });
});

test('a panel that is there costs no look for a successor, and one that was replaced few reads more', async () => {
  const { services, panel: former, add, load } = await world();
  const next = await add({ name: 'Directory' });
  await load(next.id);
  const readsOf = async (id: string): Promise<string[]> => {
    services.memory.log.length = 0;
    await load(id);
    return services.memory.log.map(({ key }) => key);
  };
  const own = await readsOf(next.id);
  expect(own.filter((key) => key.includes('successor'))).toEqual([]);
  await deletePanel({ id: former.id, successorId: next.id }, services);
  expect(await readsOf(former.id)).toHaveLength(own.length + 2);
});

test('who replaces the replacement takes over what it had taken over, in one step', async () => {
  const { services, panel: first, add, load } = await world();
  const second = await add({ name: 'Second' });
  const third = await add({ name: 'Third' });
  await deletePanel({ id: first.id, successorId: second.id }, services);
  await deletePanel({ id: second.id, successorId: third.id }, services);
  expect(await services.storage.get(successorKey(first.id))).toMatchObject({ panelId: third.id });
  expect(await load(first.id)).toMatchObject({ title: 'Third' });
  await deletePanel({ id: third.id }, services);
  await expect(load(first.id)).rejects.toMatchObject({ code: 'not-found' });
  expect([...services.memory.open.keys()].filter((key) => key.startsWith(successorKey('')))).toEqual([]);
});

test('panels that were replaced by each other end in the sentence of a panel that is gone', async () => {
  const { services, load } = await world();
  const [one, other] = ['a'.repeat(32), 'b'.repeat(32)];
  await services.storage.set(successorKey(one), { schema: 1, panelId: other });
  await services.storage.set(successorKey(other), { schema: 1, panelId: one });
  await expect(load(one)).rejects.toMatchObject({ code: 'not-found' });
  await services.storage.set(successorKey(one), { schema: 1, panelId: 7 });
  await expect(load(one)).rejects.toMatchObject({ code: 'not-found' });
});

test('only another panel that exists can follow; else nothing is deleted', async () => {
  const { services, panel: shown, load } = await world();
  for (const successorId of [shown.id, 'f'.repeat(32)]) {
    await expect(deletePanel({ id: shown.id, successorId }, services)).rejects.toMatchObject({
      code: 'invalid-input',
      details: { fields: [{ path: 'successorId' }] },
    });
  }
  expect(await load(shown.id)).toMatchObject({ state: 'view' });
});

test('a deletion that broke off leaves the panel, and can be done again without a successor', async () => {
  const { services, panel: shown, add, load } = await world();
  const next = await add({ name: 'Directory' });
  await services.storage.set(successorKey(shown.id), { schema: 1, panelId: next.id });
  expect(await load(shown.id)).toMatchObject({ title: 'People' });
  await deletePanel({ id: shown.id }, services);
  await expect(load(shown.id)).rejects.toMatchObject({ code: 'not-found' });
});

test('the pages of a replaced panel are counted among those of its successor', async () => {
  const { services, panel: former, add, load } = await world();
  const next = await add({ name: 'Directory' });
  services.seenPages = seenPagesBySite(services.now)('site');
  services.seenPages.see(former.id, '7');
  services.seenPages.see(next.id, '8');
  await noteSeenPages(services);
  await deletePanel({ id: former.id, successorId: next.id }, services);
  const pages = async () => (await shownPagesOf([next.id], services)).get(next.id)?.sort();
  expect(await pages()).toEqual(['7', '8']);
  services.advance(24 * 3_600_000);
  await load(former.id);
  expect(await pages()).toEqual(['7', '8']);
  expect(await shownPagesOf([former.id], services)).toEqual(new Map());
});
