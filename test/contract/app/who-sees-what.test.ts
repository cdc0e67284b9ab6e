import type { Role } from '../../../src/resolvers/call';
import type {
  AdminCalls,
  ConnectionsCalls,
  DataSourceView,
  MacroCalls,
  PanelView,
  Reply,
} from '../../../src/shared/contract';
import { adminCalls } from '../../../src/resolvers/admin';
import { connectionsCalls } from '../../../src/resolvers/connections';
import { macroCalls } from '../../../src/resolvers/macro';
import { handbookPage, startApp, type AppOnHost } from './app-on-host';
import { firstRows, openSource, panelOn, peopleSettings, problemOf, rowsOf, stored, valueOf } from './walks';

const engineering = '98306';
const pages = {
  handbook: handbookPage,
  engineering: '131075',
  restricted: '131076',
  people: '131077',
  draft: '131078',
};
const blogPost = '131079';

let app: AppOnHost;
let openData: DataSourceView;
let openPanel: PanelView;
let engineeringPanel: PanelView;

beforeAll(async () => {
  app = await startApp({ users: 10 });
  openData = await openSource(app, 'Open', '/odd/last-page');
  openPanel = await panelOn(app, openData.id, { name: 'Open panel' });
  const allowedSpaces = { mode: 'named' as const, spaceIds: [engineering] };
  const limited = await openSource(app, 'Limited', '/odd/last-page', { allowedSpaces });
  engineeringPanel = await panelOn(app, limited.id, { name: 'Engineering panel' });
});

afterAll(() => app.close());

type Table = Readonly<Record<string, { role: Role }>>;
const tables: { moduleKey: string; calls: Table }[] = [
  { moduleKey: 'external-data-settings', calls: adminCalls },
  { moduleKey: 'external-data', calls: macroCalls },
  { moduleKey: 'my-connections', calls: connectionsCalls },
];
const everyCall = tables.flatMap(({ moduleKey, calls }) =>
  Object.entries(calls).map(([functionKey, { role }]) => ({ moduleKey, functionKey, role })),
);

/** A sound payload for every call there is; the compiler asks for one when a call is added. */
function payloads(): Record<keyof AdminCalls | keyof MacroCalls | keyof ConnectionsCalls, unknown> {
  const form = { ...app.form(), id: openData.id, rev: openData.rev, settings: openData.settings, secrets: {} };
  const byPanel = { id: openPanel.id };
  const byId = { id: openData.id };
  return {
    adminContext: undefined,
    listDataSources: undefined,
    getDataSource: byId,
    saveDataSource: form,
    deleteDataSource: byId,
    authenticate: app.form(),
    authenticationStatus: { attemptId: '0'.repeat(32) },
    disconnect: byId,
    proveSecret: { ...app.form(), ...byId, rev: openData.rev },
    testDataSource: form,
    findSpaces: { text: '' },
    lintDataSource: { ...app.form(), callbackCopied: true },
    discoverEndpoints: { issuer: 'https://login.example.com' },
    testProgress: { testId: '0'.repeat(32) },
    listPanels: undefined,
    getPanel: byPanel,
    savePanel: { ...byPanel, rev: openPanel.rev, settings: openPanel.settings },
    deletePanel: byPanel,
    editorWarnings: { panelId: openPanel.id },
    panelPages: { panelIds: [openPanel.id] },
    proposeFromExample: { url: 'https://api.example.com', headers: [], document: '{}' },
    proposePanel: { dataSourceId: openData.id },
    previewPanel: { settings: openPanel.settings },
    loadPanel: { panelId: openPanel.id, window: firstRows },
    columnValues: { panelId: openPanel.id, column: 'c0', offset: 0 },
    variableEntries: { panelId: openPanel.id, key: 'team', text: '' },
    listPanelChoices: { text: '' },
    choiceDetails: { panelId: openPanel.id },
    previewChoice: { panelId: openPanel.id },
    readerCounts: { dataSourceId: openData.id },
    disconnectReaders: { dataSourceId: openData.id },
    readersProgress: { dataSourceId: openData.id },
    connectAccount: { panelId: openPanel.id },
    connectionStatus: { attemptId: '0'.repeat(32) },
    myConnections: undefined,
    disconnectAccount: { dataSourceId: openData.id },
    arrive: { handle: 'A'.repeat(43) },
    confirm: { attemptId: '0'.repeat(32), accept: true },
  };
}

async function ask(
  moduleKey: string,
  functionKey: string,
  who: { accountId: string; site?: string },
  payload: unknown,
) {
  const reply = await app.host.invoke({ moduleKey, functionKey, payload, contentId: pages.handbook, ...who });
  if (!reply.ok) throw new Error(reply.message);
  return reply.body as Reply<unknown>;
}

const keyOf = (functionKey: string) => functionKey as keyof ReturnType<typeof payloads>;

test.each(everyCall)(
  '$functionKey refuses everybody below $role, with a sound payload too, and does nothing',
  async (call) => {
    const below = {
      reader: ['anonymous'],
      editor: ['anonymous', 'reader'],
      admin: ['anonymous', 'reader', 'editor'],
    } as const;
    const before = stored(app);
    const payload = payloads()[keyOf(call.functionKey)];
    for (const person of below[call.role]) {
      const reply = await ask(call.moduleKey, call.functionKey, { accountId: app[person] }, payload);
      expect(problemOf(reply).code).toBe('forbidden');
      expect(Object.keys(reply)).toEqual(['ok', 'problem']);
    }
    expect(stored(app)).toEqual(before);
  },
);

const touchesNothingOf = ['adminContext', 'findSpaces', 'lintDataSource', 'proposeFromExample'];

/** What a site answers that has no records and has approved no host, where it is not `not-found`. */
const elsewhere: Record<string, object> = {
  authenticate: { ok: true },
  choiceDetails: { ok: true, value: null },
  deletePanel: { ok: true },
  disconnectAccount: { ok: true, value: { revoked: 'no-address' } },
  myConnections: { ok: true, value: [] },
  panelPages: { ok: true, value: { titles: [], others: 0 } },
  listDataSources: { ok: true, value: [] },
  listPanels: { ok: true, value: [] },
  listPanelChoices: { ok: true, value: [] },
  testDataSource: { ok: true, value: { problem: { code: 'host-not-allowed' } } },
  testProgress: { ok: true, value: null },
  discoverEndpoints: { ok: false, problem: { code: 'host-not-allowed' } },
};

test.each(everyCall.filter(({ functionKey }) => !touchesNothingOf.includes(functionKey)))(
  'on another site $functionKey finds nothing of this one, whatever its ids, and changes nothing here',
  async ({ moduleKey, functionKey }) => {
    const here = stored(app);
    const other = { accountId: app.admin, site: 'other' };
    const reply = await ask(moduleKey, functionKey, other, payloads()[keyOf(functionKey)]);
    expect(reply).toMatchObject(elsewhere[functionKey] ?? { ok: false, problem: { code: 'not-found' } });
    expect(stored(app)).toEqual(here);
  },
);

test('two sites with the same ids show each its own rows, in the same warm workers', async () => {
  const elsewhere = app.host.site('twin').kvs.store;
  app.host.site('twin').egress.set({
    egresses: [
      { key: 'apis', description: '', configured: [{ domain: app.demo.origin, type: ['FETCH_BACKEND_SIDE'] }] },
    ],
  });
  for (const { entity, key, value } of app.host.records().filter((record) => record.entity !== '')) {
    const json = JSON.stringify(value).replaceAll('$.displayName', '$.id').replaceAll('Open panel', 'Twin panel');
    elsewhere.write({ space: 'open', entity }, key, json, null);
  }
  const load = (site?: string) =>
    ask('external-data', 'loadPanel', { accountId: app.reader, site }, payloads().loadPanel);
  for (let turn = 0; turn < 3; turn += 1) {
    const [ours, theirs] = await Promise.all([load(), load('twin')]);
    expect(valueOf(ours)).toMatchObject({
      title: 'Open panel',
      view: { rows: [[expect.not.stringMatching(/^[0-9a-f-]{36}$/)], {}, {}] },
    });
    expect(valueOf(theirs)).toMatchObject({
      title: 'Twin panel',
      view: { rows: [[expect.stringMatching(/^[0-9a-f-]{36}$/)], {}, {}] },
    });
  }
});

describe('a panel of a data source that one space may show', () => {
  const refused = /is not allowed in this space/;
  const load = (accountId: string, contentId?: string) =>
    app.askMacro('loadPanel', { panelId: engineeringPanel.id, window: firstRows }, { accountId, contentId });

  test('is shown to readers of that space, on pages and blog posts', async () => {
    for (const contentId of [pages.engineering, blogPost]) {
      expect(valueOf(await rowsOf(app, engineeringPanel.id, { contentId }))).toMatchObject({ state: 'view' });
    }
  });

  test.each([
    ['on a page of another space', () => pages.handbook],
    ['on a page they may not read', () => pages.restricted],
    ['on a draft', () => pages.draft],
    ['on a page of a space they do not see', () => pages.people],
    ['on a page that does not exist', () => '999999'],
    ['without a page', () => undefined],
  ])('is refused to a reader %s', async (_where, contentId) => {
    const problem = problemOf(await load(app.reader, contentId()));
    expect(problem).toMatchObject({ code: 'forbidden', message: expect.stringMatching(refused) as string });
  });

  test('is refused on a draft even to those who may edit it, and offered to them in its settings dialog', async () => {
    expect(problemOf(await load(app.editor, pages.draft)).code).toBe('forbidden');
    const from = { accountId: app.editor, contentId: pages.draft };
    const choices = valueOf(await app.askMacro('listPanelChoices', { text: '' }, from));
    expect(choices.map(({ name }) => name).sort()).toEqual(['Engineering panel', 'Open panel']);
    const preview = valueOf(await app.askMacro('previewChoice', { panelId: engineeringPanel.id }, from));
    expect(preview.view).toMatchObject({ rows: [{}, {}, {}] });
  });

  test('is offered to editors of a blog post of the space', async () => {
    const from = { accountId: app.editor, contentId: blogPost };
    expect(valueOf(await app.askMacro('listPanelChoices', { text: 'engin' }, from))).toHaveLength(1);
  });

  test('is neither offered nor previewed to an editor on a page of another space', async () => {
    const from = { accountId: app.editor, contentId: pages.handbook };
    const choices = valueOf(await app.askMacro('listPanelChoices', { text: '' }, from));
    expect(choices.map(({ name }) => name)).toEqual(['Open panel']);
    const preview = await app.askMacro('previewChoice', { panelId: engineeringPanel.id }, from);
    expect(problemOf(preview)).toMatchObject({ code: 'forbidden', message: expect.stringMatching(refused) as string });
  });

  test('is shown from its snapshot only after the check', async () => {
    expect(valueOf(await load(app.reader, pages.engineering))).toMatchObject({ state: 'view' });
    expect(problemOf(await load(app.reader, pages.handbook)).code).toBe('forbidden');
  });

  test('a yes of one site is none on another that has the same ids', async () => {
    const twin = app.host.site('twin');
    const page = twin.product.content(pages.engineering)!;
    const restricted = { ...page, restrictions: { read: [app.editor] } };
    twin.product.save(restricted, restricted);
    expect(valueOf(await load(app.reader, page.id))).toMatchObject({ state: 'view' });
    const payload = { panelId: engineeringPanel.id, window: firstRows };
    const there = await app.askMacro('loadPanel', payload, { contentId: page.id, site: 'twin' });
    expect(problemOf(there).code).toBe('forbidden');
  });

  test('a yes is kept for a minute at most, and for one reader alone', async () => {
    const { product } = app.host.site();
    const page = product.content(pages.engineering)!;
    expect((await load(app.reader, page.id)).ok).toBe(true);
    const restricted = { ...page, restrictions: { read: [app.editor] } };
    product.save(restricted, restricted);
    expect(problemOf(await load(app.admin, page.id)).code).toBe('forbidden');
    app.clock.advance(61_000);
    expect(problemOf(await load(app.reader, page.id)).code).toBe('forbidden');
    expect((await load(app.editor, page.id)).ok).toBe(true);
    product.save({ ...restricted, restrictions: {} }, page);
    expect((await load(app.reader, page.id)).ok).toBe(true);
  });
});

test.each([
  ['an id of nobody', 'f'.repeat(32)],
  ['no id at all', '../panel'],
  ['the id of a data source', () => openData.id],
])('a forged panel id (%s) is not found', async (_what, forged) => {
  const panelId = typeof forged === 'string' ? forged : forged();
  const problem = problemOf(await app.askMacro('loadPanel', { panelId, window: firstRows }));
  expect(problem).toMatchObject({
    code: 'not-found',
    message: expect.stringContaining('panel no longer exists') as string,
  });
});

test('neither the macro’s settings nor the payload choose columns, a path, a data source or who asks', async () => {
  const forged = {
    columns: [{ label: 'Mail', selector: '$.mail', type: 'text' }],
    filters: [{ selector: '$' }],
    dataSourceId: engineeringPanel.settings.dataSourceId,
    path: '/odd/echo',
    url: `${app.demo.origin}/odd/echo`,
    accountId: app.admin,
    context: { accountId: app.admin },
    identity: app.admin,
  };
  const payload = { panelId: openPanel.id, window: { ...firstRows, ...forged, filters: [] }, ...forged };
  const plain = valueOf(await rowsOf(app, openPanel.id));
  const config = { panelId: engineeringPanel.id, ...forged };
  const reply = valueOf(await app.askMacro('loadPanel', payload, { config }));
  expect(reply).toEqual(plain);
  expect(reply).toMatchObject({ view: { columns: [{ key: 'c0', label: 'Name' }] } });
});

test.each(['nothing', 'constructor', '__proto__', 'saveDataSource', 'toString'])(
  'the macro has no call "%s"',
  async (key) => {
    const payload = payloads().saveDataSource;
    const reply = await ask('external-data', key, { accountId: app.admin }, payload);
    expect(problemOf(reply)).toMatchObject({
      code: 'not-found',
      message: expect.stringContaining('no such call') as string,
    });
  },
);

test('a preview shows what its panel may show, and a saved panel keeps to its data source', async () => {
  const settings = peopleSettings('f'.repeat(32));
  expect(problemOf(await app.ask('previewPanel', { settings })).code).toBe('not-found');
  expect(problemOf(await app.ask('savePanel', { settings })).code).toBe('not-found');
});
