import type { RowStep } from '../../../../src/shared/contract';
import { defaultResponse } from '../../../../src/data-sources/default-settings';
import type { Access } from '../../../../src/grants/access';
import { readFrame } from '../../../../src/panel/read/read-frame';
import { readBounds } from '../../../../src/panel/shape/read-bounds';
import { memoryServices } from '../../../support/memory';
import { json, memoryUpstream } from '../../../support/memory-upstream';
import { dataSource, tokenAccess, usersUrl } from '../../../support/panels';

const token = 'sk_live_9fA27cQx81LmZp0TtYv4';
const pin = '48151623429981';
const access: Access = tokenAccess([new URL(usersUrl).origin]);
const nextUrl = `${usersUrl}?key=${token}&page=2`;

const columns = [
  { key: 'Auth', label: 'Auth', selector: '$.headers.authorization', type: 'text' as const },
  { key: 'Pin', label: 'Pin', selector: '$.pin', type: 'number' as const },
  { key: 'All', label: 'All', selector: '$', type: 'text' as const },
];

/** What a panel makes of an API that sends back what it was sent, and what was requested for it. */
async function read(rowSteps: RowStep[] = [], pages = [{}]) {
  const echo = { headers: { authorization: `Bearer ${token}` }, pin: Number(pin), [token]: 'a name' };
  const responses = Object.fromEntries(
    [usersUrl, nextUrl].map((url, index) => [
      url,
      () => json({ value: [echo], ...pages[index] }, { headers: { etag: `"${token}"` } }),
    ]),
  );
  const upstream = memoryUpstream(responses);
  const services = memoryServices({ fetch: upstream.fetch });
  [token, `Bearer ${token}`, pin].forEach((secret) => services.redactor.remember(secret));
  const query = { filters: [{ selector: '$.value[*]' }], columns, rowSteps };
  const asked = { query, source: dataSource(), values: {} };
  return { ...(await readFrame(asked, { access }, readBounds, services)), requests: upstream.requests };
}

const computed = (expression: string): RowStep => ({
  kind: 'compute',
  column: { key: 'Computed', label: 'Computed', expression, type: 'text' },
});

test.each([
  ["LEFT([Auth], 20) & ' | ' & RIGHT([Auth], LEN([Auth]) - 20)"],
  ['UPPER([Auth])'],
  ["REPLACE([Auth], '_', '-')"],
  ['LEFT([All], 60)'],
  ["[Pin] & ''"],
])('no part of an echoed secret comes through %s', async (expression) => {
  const shown = JSON.stringify((await read([computed(expression)])).frame).toLowerCase();
  for (const part of ['sk_live', 'sk-live', '9fa27', 'ttyv4', '4815162']) expect(shown).not.toContain(part);
  expect(shown).toContain('[hidden]');
});

/** The first bytes, by which a body is judged, hold nothing of ASCII. */
const utf16 = Buffer.from(`${'中'.repeat(2100)},Auth\n1,Bearer ${token}\n`, 'utf16le');
const shifted = Buffer.from(`Key,Auth\n1,Bearer ${token.slice(0, 9)}\x1b(B${token.slice(9)}\n`);

test.each([
  ['UTF-16 that the response states', 'utf-16le', '', utf16],
  ['UTF-16 with its halves swapped', 'utf-16be', '', Buffer.from(utf16).swap16()],
  ['UTF-16 that nothing but the setting tells', '', 'utf-16le', utf16],
  ['a character set with shifts between its characters', 'iso-2022-jp', '', shifted],
])('an echoed secret is masked in %s', async (_name, stated, charset, body) => {
  const headers = { 'content-type': stated === '' ? 'text/csv' : `text/csv; charset=${stated}` };
  const { fetch } = memoryUpstream({ [usersUrl]: () => new Response(new Uint8Array(body), { headers }) });
  const services = memoryServices({ fetch });
  services.redactor.remember(token);
  const query = { filters: [], columns: [{ label: 'Auth', selector: '$.Auth', type: 'text' as const }], rowSteps: [] };
  const source = dataSource({ response: { ...defaultResponse, format: 'csv', charset } });
  const { frame } = await readFrame({ query, source, values: {} }, { access }, readBounds, services);
  expect(frame.values).toEqual([['Bearer [hidden]']]);
});

test('a condition does not tell how an echoed secret begins', async () => {
  const rowsWhere = async (value: string) => {
    const condition = { column: 'Auth', operator: 'contains' as const, value };
    return (await read([{ kind: 'where', match: 'all', conditions: [condition] }])).frame.rowCount;
  };
  expect(await rowsWhere('sk_live_9')).toBe(await rowsWhere('sk_live_8'));
});

test('a link that echoes a secret leads on, and what names the state of the response is not kept', async () => {
  const { requests, reading, validators } = await read([], [{ '@odata.nextLink': nextUrl }, {}]);
  expect(requests.map(({ url }) => url)).toEqual([usersUrl, nextUrl]);
  expect(reading).toMatchObject({ pagesRead: 2, stopReason: 'complete' });
  expect((await read()).validators).toBeUndefined();
  expect(validators).toBeUndefined();
});
