import type { DataSourceSettings } from '../../../src/shared/contract';
import { type DigestService, startDigestService } from '../../support/foreign/digest-service';
import { type AppOnHost, approve, startApp } from '../app/app-on-host';
import { problemOf, rowsOf } from '../app/walks';
import { cellsUnder, formOf, panelAsProposed, savedAndTested, settingsFor, shownTo } from './walk';

jest.setTimeout(60_000);

const password = 'öpen, "sesame" \\';
const pages = 50;

let app: AppOnHost;
let service: DigestService;

beforeAll(async () => {
  app = await startApp({ users: 1 });
  service = await startDigestService({ ali: password }, { pages, elsewhere: `${app.demo.foreignOrigin}/v1.0/users` });
  approve(app.host, [service.origin, app.demo.foreignOrigin]);
});

afterAll(async () => {
  await service?.stop();
  await app?.close();
});

const settings = (name: string, path: string, changes: Partial<DataSourceSettings> = {}): DataSourceSettings =>
  settingsFor(
    name,
    { url: `${service.origin}${path}` },
    {
      authentication: { type: 'digest', username: 'ali' },
      pagination: { style: 'next-url', selector: '$.next' },
      ...changes,
    },
  );

/** The requests that reached the server while the work was done. */
async function requestsOf<T>(work: () => Promise<T>): Promise<[DigestService['requests'], T]> {
  const before = service.requests.length;
  const value = await work();
  return [service.requests.slice(before), value];
}

const parameter = (authorization: string | undefined, name: string) =>
  new RegExp(`\\b${name}="?([^",]*)`).exec(authorization ?? '')?.[1];

test('an admin sees the first rows, and neither the password nor an answer to the challenge', async () => {
  const { report, source } = await savedAndTested(app, settings('Items', '/items'), { password });
  expect(report).toMatchObject({ status: 200, proposal: { rowsSelector: '$.items[*]' } });
  expect(report.raw?.text).toContain('Item 1');
  expect(report.requests.map(({ status }) => status).slice(0, 2)).toEqual([401, 200]);
  expect(JSON.stringify([report, source])).not.toContain('sesame');
  expect(JSON.stringify(report)).not.toMatch(/response=|cnonce/);
  expect(source).toMatchObject({ storedSecrets: { password: true }, badge: { state: 'authenticated' } });
});

test('a reader’s fifty pages cost one challenge a call that reads them, and its nonce serves the call to the end', async () => {
  const { report, source } = await savedAndTested(app, settings('All items', '/items'), { password });
  const panelId = await panelAsProposed(app, source.id, report.proposal!);
  const [requests, shown] = await requestsOf(() => shownTo(app, panelId));
  expect(shown.reading).toMatchObject({ pagesRead: pages, rowsRead: pages, stopReason: 'complete' });
  expect(cellsUnder('Name', shown).slice(0, 2)).toEqual(['Item 1', 'Item 2']);
  const answered = requests.flatMap(({ authorization }) => authorization ?? []);
  const callsForAll = 2; // the first page, and the others
  expect(answered).toHaveLength(pages);
  expect(requests.length - answered.length).toBeGreaterThan(0);
  expect(requests.length - answered.length).toBeLessThanOrEqual(callsForAll);
  const nonces = [...new Set(answered.map((each) => parameter(each, 'nonce')))];
  expect(nonces.length).toBeLessThanOrEqual(requests.length - answered.length);
  for (const nonce of nonces) {
    const counts = answered.filter((each) => parameter(each, 'nonce') === nonce).map((each) => parameter(each, 'nc'));
    expect(counts.map((count = '') => Number.parseInt(count, 16))).toEqual(counts.map((_, index) => index + 1));
  }
});

test('a wrong password is one plain sentence after two requests, for readers without a word of it', async () => {
  const [requests, { source, report }] = await requestsOf(() =>
    savedAndTested(app, settings('Wrong', '/items'), { password: 'wrong' }),
  );
  expect(requests.map(({ status }) => status)).toEqual([401, 401]);
  expect(report.problem).toMatchObject({
    code: 'remote-unauthorized',
    message: 'Wrong does not accept the user name or the password (status 401). Check its authentication.',
  });
  const columns = [{ label: 'Name', selector: '$.name', type: 'text' as const }];
  const proposal = { rowsSelector: '$.items[*]', rowCount: 0, columns, otherRowsSelectors: [] };
  const told = problemOf(await rowsOf(app, await panelAsProposed(app, source.id, proposal)));
  expect(told).toMatchObject({
    code: 'remote-unauthorized',
    message: expect.stringMatching(/ The API does not accept the sign-in of this data source\. An admin can /),
  });
  expect(told.message).not.toMatch(/password|user name/);
});

test('a server without qop is told by what it offers', async () => {
  const { report } = await savedAndTested(app, settings('Old', '/old'), { password });
  expect(report.problem?.message).toMatch(
    /^Old offers Digest without qop, but the app needs qop=auth \(status 401\)\./,
  );
});

test('a redirect to another host gets neither password nor answer, and another API needs the password again', async () => {
  const { report, source } = await savedAndTested(app, settings('Elsewhere', '/elsewhere'), { password });
  expect(report).toMatchObject({ status: 200, reading: { rowsRead: 1 } });
  const form = formOf(source);
  const moved = { ...form.settings.request, url: `${app.demo.foreignOrigin}/v1.0/users` };
  const stolen = { ...form, settings: { ...form.settings, request: moved } };
  for (const key of ['saveDataSource', 'testDataSource'] as const) {
    expect(problemOf(await app.ask(key, stolen)).fields).toMatchObject([{ path: 'secrets.password' }]);
  }
  expect(await app.demo.control.stats()).toMatchObject({ foreign: 1, foreignWithCredentials: 0 });
});
