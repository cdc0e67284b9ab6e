import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What all of these APIs have in their table. */
export const buyers = ["O'Hara", 'a "b"; --', 'Ünal', '100 %', '{x}', 'line\nend', 'last'];
const otherRegion = ['not', 'these'];
/** The region that is requested; whoever splices it into a statement breaks that. */
export const region = 'N"orth\' OR 1=1; -- {y}';

type Row = [string, string];
const rowsOf = (requested: unknown): Row[] =>
  (requested === region ? buyers : otherRegion).map((buyer, at) => [String(at + 1), buyer]);
const pageRows = 3;
const partOf = (rows: Row[], part: number) => rows.slice(part * pageRows, (part + 1) * pageRows);
const partsOf = (rows: Row[]) => Math.ceil(rows.length / pageRows);

interface Asked {
  method: string;
  url: URL;
  headers: IncomingMessage['headers'];
  text: string;
  json: Record<string, never>;
}
interface Told {
  status?: number;
  headers?: Record<string, string>;
  value: unknown;
}
type Api = (asked: Asked) => Told | undefined;

/** Snowflake's SQL API: not ready at first, then numbered partitions of which the first has the description. */
function snowflake(): Api {
  const waiting = new Set<string>();
  let rows: Row[] = [];
  return ({ method, url, json }) => {
    const { bindings } = json as { bindings?: Record<string, { value: string }> };
    if (method === 'POST' && url.pathname === '/api/v2/statements') {
      rows = rowsOf(bindings?.['1']?.value);
      waiting.add('h-1');
      const statementStatusUrl = '/api/v2/statements/h-1';
      return {
        status: 202,
        value: { code: '333334', message: 'Still running', statementHandle: 'h-1', statementStatusUrl },
      };
    }
    if (url.pathname !== '/api/v2/statements/h-1') return undefined;
    const part = url.searchParams.get('partition');
    if (part !== null) return { value: { data: partOf(rows, Number(part)) } };
    const partitionInfo = Array.from({ length: partsOf(rows) }, (_, at) => ({ rowCount: partOf(rows, at).length }));
    const rowType = [
      { name: 'ID', type: 'fixed' },
      { name: 'BUYER', type: 'text' },
    ];
    const resultSetMetaData = { numRows: rows.length, format: 'jsonv2', rowType, partitionInfo };
    return { value: { resultSetMetaData, data: partOf(rows, 0), code: '090001', statementHandle: 'h-1' } };
  };
}

/** Databricks' statement execution: each part has the path of the next. */
function databricks(): Api {
  let rows: Row[] = [];
  const chunk = (at: number) => ({
    chunk_index: at,
    row_offset: at * pageRows,
    row_count: partOf(rows, at).length,
    ...(at + 1 < partsOf(rows) && {
      next_chunk_index: at + 1,
      next_chunk_internal_link: `/api/2.0/sql/statements/s-1/result/chunks/${at + 1}?row_offset=${(at + 1) * pageRows}`,
    }),
    data_array: partOf(rows, at),
  });
  return ({ method, url, json }) => {
    const { parameters } = json as { parameters?: { name: string; value: string }[] };
    const part = /^\/api\/2\.0\/sql\/statements\/s-1\/result\/chunks\/(\d+)$/.exec(url.pathname)?.[1];
    if (part !== undefined) return { value: chunk(Number(part)) };
    if (method !== 'POST' || url.pathname !== '/api/2.0/sql/statements') return undefined;
    rows = rowsOf(parameters?.find(({ name }) => name === 'region')?.value);
    const columns = ['id', 'buyer'].map((name, position) => ({ name, position, type_name: 'STRING' }));
    const manifest = { format: 'JSON_ARRAY', schema: { column_count: 2, columns }, total_chunk_count: partsOf(rows) };
    const counts = { total_row_count: rows.length, truncated: false };
    return {
      value: {
        statement_id: 's-1',
        status: { state: 'SUCCEEDED' },
        manifest: { ...manifest, ...counts },
        result: chunk(0),
      },
    };
  };
}

/** BigQuery's queries: pages of the job by token and location. */
function bigQuery(): Api {
  let rows: Row[] = [];
  const page = (at: number) => ({
    kind: 'bigquery#queryResponse',
    schema: { fields: ['id', 'buyer'].map((name) => ({ name, type: 'STRING', mode: 'NULLABLE' })) },
    jobReference: { projectId: 'p', jobId: 'job-1', location: 'EU' },
    totalRows: String(rows.length),
    ...(at + 1 < partsOf(rows) && { pageToken: `t${at + 1}` }),
    rows: partOf(rows, at).map((cells) => ({ f: cells.map((v) => ({ v })) })),
    jobComplete: true,
  });
  return ({ method, url, json }) => {
    const { queryParameters } = json as { queryParameters?: { parameterValue: { value: string } }[] };
    if (method === 'POST' && url.pathname === '/bigquery/v2/projects/p/queries') {
      rows = rowsOf(queryParameters?.[0]?.parameterValue.value);
      return { value: page(0) };
    }
    const token = /^t(\d+)$/.exec(url.searchParams.get('pageToken') ?? '')?.[1];
    const isJob = url.pathname === '/bigquery/v2/projects/p/queries/job-1' && url.searchParams.get('location') === 'EU';
    return isJob && token !== undefined ? { value: page(Number(token)) } : undefined;
  };
}

/** ClickHouse's HTTP interface: everything in one response, values by parameters of their own. */
function clickHouse(): Api {
  return ({ url }) => {
    if (!url.searchParams.get('query')?.includes('{region:String}')) return undefined;
    const data = rowsOf(url.searchParams.get('param_region')).map(([id, buyer]) => ({ id, buyer }));
    const meta = ['id', 'buyer'].map((name) => ({ name, type: 'String' }));
    const statistics = { elapsed: 0.001, rows_read: 100, bytes_read: 2000 };
    return { value: { meta, data, rows: data.length, rows_before_limit_at_least: data.length, statistics } };
  };
}

/** Trino's client protocol: addresses of what comes next, the first ones and the last without rows. */
function trino(): Api {
  const rows = rowsOf(region);
  const columns = ['id', 'buyer'].map((name) => ({ name, type: 'varchar' }));
  return ({ method, url, text }) => {
    const step = /^\/v1\/statement\/(?:queued|executing)\/q-1\/y\/(\d+)$/.exec(url.pathname)?.[1];
    const isFirst = method === 'POST' && url.pathname === '/v1/statement' && /^SELECT /.test(text);
    if (!isFirst && step === undefined) return undefined;
    const at = isFirst ? 0 : Number(step);
    const part = at - 2;
    const isLast = part === partsOf(rows);
    const nextUri = `${url.origin}/v1/statement/${at < 1 ? 'queued' : 'executing'}/q-1/y/${at + 1}`;
    const data = part >= 0 && !isLast ? { columns, data: partOf(rows, part) } : part >= 0 ? { columns } : {};
    const state = isLast ? 'FINISHED' : at < 2 ? 'QUEUED' : 'RUNNING';
    return {
      value: { id: 'q-1', infoUri: `${url.origin}/ui/q-1`, ...(!isLast && { nextUri }), ...data, stats: { state } },
    };
  };
}

/** PostgREST: conditions in the query, rows by place and size, the range in a header. */
function postgrest(): Api {
  return ({ url }) => {
    const { offset, limit, region: condition = '' } = Object.fromEntries(url.searchParams);
    if (url.pathname !== '/orders' || !condition.startsWith('eq.')) return undefined;
    const rows = rowsOf(condition.slice(3)).map(([id, buyer]) => ({ id, buyer }));
    const page = rows.slice(Number(offset), Number(offset) + Math.min(pageRows, Number(limit)));
    const range = page.length === 0 ? '*/*' : `${Number(offset)}-${Number(offset) + page.length - 1}/*`;
    return { headers: { 'content-range': range }, value: page };
  };
}

export const sqlApis = { snowflake, databricks, bigquery: bigQuery, clickhouse: clickHouse, trino, postgrest };

/** A server that is such an API to whoever signs in as the reader. */
export async function startSqlApi(key: keyof typeof sqlApis): Promise<{ origin: string; stop(): Promise<void> }> {
  const api = sqlApis[key]();
  const server = createServer((request, response) => void respond(request, response, api));
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const stop = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((resolve) => void server.close(resolve));
  };
  return { origin: `http://localhost:${(server.address() as AddressInfo).port}`, stop };
}

async function respond(request: IncomingMessage, response: ServerResponse, api: Api): Promise<void> {
  const { headers, method = 'GET' } = request;
  let text = '';
  for await (const chunk of request as AsyncIterable<Buffer>) text += chunk.toString();
  const url = new URL(request.url ?? '/', `http://${headers.host ?? ''}`);
  const isReader = /^(?:Bearer sql-token|Basic cmVhZGVyOnNxbC10b2tlbg==)$/.test(headers.authorization ?? '');
  const json = (text.startsWith('{') ? JSON.parse(text) : {}) as Asked['json'];
  const told = isReader
    ? api({ method, url, headers, text, json })
    : { status: 401, value: { message: 'Who are you?' } };
  const { status = 200, headers: more = {}, value } = told ?? { status: 404, value: { message: 'Not here' } };
  response.writeHead(status, { 'content-type': 'application/json', ...more }).end(JSON.stringify(value));
}
