import { readUpstream } from '../../../../src/panel/read/read-upstream';
import { readBounds } from '../../../../src/panel/shape/read-bounds';
import type { DataSourceSettings, RequestSettings } from '../../../../src/shared/contract';
import { Problem } from '../../../../src/shared/problem';
import { memoryServices } from '../../../support/memory';
import { json, memoryUpstream, type Respond, status } from '../../../support/memory-upstream';
import { dataSourceSettings, openAccess, requestTo } from '../../../support/panels';

const origin = 'https://api.example.com';
const jobs = `${origin}/jobs`;
const result = `${origin}/jobs/7`;
const done = () => json({ state: 'SUCCEEDED', rows: [1, 2] });
const statement: Partial<RequestSettings> = { method: 'POST', body: { kind: 'json', text: '{"statement":"s"}' } };

/** The responses in order, the last one again and again. */
const inTurn =
  (...responses: Respond[]): Respond =>
  (init, attempt) =>
    responses[Math.min(attempt, responses.length) - 1]!(init, attempt);

async function read(
  responses: Record<string, Respond>,
  request: Partial<RequestSettings> = {},
  response: Partial<DataSourceSettings['response']> = {},
) {
  const upstream = memoryUpstream(responses);
  const services = memoryServices({ fetch: upstream.fetch });
  const began = services.now();
  const settings = dataSourceSettings({
    request: requestTo(jobs, request),
    response: { format: 'auto', errorSelector: '', ...response },
    pagination: { style: 'none' },
  });
  const selectors = { rows: ['$.rows[*]'], others: [] };
  const whole = { settings, access: openAccess, bounds: readBounds, values: {}, selectors };
  const take = (document: unknown) => (document as { rows: unknown[] }).rows.length;
  const outcome = await readUpstream(whole, services, take).catch((error: unknown) => {
    if (error instanceof Problem) return error;
    throw error;
  });
  const sent = upstream.requests.map(({ method, url, body }) =>
    [method, url.slice(origin.length), body].filter(Boolean).join(' '),
  );
  return { outcome, sent, tookMs: services.now() - began };
}

const notReady = { selector: '$.state', values: ['queued', 'running'], urlSelector: '' };
const running = () => json({ state: 'RUNNING' });

test('a 202 is followed to where its result will be, after the pause that it asks for', async () => {
  const accepted = () => status(202, { location: '/jobs/7', 'retry-after': '2' });
  const { outcome, sent, tookMs } = await read({ [jobs]: accepted, [result]: inTurn(accepted, done) }, statement);
  expect(outcome).toMatchObject({ stopReason: 'complete', rowsRead: 2, pagesRead: 1 });
  expect(sent).toEqual(['POST /jobs {"statement":"s"}', 'GET /jobs/7', 'GET /jobs/7']);
  expect(tookMs).toBe(4000);
});

test('a 202 with rows is taken as it is', async () => {
  const rows = () => new Response('{"rows":[1]}', { status: 202, headers: { 'content-type': 'application/json' } });
  expect(await read({ [jobs]: rows })).toMatchObject({ outcome: { rowsRead: 1 }, sent: ['GET /jobs'] });
});

test('words for "not ready" are asked again with the same GET', async () => {
  const queued = () => json({ state: 'Queued' });
  const { outcome, sent, tookMs } = await read({ [jobs]: inTurn(queued, running, done) }, {}, { notReady });
  expect(outcome).toMatchObject({ stopReason: 'complete', rowsRead: 2 });
  expect([sent.length, tookMs]).toEqual([3, 3000]);
});

test('a statement is sent once, and its result fetched from the address that the response names', async () => {
  const named = () => json({ state: 'RUNNING', result: '/jobs/7' });
  const settings = { notReady: { ...notReady, urlSelector: '$.result' } };
  const { outcome, sent } = await read({ [jobs]: named, [result]: inTurn(running, done) }, statement, settings);
  expect(outcome).toMatchObject({ rowsRead: 2 });
  expect(sent).toEqual(['POST /jobs {"statement":"s"}', 'GET /jobs/7', 'GET /jobs/7']);
});

test.each<[string, Record<string, Respond>, Partial<RequestSettings>, number]>([
  ['takes longer than a request may', { [jobs]: running }, {}, 5],
  ['is nowhere to be found', { [jobs]: running }, statement, 1],
  ['is on another host', { [jobs]: () => status(202, { location: 'https://evil.example/jobs/7' }) }, statement, 1],
  ['is accepted and nothing else', { [jobs]: () => status(202) }, statement, 1],
])('a result that %s is never an empty table', async (_, responses, request, requests) => {
  const { outcome, sent } = await read(responses, request, { notReady });
  expect(outcome).toMatchObject({
    code: 'remote-timeout',
    message: expect.stringContaining('has not finished its result') as string,
  });
  expect(sent).toHaveLength(requests);
});
