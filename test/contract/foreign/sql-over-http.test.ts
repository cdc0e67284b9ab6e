import type { ColumnSettings, DataSourceSettings, RequestSettings } from '../../../src/shared/contract';
import { presets } from '../../../src/presets/preset-registry';
import { fillPreset } from '../../../static/admin/form-model/data-source/fill-preset';
import { buyers, region, type sqlApis, startSqlApi } from '../../support/sql-apis';
import { type AppOnHost, approve, startApp } from '../app/app-on-host';
import { cellsUnder, panelAsProposed, savedAndTested, settingsFor, shownTo } from './walk';

let app: AppOnHost;

beforeAll(async () => {
  app = await startApp({ users: 1 });
});

afterAll(() => app?.close());

interface Spoken {
  key: keyof typeof sqlApis;
  rows: string;
  /** Where id and buyer are in a row. */
  cells: [string, string];
  statement?: string;
  pages: number;
  /** The request with the region in the place that the API has for values. */
  bind: (request: RequestSettings) => RequestSettings;
}

/** A JSON body with more members. */
const withMembers =
  (members: object) =>
  (request: RequestSettings): RequestSettings => {
    const text = request.body.kind === 'json' ? request.body.text : '{}';
    return {
      ...request,
      body: { kind: 'json', text: JSON.stringify({ ...(JSON.parse(text) as object), ...members }) },
    };
  };
const withParameter =
  (name: string, value: string) =>
  (request: RequestSettings): RequestSettings => ({ ...request, parameters: [...request.parameters, { name, value }] });

const inLists: [string, string] = ['$[0]', '$[1]'];
const inObjects: [string, string] = ['$.id', '$.buyer'];

const spoken: Spoken[] = [
  {
    key: 'snowflake',
    rows: '$.data[*]',
    cells: inLists,
    statement: 'SELECT id, buyer FROM orders WHERE region = ?',
    pages: 3,
    bind: withMembers({ bindings: { 1: { type: 'TEXT', value: '{region}' } } }),
  },
  {
    key: 'databricks',
    rows: '$..data_array[*]',
    cells: inLists,
    statement: 'SELECT id, buyer FROM orders WHERE region = :region',
    pages: 3,
    bind: withMembers({ parameters: [{ name: 'region', value: '{region}' }] }),
  },
  {
    key: 'bigquery',
    rows: '$.rows[*]',
    cells: ['$.f[0].v', '$.f[1].v'],
    statement: 'SELECT id, buyer FROM orders WHERE region = @region',
    pages: 3,
    bind: withMembers({
      parameterMode: 'NAMED',
      queryParameters: [{ name: 'region', parameterType: { type: 'STRING' }, parameterValue: { value: '{region}' } }],
    }),
  },
  {
    key: 'clickhouse',
    rows: '$.data[*]',
    cells: inObjects,
    statement: 'SELECT id, buyer FROM orders WHERE region = {region:String}',
    pages: 1,
    bind: withParameter('param_region', '{region}'),
  },
  {
    key: 'trino',
    rows: '$.data[*]',
    cells: inLists,
    statement: 'SELECT id, buyer FROM orders',
    pages: 6,
    bind: (same) => same,
  },
  { key: 'postgrest', rows: '$[*]', cells: inObjects, pages: 4, bind: withParameter('region', 'eq.{region}') },
];

/** The settings that the preset fills in, at the server of the test, for whoever has its token. */
function settingsOf({ key, statement = '', bind }: Spoken, origin: string): DataSourceSettings {
  const preset = presets.find((each) => each.key === key)!;
  const typed = { statement, project: 'p', table: 'orders', host: 'host.example', account: 'account', warehouse: 'w' };
  const { request, pagination, authentication, errorSelector = '', notReady } = fillPreset(preset, typed);
  const url = request.url.replace(/^https:\/\/[^/]+/, origin);
  const bound = bind({ ...request, url });
  return settingsFor(preset.title, bound, {
    authentication: authentication.type === 'basic' ? { type: 'basic', username: 'reader' } : { type: 'bearer' },
    pagination: pagination.style === 'offset-limit' ? { ...pagination, pageSize: 3 } : pagination,
    variables: JSON.stringify(bound).includes('{region}') ? [{ name: 'region', defaultValue: region }] : [],
    response: { format: 'auto', errorSelector, ...(notReady && { notReady }) },
  });
}

test.each(spoken)('a statement to $key is read to its last row, its value bound', async (each) => {
  const server = await startSqlApi(each.key);
  try {
    approve(app.host, [server.origin]);
    const secrets =
      each.key === 'clickhouse' || each.key === 'trino' ? { password: 'sql-token' } : { token: 'sql-token' };
    const { source, report } = await savedAndTested(app, settingsOf(each, server.origin), secrets);
    expect(report.problem).toBeUndefined();
    const columns = each.cells.map((selector, at): ColumnSettings => ({
      label: ['ID', 'Buyer'][at]!,
      selector,
      type: 'text',
    }));
    const proposal = { rowsSelector: each.rows, rowCount: 0, columns, otherRowsSelectors: [] };
    const shown = await shownTo(app, await panelAsProposed(app, source.id, proposal));
    expect(shown.reading).toMatchObject({ rowsRead: buyers.length, stopReason: 'complete', warnings: [] });
    expect(shown.reading.pagesRead).toBe(each.pages);
    expect(cellsUnder('ID', shown)).toEqual(buyers.map((_, at) => String(at + 1)));
    expect(cellsUnder('Buyer', shown)).toEqual(buyers);
  } finally {
    await server.stop();
  }
});
