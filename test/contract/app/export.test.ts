import type { ColumnValuesReply, DataSourceView, PanelSettings } from '../../../src/shared/contract';
import { defaultSeed } from '../../../local/platform/product/seed';
import { adfErrors, adfLines } from '../../support/adf';
import { handbookPage, startApp, type AppOnHost } from './app-on-host';
import { connected, openSource, panelOn, rowsOf, valueOf, viewOf } from './walks';

const engineering = '98306';
const people = '98307';
const pages = {
  handbook: handbookPage,
  engineering: '131075',
  restricted: '131076',
  draft: '131078',
  closed: '131077',
};
const columns: PanelSettings['columns'] = [
  { key: 'name', label: 'Name', selector: '$.displayName', type: 'text' },
  { key: 'mail', label: 'Mail', selector: '$.userPrincipalName', type: 'email' },
  { key: 'team', label: 'Team', selector: '$.department', type: 'text' },
];

let app: AppOnHost;
let directory: DataSourceView;

beforeAll(async () => {
  const spaces = defaultSeed.spaces.map((space) => ({ ...space, closedToApp: space.id === people }));
  app = await startApp({ users: 2500, host: { product: { ...defaultSeed, spaces } } });
  directory = await connected(app, { name: 'Directory' });
});
afterAll(() => app.close());

interface Exported {
  exportType?: 'pdf' | 'word';
  contentId?: string;
  moduleKey?: string;
}

/** The lines of the exported document, which must be valid. */
async function exported(config: Record<string, unknown>, where: Exported = {}): Promise<string[]> {
  const request = { moduleKey: 'external-data', contentId: pages.handbook, exportType: 'pdf' as const, ...where };
  const result = await app.host.exportMacro({ ...request, config });
  if (!result?.ok) throw new Error(result?.message ?? 'no export');
  expect(adfErrors(result.value)).toEqual([]);
  expect(app.host.calls(result.invocation).filter(({ kind }) => kind === 'egress')).toEqual([]);
  return adfLines(result.value);
}

/** A panel whose rows a reader has seen. */
async function seenPanel(settings: Partial<PanelSettings>, contentId: string = pages.handbook): Promise<string> {
  const { id } = await panelOn(app, settings.dataSourceId ?? directory.id, settings);
  expect(valueOf(await rowsOf(app, id, { contentId }))).toMatchObject({ state: 'view' });
  return id;
}

describe('a panel in an exported page', () => {
  let panelId: string;
  beforeAll(async () => {
    panelId = await seenPanel({ name: 'Directory people', columns });
  });

  test.each(['pdf', 'word'] as const)('is the table that readers see, with its age (%s)', async (exportType) => {
    const [title, header, first, ...others] = await exported({ panelId }, { exportType });
    expect([title, header]).toEqual(['Directory people', 'Name | Mail | Team']);
    expect(first).toMatch(/^.+ \| \S+@\S+ \| .+$/);
    expect(others).toHaveLength(2000);
    expect(others.at(-1)).toMatch(/^First 2,000 of 2,500 rows\. Data as of \d{1,2} \w{3} \d{4}, \d\d:\d\d UTC\.$/);
  });

  test('has the title of the macro and not its hidden columns', async () => {
    const [title, header] = await exported({ panelId, title: 'Colleagues', hiddenColumns: ['mail'] });
    expect([title, header]).toEqual(['Colleagues', 'Name | Team']);
  });

  test('says what an editor can do where its settings name no panel, or one that is gone', async () => {
    expect(await exported({})).toEqual([expect.stringMatching(/^No panel has been picked here\./)]);
    expect(await exported({ panelId: '0'.repeat(32) })).toEqual([expect.stringMatching(/no longer exists/)]);
  });

  test('is a sentence until readers have seen rows, and nothing is fetched for it', async () => {
    const { id } = await panelOn(app, directory.id, { name: 'Unseen', columns: columns.slice(0, 1) });
    expect(await exported({ panelId: id })).toEqual([
      expect.stringMatching(/^No rows of “Unseen” are stored at the moment/),
    ]);
  });

  test('is a sentence where it depends on who reads', async () => {
    const panel = await seenPanel({
      name: 'Mine',
      columns,
      rowSteps: [
        {
          kind: 'where',
          match: 'all',
          conditions: [{ column: 'mail', operator: 'not-equals', value: '{$.user.email}' }],
        },
      ],
    });
    expect(await exported({ panelId: panel })).toEqual([
      expect.stringMatching(/^“Mine” shows each reader personal data,/),
    ]);
  });

  test('has the rows of the values that the macro gives its variables', async () => {
    const rows = viewOf(valueOf(await rowsOf(app, panelId)));
    const [, , team] = rows.rows[0]!;
    const { id } = await panelOn(app, directory.id, {
      name: 'One team',
      columns,
      variables: [{ key: 'team', label: 'Team', type: 'text', required: true, defaultValue: '' }],
      rowSteps: [
        { kind: 'where', match: 'all', conditions: [{ column: 'team', operator: 'equals', value: '{$.team}' }] },
      ],
    });
    expect(await exported({ panelId: id })).toEqual([expect.stringMatching(/Enter a value for Team/)]);
    const values = { team: String(team) };
    valueOf(await app.askMacro('loadPanel', { panelId: id, values, window: { offset: 0, count: 5 } }));
    const lines = await exported({ panelId: id, 'value.team': team });
    expect(new Set(lines.slice(2, -1).map((line) => line.split(' | ')[2]))).toEqual(new Set([team]));
  });

  test('is one value in a sentence for the inline macro', async () => {
    const value = { moduleKey: 'external-data-value' };
    const count = await seenPanel({
      name: 'How many',
      columns,
      visual: { type: 'number', column: 'name', summary: 'count', label: 'Colleagues', unit: 'people' },
    });
    expect(await exported({ panelId: count })).toEqual([
      'How many',
      'Colleagues: 2,500 people',
      expect.stringMatching(/^Data as of/),
    ]);
    expect(await exported({ panelId: count }, value)).toEqual(['2,500 people']);
    expect(await exported({ panelId, column: 'mail' }, value)).toEqual([expect.stringMatching(/^\S+@\S+$/)]);
    expect(await exported({ panelId, column: 'gone' }, value)).toEqual([
      expect.stringMatching(/no longer shows the column/),
    ]);
  });
});

describe('a data source that named spaces may show', () => {
  let panelId: string;
  beforeAll(async () => {
    const allowedSpaces = { mode: 'named' as const, spaceIds: [engineering, people] };
    const limited = await openSource(app, 'Limited', '/odd/last-page', { allowedSpaces });
    panelId = await seenPanel({ name: 'Engineers', dataSourceId: limited.id }, pages.engineering);
  });

  test.each(['pdf', 'word'] as const)('is in the export of that space’s pages (%s)', async (exportType) => {
    const lines = await exported({ panelId }, { exportType, contentId: pages.engineering });
    expect(lines[1]).toBe('Name');
    expect(lines.length).toBeGreaterThan(3);
  });

  test.each([
    ['a page of another space', pages.handbook],
    ['a page that only some may read', pages.restricted],
    ['a page of an allowed space that the app itself may not see', pages.closed],
    ['a draft', pages.draft],
    ['a page that does not exist', '999999'],
    ['what is no page', '1/../131075'],
  ])('is not in the export of %s', async (_, contentId) => {
    for (const exportType of ['pdf', 'word'] as const) {
      expect(await exported({ panelId }, { contentId, exportType })).toEqual([
        'This panel is not allowed in this space. An admin can allow the space in its data source.',
      ]);
    }
  });

  test('the values of its columns are not for pages of other spaces either', async () => {
    const ask = (contentId: string) =>
      app.askMacro('columnValues', { panelId, column: 'c0', offset: 0 }, { contentId });
    expect(await ask(pages.handbook)).toMatchObject({ ok: false, problem: { code: 'forbidden' } });
    expect(await ask(pages.engineering)).toMatchObject({ ok: true, value: { state: 'values' } });
  });
});

describe('the values of a column', () => {
  test('come most frequent first, in as many small replies as they need', async () => {
    const panelId = await seenPanel({ name: 'Values', columns });
    const counted: number[] = [];
    let offset: number | undefined = 0;
    let replies = 0;
    while (offset !== undefined) {
      const reply: ColumnValuesReply = valueOf(await app.askMacro('columnValues', { panelId, column: 'mail', offset }));
      if (reply.state !== 'values') throw new Error('pending');
      expect(Buffer.byteLength(JSON.stringify(reply))).toBeLessThan(70_000);
      counted.push(...reply.values.map(({ count }) => count));
      expect(reply.total).toBeGreaterThan(1000);
      offset = reply.nextOffset;
      replies += 1;
    }
    expect(counted.reduce((sum, count) => sum + count, 0)).toBe(2500);
    expect(counted).toEqual([...counted].sort((a, b) => b - a));
    expect(replies).toBeGreaterThan(1);
  });

  test('are those that the search finds, and none of a hidden column', async () => {
    const hidden = columns.map((column) => ({ ...column, hidden: column.key === 'mail' }));
    const panelId = await seenPanel({ name: 'Hidden values', columns: hidden });
    const reply = valueOf(await app.askMacro('columnValues', { panelId, column: 'team', search: 'E', offset: 0 }));
    expect(reply).toMatchObject({ state: 'values' });
    expect(reply.state === 'values' && reply.values.every(({ value }) => /e/i.test(String(value)))).toBe(true);
    const refused = await app.askMacro('columnValues', { panelId, column: 'mail', offset: 0 });
    expect(refused).toMatchObject({ ok: false, problem: { code: 'not-found' } });
  });
});
