import type { CallInput, CallOutput, ConnectionsCalls, ConnectReply, Reply } from '../../../src/shared/contract';
import { createBrowser } from '../demo/browser';
import { handbookPage, startApp, type AppOnHost } from './app-on-host';
import { formWith, panelOn, problemOf, stored, valueOf } from './walks';

let app: AppOnHost;
let panelId: string;
let dataSourceId: string;

beforeAll(async () => {
  app = await startApp({ users: 10 });
  const accountField = { url: new URL('/v1.0/me', app.demo.usersUrl).href, selector: '$.userPrincipalName' };
  const scopes = 'User.Read offline_access';
  const form = formWith(app, { name: 'Own tickets' }, { whoSignsIn: 'each-reader', scopes, accountField });
  const data = await app.call('saveDataSource', form);
  dataSourceId = data.id;
  panelId = (await panelOn(app, data.id)).id;
});

afterAll(() => app.close());

/** The reply to a call of *My connections*. */
async function askConnections<Key extends keyof ConnectionsCalls>(
  functionKey: Key,
  payload: CallInput<ConnectionsCalls, Key>,
  accountId: string,
): Promise<Reply<CallOutput<ConnectionsCalls, Key>>> {
  const reply = await app.host.invoke({ moduleKey: 'my-connections', functionKey, payload, accountId });
  if (!reply.ok) throw new Error(reply.message);
  return reply.body as Reply<never>;
}

const begin = async (accountId: string): Promise<ConnectReply> =>
  valueOf(await app.askMacro('connectAccount', { panelId }, { accountId }));

/** Signs in at the demo as that person and consents; the callback's URL, not yet opened. */
async function consentTo(authorizeUrl: string, person: string): Promise<string> {
  const browser = createBrowser(app.host.webTriggerUrl('oauth-callback'));
  const page = await browser.open(authorizeUrl);
  return (await (await page.press(person)).press('Accept')).url;
}

const openCallback = (callback: string, method = 'GET') => fetch(callback, { method, redirect: 'manual' });

const landingOf = (response: Response): URL => new URL(response.headers.get('location') ?? 'none:');

async function handleFor(accountId: string, person: string): Promise<{ attemptId: string; handle: string }> {
  const { attemptId, authorizeUrl } = await begin(accountId);
  const landing = landingOf(await openCallback(await consentTo(authorizeUrl, person)));
  return { attemptId, handle: landing.searchParams.get('c') ?? '' };
}

const exchanges = async () => (await app.demo.control.stats()).codeExchanges;

test('a reader connects an account, is told as whom, and disconnects it; others learn nothing of it', async () => {
  const { attemptId, authorizeUrl } = await begin(app.reader);
  const callback = await consentTo(authorizeUrl, 'Mei Tanaka');
  const before = await exchanges();
  for (const method of ['HEAD', 'POST']) expect((await openCallback(callback, method)).status).toBe(405);
  expect((await openCallback(`${callback}&state=another`)).status).toBe(400);

  const response = await openCallback(callback);
  expect(response.status).toBe(302);
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(response.headers.get('referrer-policy')).toBe('no-referrer');
  const landing = landingOf(response);
  const { environmentId } = app.host.site();
  expect(landing.pathname).toBe(`/wiki/apps/6f0c5c1e-2f6b-4b7e-9a54-0d6a8a3b9c11/${environmentId}/connections`);
  expect(await exchanges()).toBe(before);
  expect((await openCallback(callback)).status).toBe(400);

  const handle = landing.searchParams.get('c') ?? '';
  const arrived = valueOf(await askConnections('arrive', { handle }, app.reader));
  expect(arrived).toMatchObject({ attemptId, service: 'Own tickets', accountName: 'mei.tanaka@meridian.example' });
  expect(problemOf(await askConnections('confirm', { attemptId, accept: true }, app.editor)).code).toBe('not-found');
  const answers = await Promise.all(
    [1, 2].map(() => askConnections('confirm', { attemptId, accept: true }, app.reader)),
  );
  expect(answers.filter(({ ok }) => ok)).toMatchObject([
    { value: { state: 'connected', page: `/wiki/pages/viewpage.action?pageId=${handbookPage}` } },
  ]);

  app.clock.advance(60_000);
  const [own] = valueOf(await askConnections('myConnections', undefined, app.reader));
  expect(own).toMatchObject({ dataSourceId, state: 'connected', accountName: 'mei.tanaka@meridian.example' });
  for (const other of [app.otherReader, app.admin, app.editor]) {
    expect(valueOf(await askConnections('myConnections', undefined, other))).toEqual([]);
    const status = await app.askMacro('connectionStatus', { attemptId }, { accountId: other });
    expect(problemOf(status).code).toBe('not-found');
  }
  expect(valueOf(await askConnections('disconnectAccount', { dataSourceId }, app.reader))).toEqual({
    revoked: 'revoked',
  });
  expect(app.host.secretKeys().filter((key) => key.startsWith('tok:'))).toEqual([]);
  expect(valueOf(await askConnections('myConnections', undefined, app.reader))).toEqual([]);
});

test('the hourly job ends accounts that nobody uses and those that are closed, and the app revokes the rest when it leaves', async () => {
  const day = 24 * 3_600_000;
  const connect = async (accountId: string, person: string) => {
    const { attemptId, handle } = await handleFor(accountId, person);
    valueOf(await askConnections('arrive', { handle }, accountId));
    valueOf(await askConnections('confirm', { attemptId, accept: true }, accountId));
  };
  const hourLater = async () => {
    app.clock.advance(3_600_000);
    await app.host.runScheduled('hourly-upkeep');
    await app.host.drainQueues();
  };
  await connect(app.reader, 'Mei Tanaka');
  app.clock.advance(90 * day);
  await connect(app.otherReader, 'Ada Lindqvist');
  app.clock.advance(7 * day);
  app.host.site().reports.note(app.otherReader, 'closed', app.clock.now());
  const { revocations } = await app.demo.control.stats();
  for (let at = 0; at < 4; at += 1) await hourLater();
  expect(valueOf(await askConnections('myConnections', undefined, app.reader))).toMatchObject([
    { state: 'reconnect', reason: 'Your account was disconnected because it was not used for 90 days.' },
  ]);
  expect((await app.demo.control.stats()).revocations).toBe(revocations + 4); // refresh and access token of both
  const names = [...app.host.records().map((record) => JSON.stringify(record)), ...app.host.secretKeys()];
  expect(names.filter((text) => text.includes(app.otherReader))).toEqual([]);

  await connect(app.reader, 'Mei Tanaka');
  app.clock.advance(60_000);
  await app.host.uninstall();
  expect((await app.demo.control.stats()).revocations).toBe(revocations + 6);
  expect(app.host.secretKeys().filter((key) => key.startsWith('tok:'))).toEqual([]);
  expect(valueOf(await askConnections('disconnectAccount', { dataSourceId }, app.reader))).toBeDefined();
});

test('whoever is led to consent to another’s sign-in gives nothing away: no code is redeemed', async () => {
  const { attemptId, handle } = await handleFor(app.otherReader, 'Mei Tanaka');
  const before = await exchanges();
  const waiting = await app.askMacro('connectionStatus', { attemptId }, { accountId: app.otherReader });
  expect(valueOf(waiting)).toEqual({ state: 'waiting' });
  const refused = problemOf(await askConnections('arrive', { handle }, app.reader));
  expect(refused.message).toBe('This sign-in was begun by somebody else. Nothing was given away.');
  const failed = await app.askMacro('connectionStatus', { attemptId }, { accountId: app.otherReader });
  expect(valueOf(failed)).toMatchObject({ state: 'failed' });
  expect(problemOf(await askConnections('arrive', { handle }, app.otherReader)).code).toBe('not-found');
  expect(await exchanges()).toBe(before);
  expect(app.host.secretKeys().filter((key) => key.includes(app.otherReader) || key.startsWith('handback:'))).toEqual(
    [],
  );
});

test('where a sign-in ends and whose it is, no payload and no context of a browser says', async () => {
  const forged = { panelId, siteUrl: 'https://evil.example', accountId: app.admin, dataSourceId };
  const config = { siteUrl: 'https://evil.example', accountId: app.admin };
  const reply = await app.askMacro('connectAccount', forged, { accountId: app.reader, config });
  const { attemptId, authorizeUrl } = valueOf(reply);
  const landing = landingOf(await openCallback(await consentTo(authorizeUrl, 'Mei Tanaka')));
  expect(landing.origin).not.toContain('evil');
  expect(problemOf(await app.askMacro('connectionStatus', { attemptId }, { accountId: app.admin })).code).toBe(
    'not-found',
  );
  const nowhere = await app.askMacro('connectAccount', { panelId }, { accountId: app.reader, contentId: undefined });
  expect(problemOf(nowhere).message).toMatch(/^Confluence does not say where this page is/);
});

test('an account that may not consent is told in plain words, and nothing is stored', async () => {
  const { attemptId, authorizeUrl } = await begin(app.editor);
  const before = stored(app).secrets.filter((key) => key.startsWith('tok:'));
  const browser = createBrowser(app.host.webTriggerUrl('oauth-callback'));
  const page = await (await browser.open(authorizeUrl)).press('Tom Okafor');
  const callback = (await page.press('Return without granting consent')).url;
  const handle = landingOf(await openCallback(callback)).searchParams.get('c') ?? '';
  const problem = problemOf(await askConnections('arrive', { handle }, app.editor));
  expect(problem).toMatchObject({
    code: 'connect-needed',
    message: expect.stringMatching(/did not grant access/) as string,
  });
  expect(valueOf(await app.askMacro('connectionStatus', { attemptId }, { accountId: app.editor }))).toMatchObject({
    state: 'failed',
    problem: { message: problem.message },
  });
  expect(stored(app).secrets.filter((key) => key.startsWith('tok:'))).toEqual(before);
});
