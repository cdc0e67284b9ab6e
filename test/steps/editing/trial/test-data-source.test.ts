import type { DataSourceForm, DataSourceSettings, RequestBody } from '../../../../src/shared/contract';
import { testDataSource } from '../../../../src/editing/trial/test-data-source';
import { testProgress } from '../../../../src/editing/trial/test-progress';
import { Problem } from '../../../../src/shared/problem';
import { memoryServices } from '../../../support/memory';
import { dataSourceSettings, requestTo, users, usersUrl } from '../../../support/panels';
import { type Respond, json, memoryUpstream, status } from '../../../support/memory-upstream';

const next = (page: number) => `${usersUrl}?$skiptoken=${page}`;

function run(
  responses: Record<string, Respond>,
  settings: Partial<DataSourceSettings> = {},
  rest: Partial<DataSourceForm> & { testId?: string } = {},
) {
  const upstream = memoryUpstream(responses);
  const services = memoryServices({ fetch: upstream.fetch });
  const form = { settings: dataSourceSettings(settings), secrets: {}, ...rest };
  return { upstream, services, report: testDataSource(form, { accountId: 'admin' }, services) };
}

const endlessPages: Record<string, Respond> = {
  [usersUrl]: () => json({ value: users(30), '@odata.nextLink': next(2) }),
  ...Object.fromEntries(
    [2, 3, 4, 5].map((page) => [
      next(page),
      () => json({ value: users(30, 30 * page), '@odata.nextLink': next(page + 1) }),
    ]),
  ),
};

describe('testing a data source', () => {
  it('reads up to three pages and shows status, requests, first rows, a proposal and the raw response', async () => {
    const report = await run(endlessPages).report;
    expect(report).toMatchObject({
      status: 200,
      reading: { pagesRead: 3, rowsRead: 90, stopReason: 'page-limit' },
      proposal: { rowsSelector: '$.value[*]', rowCount: 30 },
      table: { totalRows: 90, whole: false },
    });
    expect(report.table?.rows).toHaveLength(20);
    expect(report.table?.columns.map(({ label, type }) => [label, type])).toEqual([
      ['ID', 'text'],
      ['Display name', 'text'],
      ['Age', 'number'],
    ]);
    expect(report.requests).toHaveLength(3);
    expect(report.requests[0]).toMatchObject({ url: usersUrl, status: 200, contentType: 'application/json' });
    expect(report.raw?.text).toContain('User 000000');
    expect(report.raw?.shownBytes).toBe(report.raw?.totalBytes);
    expect(report.problem).toBeUndefined();
  });

  it('shortens a large response in this view only, and says both sizes', async () => {
    const report = await run({ [usersUrl]: () => json({ value: users(5000) }) }).report;
    const total = JSON.stringify({ value: users(5000) }).length;
    expect(report.raw?.totalBytes).toBe(total);
    expect(report.raw?.shownBytes).toBeLessThan(25_000);
    expect(report.reading?.rowsRead).toBe(5000);
  });

  it.each<[string, Respond, number | undefined, string]>([
    ['403', () => status(403, {}, '{"error":"scope missing"}'), 403, 'remote-forbidden'],
    ['500', () => status(500, {}, 'oops'), 500, 'remote-failed'],
    [
      'a web page',
      () => new Response('<html>Sign in</html>', { headers: { 'content-type': 'text/html' } }),
      200,
      'sign-in-page',
    ],
    ['nothing', () => new Response(''), 200, 'response-unreadable'],
  ])('reports %s with what came', async (_, response, code, problemCode) => {
    const report = await run({ [usersUrl]: response }).report;
    expect(report.status).toBe(code);
    expect(report.problem).toMatchObject({ code: problemCode, message: expect.stringMatching(/^Directory /) });
    expect(report.requests).toHaveLength(1);
    expect(report.raw).toBeDefined();
    expect(report.table).toBeUndefined();
  });

  it.each([
    ['set', 'Shift_JIS', 200, 'テスト'],
    ['found', '', 200, '�e�X�g'],
    ['set, which says nothing of what refuses', 'Shift_JIS', 503, '�e�X�g'],
  ])('shows what came in the character set that is %s', async (_, charset, code, shown) => {
    const body = Buffer.from('8365835883678367', 'hex').subarray(0, 6);
    const headers = { 'content-type': 'text/csv; charset=utf-8' };
    const response = { ...dataSourceSettings().response, format: 'csv' as const, charset };
    const { report } = run({ [usersUrl]: () => new Response(body, { status: code, headers }) }, { response });
    expect((await report).raw).toMatchObject({ text: shown, shownBytes: 6, totalBytes: 6 });
  });

  it('gives admins the words of the remote', async () => {
    const report = await run({ [usersUrl]: () => status(403, {}, 'scope missing') }).report;
    expect(report.problem?.detail).toBe('scope missing');
    expect(report.raw?.text).toBe('scope missing');
  });

  it('reports that nobody has authenticated yet', async () => {
    const authentication = {
      type: 'oauth2' as const,
      grantType: 'authorization_code' as const,
      clientId: 'client',
      authUrl: 'https://login.example.com/authorize',
      tokenUrl: 'https://login.example.com/token',
      revokeUrl: '',
      scopes: 'read',
      clientAuthentication: 'client_secret_post' as const,
      authorizeParameters: [],
      tokenParameters: [],
      tokenHeader: { name: 'Authorization', prefix: 'Bearer ' },
    };
    const { report, upstream } = run({ [usersUrl]: () => json([]) }, { authentication });
    expect((await report).problem).toMatchObject({ code: 'not-authenticated' });
    expect(upstream.requests).toEqual([]);
  });

  it('refuses settings that break a rule, by field', async () => {
    const request = requestTo('http://localhost/users');
    const { report, upstream } = run({}, { request });
    await expect(report).rejects.toMatchObject({
      code: 'invalid-input',
      details: { fields: [{ path: 'request.url' }] },
    });
    expect(upstream.requests).toEqual([]);
  });

  it('masks token-like values in the URLs it names', async () => {
    const url = `${usersUrl}?access_token=verysecretvalue`;
    const report = await run({ [url]: () => json({ value: users(1) }) }, { request: requestTo(url) }).report;
    expect(JSON.stringify(report.requests)).not.toContain('verysecretvalue');
  });
});

describe('the requests of a test', () => {
  const page2 = `${usersUrl}?page=2`;
  const responses: Record<string, Respond> = {
    [usersUrl]: () =>
      json(
        { value: users(2), '@odata.nextLink': page2 },
        { headers: { 'content-type': 'application/json', 'x-ratelimit-remaining': '41', 'set-cookie': 'session=1' } },
      ),
    [page2]: () => json({ value: users(2, 2) }),
  };

  it('are shown with method, headers and body as they left, and the headers that matter as they came', async () => {
    const headers = [{ name: 'X-Team', value: 'core', secret: false }];
    const report = await run(responses, { request: requestTo(usersUrl, { headers }) }).report;
    expect(report.requests).toHaveLength(2);
    expect(report.requests[0]).toMatchObject({
      method: 'GET',
      url: usersUrl,
      status: 200,
      requestHeaders: [
        { name: 'accept', value: expect.stringContaining('application/json') },
        { name: 'x-team', value: 'core' },
      ],
    });
    const shown = report.requests[0]?.responseHeaders.map(({ name }) => name);
    expect(shown).toEqual(expect.arrayContaining(['content-type', 'x-ratelimit-remaining']));
    expect(shown).not.toContain('set-cookie');
  });

  it('carry the values that the test gives, else the defaults', async () => {
    const variables = [
      { name: 'team', defaultValue: 'core' },
      { name: 'status', defaultValue: 'open' },
    ];
    const request = requestTo(`${usersUrl}/{team}?status={status}`);
    const { report, upstream } = run(
      { [`${usersUrl}/a%20b?status=open`]: () => json([{ a: 1 }]) },
      { request, variables },
      { sampleValues: { team: 'a b' } },
    );
    expect((await report).status).toBe(200);
    expect(upstream.requests).toHaveLength(1);
    const refused = await run({}, { request, variables }, { sampleValues: { team: 'a/b' } }).report;
    expect(refused.problem).toMatchObject({ code: 'invalid-input', fields: [{ path: 'sampleValues.team' }] });
  });

  it('are shown even where no answer came', async () => {
    const lost = () => Promise.reject(new Problem('host-unknown', 'The server’s name cannot be found.'));
    const report = await run({ [usersUrl]: lost }).report;
    expect(report.requests).toMatchObject([{ url: usersUrl, status: 0 }]);
    expect(report.status).toBeUndefined();
    expect(report.diagnostic).toContain(`GET ${usersUrl}: no response`);
  });
});

describe('what to pass on', () => {
  it('says each request, what came, and the problem, and holds no secret', async () => {
    const url = `${usersUrl}?access_token=verysecretvalue`;
    const report = await run(
      { [url]: () => status(403, { 'www-authenticate': 'Bearer error="insufficient_scope", scope="a.read"' }, 'no') },
      { request: requestTo(url) },
    ).report;
    expect(report.diagnostic).toContain('Test of Directory at 2030-01-01T12:00:00.000Z');
    expect(report.diagnostic).toContain('status 403');
    expect(report.diagnostic).toContain('www-authenticate: Bearer error="insufficient_scope"');
    expect(report.diagnostic).toContain('remote-forbidden, insufficient_scope');
    expect(report.diagnostic).toContain('Scopes that allow it: a.read.');
    expect(JSON.stringify(report)).not.toContain('verysecretvalue');
  });
});

describe('the response as a tree', () => {
  it('is whole JSON, whatever is cut', async () => {
    const report = await run({ [usersUrl]: () => json({ value: users(5000) }) }).report;
    const tree = JSON.parse(report.raw?.tree ?? '') as { value: unknown[] };
    expect(tree.value).toHaveLength(51);
    expect(tree.value.at(-1)).toBe('… 4,950 more');
    expect(report.raw?.tree?.length).toBeLessThan(10_000);
  });

  it.each<[string, () => Response, unknown]>([
    ['CSV', () => new Response('a;b\n1;2\n', { headers: { 'content-type': 'text/csv' } }), [{ a: '1', b: '2' }]],
    [
      'XML',
      () => new Response('<r><i n="1">x</i></r>', { headers: { 'content-type': 'text/xml' } }),
      { r: { i: { '@n': '1', '#text': 'x' } } },
    ],
    ['an error', () => status(500, {}, '{"error":"down"}'), { error: 'down' }],
  ])('shows %s too', async (_, response, tree) => {
    const report = await run({ [usersUrl]: response }).report;
    expect(JSON.parse(report.raw?.tree ?? 'null')).toEqual(tree);
  });

  const long = (name: string) => name.padEnd(2000, '.');
  const treeOf = async (document: object): Promise<unknown> => {
    const { raw } = await run({ [usersUrl]: () => json(document) }).report;
    return JSON.parse(raw?.tree ?? 'null');
  };

  it('shortens names, and counts their characters with those of texts', async () => {
    expect(await treeOf({ [long('a')]: { [long('b')]: 1 } })).toEqual({
      [`${long('a').slice(0, 299)}…`]: { [`${long('b').slice(0, 299)}…`]: 1 },
    });
    const lists = Array.from({ length: 20 }, (_, at) => [
      {},
      ...Array.from({ length: 40 }, () => ({ [long(`${at}`)]: 1 })),
    ]);
    expect(JSON.stringify(await treeOf(lists)).length).toBeLessThan(120_000);
  });

  it.each([200, 500])('holds no secret in a name where the status is %d', async (code) => {
    const headers = [{ name: 'X-Key', value: '', secret: true }];
    const { report } = run(
      { [usersUrl]: () => status(code, {}, '{"list":[{"a k3y-9f8e7d6c5b4a":{"k3y-9f8e7d6c5b4a":1}}]}') },
      { request: requestTo(usersUrl, { headers }) },
      { secrets: { 'header.x-key': 'k3y-9f8e7d6c5b4a' } },
    );
    const { raw } = await report;
    expect(JSON.parse(raw?.tree ?? 'null')).toEqual({ list: [{ 'a [hidden]': { '[hidden]': 1 } }] });
  });

  it('is absent where nothing can be read', async () => {
    const report = await run({ [usersUrl]: () => new Response('<html>Sign in') }).report;
    expect(report.raw).toMatchObject({ text: '<html>Sign in', tree: undefined });
  });
});

describe('what a test says of paging', () => {
  const none = { pagination: { style: 'none' as const } };
  const rowsOfSecond = (report: Awaited<ReturnType<typeof run>['report']>) =>
    report.pagination?.secondPage?.rows.map(([first]) => first);

  it('proposes the style that the response shows, with page two read that way', async () => {
    const report = await run(endlessPages, none).report;
    expect(report.reading).toMatchObject({ pagesRead: 1, stopReason: 'unfollowed', more: { by: 'next-page' } });
    expect(report.pagination).toMatchObject({
      pagination: { style: 'odata-next-link' },
      reason: expect.stringContaining('@odata.nextLink'),
    });
    expect(rowsOfSecond(report)?.[0]).toBe('u60');
    expect(report.requests).toHaveLength(2);
    expect(report.table?.totalRows).toBe(30);
  });

  it('proposes a Link header', async () => {
    const link = { 'content-type': 'application/json', link: `<${usersUrl}?page=2>; rel="next"` };
    const responses = {
      [usersUrl]: () => json(users(2), { headers: link }),
      [`${usersUrl}?page=2`]: () => json(users(2, 2)),
    };
    const report = await run(responses, none).report;
    expect(report.pagination?.pagination).toEqual({ style: 'link-header' });
    expect(rowsOfSecond(report)).toEqual(['u2', 'u3']);
  });

  it('proposes a cursor in the body of a GraphQL query', async () => {
    const body: RequestBody = {
      kind: 'graphql',
      query: 'query($after: String) { users(after: $after) { nodes { id } pageInfo { endCursor hasNextPage } } }',
      variables: '',
    };
    const page = (from: number, end: string) =>
      json({ data: { users: { nodes: users(2, from), pageInfo: { endCursor: end, hasNextPage: true } } } });
    const response: Respond = ({ body: sent = '' }) => (sent.includes('"after":"c1"') ? page(2, 'c2') : page(0, 'c1'));
    const report = await run(
      { [usersUrl]: response },
      { ...none, request: requestTo(usersUrl, { method: 'POST', body }) },
    ).report;
    expect(report.pagination?.pagination).toMatchObject({ style: 'cursor', target: { name: 'variables.after' } });
    expect(rowsOfSecond(report)).toEqual(['u2', 'u3']);
  });

  it('proposes an offset, and asks for page two from there', async () => {
    const url = `${usersUrl}?skip=0&limit=2`;
    const responses = {
      [url]: () => json({ total: 4, items: users(2) }),
      [`${usersUrl}?skip=2&limit=2`]: () => json({ total: 4, items: users(2, 2) }),
    };
    const report = await run(responses, { ...none, request: requestTo(url) }).report;
    expect(report.pagination?.pagination).toMatchObject({ style: 'offset-limit', pageSize: 2 });
    expect(rowsOfSecond(report)).toEqual(['u2', 'u3']);
  });

  it('says so when page two is page one again, or cannot be read', async () => {
    const url = `${usersUrl}?page=1`;
    const second = `${usersUrl}?page=2`;
    const same = () => json({ total: 9, items: users(2) });
    const again = await run({ [url]: same, [second]: same }, { ...none, request: requestTo(url) }).report;
    expect(again.pagination?.reason).toContain('returned the same rows');
    const failing = { [url]: same, [second]: () => status(500) };
    const broken = await run(failing, { ...none, request: requestTo(url) }).report;
    expect(broken.pagination?.reason).toContain('could not be read that way: Directory failed (status 500)');
    expect(broken.pagination?.secondPage).toBeUndefined();
    expect(broken.problem).toBeUndefined();
  });

  it('follows no link to another host', async () => {
    const responses = { [usersUrl]: () => json({ value: users(1), '@odata.nextLink': 'https://evil.example/' }) };
    const { report, upstream } = run(responses, none);
    expect((await report).pagination?.reason).toContain('points to another host');
    expect(upstream.requests).toHaveLength(1);
  });

  it('proposes nothing where the settings go on that way already, or nothing speaks for more', async () => {
    expect((await run(endlessPages).report).pagination).toBeUndefined();
    expect((await run({ [usersUrl]: () => json({ value: users(3) }) }, none).report).pagination).toBeUndefined();
  });
});

describe('how far a test is', () => {
  const testId = 'a'.repeat(32);

  it('is noted once a second at most, for the one whose test it is', async () => {
    const slow: Record<string, Respond> = Object.fromEntries(
      Object.entries(endlessPages).map(([url, response]): [string, Respond] => [
        url,
        (init, attempt) => {
          started.services.advance(url === usersUrl ? 500 : 700);
          return response(init, attempt);
        },
      ]),
    );
    const started = run(slow, {}, { testId });
    await started.report;
    const { storage, memory } = started.services;
    expect(memory.log.filter(({ name, key }) => name === 'set' && key.includes(testId))).toHaveLength(2);
    expect(await testProgress({ accountId: 'admin', testId }, storage)).toEqual({ pagesRead: 3, rowsRead: 90 });
    expect(await testProgress({ accountId: 'other', testId }, storage)).toBeNull();
  });

  it('is not noted where nobody asks', async () => {
    const { report, services } = run(endlessPages);
    await report;
    expect([...services.memory.open.keys()]).toEqual([]);
  });
});
