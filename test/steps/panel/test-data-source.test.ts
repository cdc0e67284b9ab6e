import type { DataSourceForm, DataSourceSettings } from '../../../src/contract';
import { testDataSource } from '../../../src/panel/test-data-source';
import { memoryServices } from '../../support/memory';
import { dataSourceSettings, users, usersUrl } from '../../support/panels';
import { type Answering, json, memoryRemote, status } from '../../support/remote';

const next = (page: number) => `${usersUrl}?$skiptoken=${page}`;

function run(answers: Record<string, Answering>, settings: Partial<DataSourceSettings> = {}) {
  const remote = memoryRemote(answers);
  const services = memoryServices({ fetch: remote.fetch });
  const form: DataSourceForm = { settings: dataSourceSettings(settings), secrets: {} };
  return { remote, services, report: testDataSource(form, { accountId: 'admin' }, services) };
}

const endlessPages: Record<string, Answering> = {
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

  it.each<[string, Answering, number | undefined, string]>([
    ['403', () => status(403, {}, '{"error":"scope missing"}'), 403, 'remote-refused'],
    ['500', () => status(500, {}, 'oops'), 500, 'remote-failed'],
    [
      'a web page',
      () => new Response('<html>Sign in</html>', { headers: { 'content-type': 'text/html' } }),
      200,
      'response-unreadable',
    ],
    ['nothing', () => new Response(''), 200, 'response-unreadable'],
  ])('reports %s with what came', async (_, answer, code, problemCode) => {
    const report = await run({ [usersUrl]: answer }).report;
    expect(report.status).toBe(code);
    expect(report.problem).toMatchObject({ code: problemCode, message: expect.stringMatching(/^Directory /) });
    expect(report.requests).toHaveLength(1);
    expect(report.raw).toBeDefined();
    expect(report.table).toBeUndefined();
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
    };
    const { report, remote } = run({ [usersUrl]: () => json([]) }, { authentication });
    expect((await report).problem).toMatchObject({ code: 'not-authenticated' });
    expect(remote.requests).toEqual([]);
  });

  it('refuses settings that break a rule, by field', async () => {
    const request = { method: 'GET' as const, url: 'http://localhost/users', parameters: [] };
    const { report, remote } = run({}, { request });
    await expect(report).rejects.toMatchObject({
      code: 'invalid-input',
      details: { fields: [{ path: 'request.url' }] },
    });
    expect(remote.requests).toEqual([]);
  });

  it('masks token-like values in the URLs it names', async () => {
    const url = `${usersUrl}?access_token=verysecretvalue`;
    const report = await run(
      { [url]: () => json({ value: users(1) }) },
      { request: { method: 'GET', url, parameters: [] } },
    ).report;
    expect(JSON.stringify(report.requests)).not.toContain('verysecretvalue');
  });
});
