import type { DataSourceSettings, PanelSettings } from '../../../../src/shared/contract';
import { saveDataSource } from '../../../../src/editing/save-data-source';
import { savePanel } from '../../../../src/editing/save-panel';
import { emptyGrant, type Grant, grantId } from '../../../../src/grants/grant';
import { newId } from '../../../../src/ids';
import { exportPanel } from '../../../../src/panel/export/export-panel';
import { loadPanel } from '../../../../src/panel/load/load-panel';
import type { SnapshotHead } from '../../../../src/panel/load/snapshot/head';
import {
  addPanel,
  firstRows,
  flightWorld,
  load,
  minute,
  problem,
  view,
  type ViewReply,
  whole,
} from '../../../support/flights';
import { panelSettings, type PanelWorld, users, usersUrl } from '../../../support/panels';
import { json, type Respond, status } from '../../../support/memory-upstream';

const caller = { accountId: 'admin' };
const names = ({ view: { rows } }: ViewReply) => rows.map(([name]) => name);
const people = () => json({ value: users(3) });
const others = () => json({ value: users(2, 10) });
const topUrl = `${usersUrl}?$top=2`;

async function editSource(
  { services, dataSource: { id } }: PanelWorld,
  change: Partial<DataSourceSettings>,
  secrets: Record<string, string> = {},
): Promise<void> {
  const stored = (await services.dataSources.get(id))!;
  await saveDataSource({ id, rev: stored.rev, settings: { ...stored.settings, ...change }, secrets }, caller, services);
}

async function editPanel({ services, panel: { id } }: PanelWorld, change: Partial<PanelSettings>): Promise<void> {
  const stored = (await services.panels.get(id))!;
  const settings = { ...stored.settings, ...change };
  await savePanel({ id, rev: stored.rev, settings }, caller.accountId, services);
}

const ages = { freshSeconds: 600, staleSeconds: 3600, keepSeconds: 7200 };
const request = (top: string): Partial<DataSourceSettings> => ({
  request: {
    method: 'GET',
    url: usersUrl,
    parameters: top === '' ? [] : [{ name: '$top', value: top }],
    headers: [],
    body: { kind: 'none' },
  },
});

describe('rows stay as they are, and nothing is asked,', () => {
  it.each<[string, (world: PanelWorld) => Promise<void>]>([
    ['when the data source gets another name', (world) => editSource(world, { name: 'Staff' })],
    ['when its freshness changes', (world) => editSource(world, { freshness: ages })],
    [
      'when it may be asked less often',
      (world) => editSource(world, { limits: { ...world.dataSource.settings.limits, requestsPerMinute: 5 } }),
    ],
    ['when the panel gets another name', (world) => editPanel(world, { name: 'Staff', description: 'All of us' })],
    ['when the panel is drawn otherwise', (world) => editPanel(world, { visual: { type: 'table', rowsPerPage: 10 } })],
    ['when a variable is added that no row depends on', (world) => editPanel(world, { variables: [unused] })],
  ])('%s', async (_, edit) => {
    const world = await flightWorld({ [usersUrl]: people });
    const before = await view(world);
    await edit(world);
    const after = await view(world);
    expect(names(after)).toEqual(names(before));
    expect(after.age).toEqual(before.age);
    expect(after.askAgainMs).toBeUndefined();
    expect(world.upstream.requests).toHaveLength(1);
  });

  it('when its spaces change', async () => {
    const content = { readable: async () => ({ id: '1', spaceId: '7' }), editable: async () => undefined };
    const spaces = (...spaceIds: string[]) => ({ allowedSpaces: { mode: 'named' as const, spaceIds } });
    const world = await flightWorld({ [usersUrl]: people }, { settings: spaces('7'), services: { content } });
    const onPage = () =>
      loadPanel({ panelId: world.panel.id, window: firstRows }, { claimedContentId: '1' }, world.services);
    const before = await onPage();
    await editSource(world, spaces('7', '8'));
    expect(await onPage()).toEqual(before);
    await editSource(world, spaces('8'));
    await expect(onPage()).rejects.toMatchObject({ code: 'forbidden' });
    expect(world.upstream.requests).toHaveLength(1);
  });

  it('when a new secret is entered for the same sign-in', async () => {
    const world = await flightWorld({ [usersUrl]: people });
    await editSource(world, { authentication: { type: 'basic', username: 'ada' } }, { password: 'first password' });
    const before = await view(world);
    await editSource(world, {}, { password: 'second password' });
    expect((await view(world)).age).toEqual(before.age);
    expect(world.upstream.requests).toHaveLength(1);
  });
});

const unused = { key: 'unused', label: 'Unused', type: 'text' as const, required: false, defaultValue: 'x' };

describe('rows of before an edit are shown as old until new ones are there', () => {
  it.each<[string, (world: PanelWorld) => Promise<void>]>([
    ['a parameter', (world) => editSource(world, request('2'))],
    ['the paging', (world) => editSource(world, { pagination: { style: 'none' } })],
    ['the format', (world) => editSource(world, { response: { format: 'json', errorSelector: '' } })],
    ['a limit', (world) => editSource(world, { limits: { ...world.dataSource.settings.limits, rows: 1000 } })],
    ['a selector', (world) => editPanel(world, { filters: [{ selector: '$.value[?@.age >= 0]' }] })],
    ['a row step', (world) => editPanel(world, { rowSteps: [{ kind: 'limit', count: 2 }] })],
    ['a path', (world) => editPanel(world, { request: { path: '', parameters: [{ name: '$top', value: '2' }] } })],
  ])('after a change of %s', async (_, edit) => {
    const world = await flightWorld({ [usersUrl]: people, [topUrl]: others });
    const before = await view(world);
    await edit(world);
    const old = await view(world);
    expect(names(old)).toEqual(names(before));
    expect(old).toMatchObject({ askAgainMs: 0, age: { fetchedAt: before.age.fetchedAt } });
    expect(old.age.staleReason).toBe('This panel has been changed since its rows were read.');
    const fresh = await view(world, { refetch: true });
    expect(fresh.age.staleReason).toBeUndefined();
    expect(world.upstream.requests).toHaveLength(2);
    expect(await view(world)).toEqual(fresh);
    expect(world.upstream.requests).toHaveLength(2);
  });

  it('also where the edit was wrong, with what is wrong for as long as it is', async () => {
    const world = await flightWorld({ [usersUrl]: people, [topUrl]: () => status(404) });
    const before = await view(world);
    await editSource(world, request('2'));
    const old = await view(world, { refetch: true });
    expect(names(old)).toEqual(names(before));
    expect(old.age.staleReason).toMatch(/^This panel has been changed since its rows were read\. .+/);
    await editSource(world, request(''));
    expect((await view(world)).age).toEqual(before.age);
  });

  it('and never renewed by a response that says that nothing has changed', async () => {
    const answer = () => json({ value: users(3) }, { headers: { 'content-type': 'application/json', etag: '"1"' } });
    const world = await flightWorld({
      [usersUrl]: (init) => (init.headers['if-none-match'] ? status(304) : answer()),
    });
    await view(world);
    await editPanel(world, { filters: [{ selector: '$.value[:1]' }] });
    expect(names(await view(world, { refetch: true }))).toHaveLength(1);
  });

  it('in an exported document too', async () => {
    const world = await flightWorld({ [usersUrl]: people });
    await view(world);
    await editPanel(world, { filters: [{ selector: '$.value[:1]' }] });
    const text = JSON.stringify(await exportPanel({ panelId: world.panel.id }, world.services));
    expect(text).toContain('User 000002');
    expect(text).toContain('This panel has been changed since its rows were read.');
  });

  it.each([
    ['that have keys', ['name', 'age']],
    ['in whose place another one stands now', [undefined, undefined]],
  ])('without columns %s and are shown no more', async (_, keys) => {
    const [name, age] = panelSettings('').columns.map((column, place) => ({ ...column, key: keys[place] }));
    const world = await flightWorld({ [usersUrl]: people }, { panel: { columns: [age!, name!] } });
    await view(world);
    await editPanel(world, { columns: [name!] });
    const { view: shown, age: since } = await view(world);
    expect(shown.columns.map(({ label }) => label)).toEqual(['Name']);
    expect(shown.rows.flat()).toEqual(users(3).map(({ displayName }) => displayName));
    expect(since.staleReason === undefined).toBe(keys[0] === undefined);
  });

  it('not to somebody who gives other values', async () => {
    const variables = [{ ...unused, key: 'team', defaultValue: '' }];
    const selector = "$.value[?@.displayName != '{$.team}']";
    const world = await flightWorld({ [usersUrl]: people }, { panel: { variables, filters: [{ selector }] } });
    await view(world, { values: { team: 'core' } });
    await editPanel(world, { rowSteps: [{ kind: 'limit', count: 2 }] });
    expect((await view(world, { values: { team: 'core' } })).age.staleReason).toBeDefined();
    expect((await view(world, { values: { team: 'edge' } })).age.staleReason).toBeUndefined();
  });

  it('not where they cannot be drawn as the panel is now', async () => {
    const world = await flightWorld({ [usersUrl]: people });
    await view(world);
    const [name, age] = panelSettings('').columns;
    const columns = [name!, { ...age!, key: 'years', label: 'Years' }];
    await editPanel(world, {
      columns,
      visual: { type: 'number', column: 'years', summary: 'sum', label: '', unit: '' },
    });
    const reply = await load(world);
    expect(reply).toMatchObject({ state: 'view', view: { visual: 'number' }, age: { staleReason: undefined } });
  });
});

describe('what is edited while rows are read', () => {
  const pageTwo = `${usersUrl}?page=2`;
  type Edit = (world: PanelWorld) => Promise<unknown>;

  /** A list of two pages, during the one of which the edit is made; each takes longer than a reader waits for a second one. */
  async function editedDuring(edited: number, edit: Edit): Promise<PanelWorld> {
    const page = (number: number) => async () => {
      world.services.advance(400);
      if (number === edited) await edit(world);
      return json({ value: users(3, 3 * number), ...(number === 0 && { '@odata.nextLink': pageTwo }) });
    };
    const world: PanelWorld = await flightWorld({ [usersUrl]: page(0), [pageTwo]: page(1), [topUrl]: others });
    const first = await load(world);
    if (first.state === 'view') await load(world, { carry: first.ticket }).catch(() => undefined);
    return world;
  }

  const keptRows = async ({ services: { storage } }: PanelWorld) =>
    (await storage.list<SnapshotHead>('snapshot:')).map(({ value }) => value.rowCount);

  it.each<[string, Edit]>([
    ['the name of the data source', (world) => editSource(world, { name: 'Staff' })],
    ['the name of the panel', (world) => editPanel(world, { name: 'Staff' })],
    ['how it is drawn', (world) => editPanel(world, { visual: { type: 'table', rowsPerPage: 10 } })],
  ])('leaves the rows where it is %s', async (_, edit) => {
    const world = await editedDuring(1, edit);
    expect(await keptRows(world)).toEqual([6]);
    expect((await view(world)).view.totalRows).toBe(6);
    expect(world.upstream.requests).toHaveLength(2);
  });

  const changesRows: [string, Edit, number][] = [
    ['a parameter', (world) => editSource(world, request('2')), 2],
    ['a selector', (world) => editPanel(world, { filters: [{ selector: '$.value[:1]' }] }), 2],
    ['a row step', (world) => editPanel(world, { rowSteps: [{ kind: 'limit', count: 2 }] }), 2],
    ['the end of the panel', ({ services, panel: { id } }) => services.panels.delete(id), 0],
    ['the end of the data source', ({ services, dataSource: { id } }) => services.dataSources.delete(id), 0],
  ];

  it.each(changesRows)('keeps nothing of the rows where it is %s, and nobody waits for them', async (_, edit, rows) => {
    for (const page of [0, 1]) {
      const world = await editedDuring(page, edit);
      expect(await keptRows(world)).toEqual(page === 0 ? [] : [3]);
      const [{ value: flight } = { value: undefined }] = await world.services.flights.list();
      expect(flight?.holder).toBe('');
      if (rows > 0) expect((await whole(world, { refetch: true })).view.totalRows).toBe(rows);
    }
  });

  it('keeps the rows of the other panels of the request where it is one of them', async () => {
    const world = await flightWorld({
      [usersUrl]: async () => {
        await editPanel({ ...world, panel: second }, { filters: [{ selector: '$.value[:1]' }] });
        return people();
      },
    });
    const second = await addPanel(world);
    expect((await view(world)).view.totalRows).toBe(3);
    expect(await keptRows(world)).toEqual([3]);
  });
});

describe('rows of another sign-in are never shown', () => {
  const basic = { type: 'basic', username: 'ada' } as const;
  const fails = () => status(503);

  async function connected() {
    let answer: Respond = people;
    const world = await flightWorld(
      { [usersUrl]: (...sent) => answer(...sent) },
      { settings: { authentication: { type: 'none' } } },
    );
    await editSource(world, { authentication: basic }, { password: 'correct horse' });
    expect(names(await view(world))).toHaveLength(3);
    const answerWith = (respond: Respond) => void (answer = respond);
    return { world, answerWith, fail: () => answerWith(fails) };
  }

  it.each<[string, Partial<DataSourceSettings>, Record<string, string>]>([
    ['another authentication type', { authentication: { type: 'bearer' } }, { token: 'a token of some length' }],
    ['none', { authentication: { type: 'none' } }, {}],
    ['another user name', { authentication: { ...basic, username: 'grace' } }, { password: 'battery staple' }],
  ])('after a change to %s, not even when it is changed back', async (_, change, secrets) => {
    const { world, fail } = await connected();
    await editSource(world, change, secrets);
    fail();
    expect((await problem(world)).code).toBe('remote-failed');
    await editSource(world, { authentication: basic }, { password: 'correct horse' });
    world.services.advance(20 * minute);
    expect((await problem(world)).code).toBe('remote-failed');
  });

  it('after Authenticate or Disconnect by whoever', async () => {
    const { world, answerWith, fail } = await connected();
    const { services, dataSource } = world;
    const id = grantId(dataSource.id);
    const oauth2 = {
      type: 'oauth2',
      grantType: 'authorization_code',
      clientId: 'client',
      clientAuthentication: 'none',
      authUrl: 'https://login.example.com/authorize',
      tokenUrl: 'https://login.example.com/token',
      revokeUrl: '',
      scopes: 'read',
      authorizeParameters: [],
      tokenParameters: [],
      tokenHeader: { name: 'Authorization', prefix: 'Bearer ' },
    } as const;
    await editSource(world, { authentication: { ...oauth2, authorizeParameters: [], tokenParameters: [] } });
    const { connectionFingerprint } = await import('../../../../src/data-sources/connection');
    const stored = (await services.dataSources.get(dataSource.id))!;
    const grant = { ...emptyGrant(id, 'x'), state: 'ok' as const, tok: 'tok:1', epoch: 1 };
    await services.grants.create(id, { ...grant, fingerprint: connectionFingerprint(stored.settings) });
    const tokens = { accessToken: 'access-token', tokenType: 'bearer', scopes: [], obtainedAt: services.now() };
    await services.secrets.set('tok:1', { ...tokens, origins: [new URL(usersUrl).origin], clientId: 'client' });
    expect(names(await view(world))).toHaveLength(3);
    await editPanel(world, { rowSteps: [{ kind: 'limit', count: 2 }] });
    expect((await view(world)).age.staleReason).toBeDefined();
    const change = async (patch: Partial<Grant>) => {
      const now = (await services.grants.get(id))!;
      await services.grants.replace(id, now.rev, { ...now, rev: now.rev + 1, by: newId(), ...patch });
    };
    const keptHeads = () => services.storage.list<SnapshotHead>('snapshot:');
    answerWith(() => change({ refusedAt: services.now() }).then(people));
    expect((await view(world, { refetch: true })).age.staleReason).toBeUndefined();
    expect((await view(world)).age.staleReason).toBeUndefined();
    const heads = await keptHeads();
    await editPanel(world, { rowSteps: [{ kind: 'limit', count: 1 }] });
    answerWith(() => change({ epoch: 2 }).then(people));
    expect(names(await view(world, { refetch: true }))).toHaveLength(1);
    expect(await keptHeads()).toEqual(heads);
    fail();
    expect((await problem(world)).code).toBe('remote-failed');
  });
});
