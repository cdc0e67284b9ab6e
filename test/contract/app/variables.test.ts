import { variantsCount } from '../../../src/shared/limits';
import type { LoadRequest, PanelSettings, PanelVariable, PanelView } from '../../../src/shared/contract';
import { handbookPage, startApp, type AppOnHost } from './app-on-host';
import { connected, firstRows, openSource, panelOn, problemOf, stored, valueOf } from './walks';

let app: AppOnHost;

beforeAll(async () => {
  app = await startApp({ users: 40 });
});

afterAll(() => app.close());

const text = (key: string, changes: object = {}): PanelVariable => ({
  key,
  label: key,
  required: false,
  defaultValue: '',
  type: 'text',
  ...changes,
});

interface LoadOptions extends Partial<LoadRequest> {
  accountId?: string;
  contentId?: string;
}

/** What a reader gets, who asks again as the macro does. */
async function load(panel: PanelView, { accountId, contentId, ...request }: LoadOptions = {}) {
  const from = { ...(accountId && { accountId }), ...(contentId && { contentId }) };
  for (;;) {
    const reply = await app.askMacro('loadPanel', { panelId: panel.id, window: firstRows, ...request }, from);
    if (!reply.ok || reply.value.state !== 'pending') return reply;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function rows(panel: PanelView, requested: LoadOptions = {}): Promise<unknown[][]> {
  const reply = valueOf(await load(panel, requested));
  if (reply.state !== 'view' || !('rows' in reply.view))
    throw new Error(`Rows were expected, not ${JSON.stringify(reply)}`);
  return reply.view.rows;
}

const url: PanelSettings['columns'] = [{ label: 'URL', selector: '$.url', type: 'text' }];

/** A panel that shows the URL by which it was requested. */
async function echoPanel(changes: Partial<PanelSettings>): Promise<PanelView> {
  const limits = { ...app.form().settings.limits, requestsPerMinute: 10_000 };
  const source = await openSource(app, `Echo ${Math.random()}`, '/odd/echo', { limits });
  return panelOn(app, source.id, { columns: url, ...changes });
}

/** The values of the parameters that the demo received. */
async function received(panel: PanelView, requested: LoadOptions = {}): Promise<string[]> {
  const [[address] = []] = await rows(panel, requested);
  return [...new URL(String(address)).searchParams.values()];
}

describe('a reader’s value', () => {
  test('changes their rows, and nobody else’s', async () => {
    const source = await connected(app, { name: 'Departments' });
    const panel = await panelOn(app, source.id, {
      columns: [{ label: 'Department', selector: '$.department', type: 'text' }],
      variables: [text('department')],
      filters: [{ selector: '$.value[*]' }],
      rowSteps: [
        { kind: 'where', match: 'all', conditions: [{ column: 'c0', operator: 'equals', value: '{$.department}' }] },
      ],
    });
    const all = await rows(panel);
    const departments = [...new Set(all.flat())] as string[];
    expect(departments.length).toBeGreaterThan(1);
    for (const department of departments) {
      const theirs = await rows(panel, { values: { department } });
      expect([...new Set(theirs.flat())]).toEqual([department]);
    }
    expect(await rows(panel)).toEqual(all);
  });

  test('that is none of the fixed entries is refused, and so is one that only Confluence gives', async () => {
    const entries = { from: 'fixed', entries: [{ value: 'eu', label: 'Europe' }] };
    const panel = await echoPanel({ variables: [text('region', { type: 'list', entries })] });
    const before = stored(app);
    expect(problemOf(await load(panel, { values: { region: 'us' } }))).toMatchObject({
      code: 'invalid-input',
      message: 'The value of region must be one of the entries of its list.',
      fields: [{ path: 'values.region' }],
    });
    for (const key of ['user.displayName', 'now', 'space']) {
      expect(problemOf(await load(panel, { values: { [key]: 'x' } })).message).toMatch(/comes from Confluence/);
    }
    expect(stored(app)).toEqual(before);
  });

  test('is bounded in length and number', async () => {
    const panel = await echoPanel({ variables: [text('a')] });
    const many = Object.fromEntries(Array.from({ length: 51 }, (_, index) => [`v${index}`, 'x']));
    const large = Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`v${index}`, 'x'.repeat(2000)]));
    for (const values of [many, large, { a: 'x'.repeat(2001) }]) {
      expect(problemOf(await load(panel, { values })).code).toBe('invalid-input');
    }
  });
});

describe('what Confluence provides', () => {
  const named = (...paths: string[]) => ({
    request: { path: '', parameters: paths.map((path, index) => ({ name: `p${index}`, value: `{$.${path}}` })) },
  });
  test('is another for each reader, and each gets only their own', async () => {
    const panel = await echoPanel(named('user.displayName', 'user.accountId', 'user.active'));
    for (let turn = 0; turn < 2; turn += 1) {
      expect(await received(panel)).toEqual(['Rita Reader', app.reader, 'true']);
      expect(await received(panel, { accountId: app.editor })).toEqual(['Eddie Editor', app.editor, 'true']);
    }
  });

  test('is what the verified page says, and nothing for a page that the reader may not read', async () => {
    const paths = ['page.id', 'page.title', 'space.id', 'space.key', 'space.name', 'site.url'];
    const panel = await echoPanel(named(...paths));
    const handbook = [handbookPage, 'Welcome', '98305', 'HB', 'Handbook', app.host.url];
    expect(await received(panel, { contentId: handbookPage })).toEqual(handbook);
    expect(await rows(panel, { contentId: '131077' })).toEqual([]);
    const salaries = await received(panel, { contentId: '131077', accountId: app.admin });
    expect(salaries.slice(0, 2)).toEqual(['131077', 'Salary bands']);
  });

  test('is asked of Confluence only where a panel uses it', async () => {
    const source = await openSource(app, 'Plain', '/odd/last-page');
    const plain = await panelOn(app, source.id, { variables: [text('unused')] });
    await rows(plain);
    const { invocation } = await app.host.invoke({
      moduleKey: 'external-data',
      functionKey: 'loadPanel',
      payload: { panelId: plain.id, window: firstRows, values: { unused: 'x' } },
      accountId: app.reader,
      contentId: handbookPage,
    });
    expect(app.host.calls(invocation).map(({ kind }) => kind)).toEqual(['kvs', 'kvs', 'kvs']);
  });
});

test('a panel asks below the URL of its data source, with values encoded for their place', async () => {
  const source = await openSource(app, 'Below', '/odd');
  const panel = await panelOn(app, source.id, {
    request: { path: '/{$.what}', parameters: [{ name: 'q', value: '{$.q}' }] },
    variables: [text('what', { defaultValue: 'echo' }), text('q')],
    columns: url,
  });
  expect(await received(panel, { values: { q: 'a&b=c#d' } })).toEqual(['a&b=c#d']);
  expect(problemOf(await load(panel, { values: { what: '..' } }))).toMatchObject({ code: 'invalid-input' });
  expect(problemOf(await load(panel, { values: { what: 'a/b' } }))).toMatchObject({ code: 'invalid-input' });
});

test('rows are kept for so many values and no more, whatever readers type', async () => {
  const panel = await echoPanel({
    variables: [text('q')],
    request: { path: '', parameters: [{ name: 'q', value: '{$.q}' }] },
  });
  const kept = () => app.host.records().filter(({ key }) => key.startsWith(`snapshot:${panel.id}:`)).length;
  for (let index = 0; index < variantsCount + 5; index += 1) {
    expect(await received(panel, { values: { q: `typed ${index}` } })).toEqual([`typed ${index}`]);
    app.clock.advance(100); // a site may ask its storage so many times a second
  }
  expect(kept()).toBe(variantsCount);
  await rows(panel);
  expect(kept()).toBe(variantsCount + 1);
});
