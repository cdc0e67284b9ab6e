import type { LoadReply, PanelSettings, Reply } from '../../../src/shared/contract';
import { createBrowser } from '../demo/browser';
import { startReaders, type ReadersOnHost } from './readers/connected-readers';
import { rowOf } from './readers/readers-service';
import { firstRows, formWith, panelOn, problemOf, requestTo, rowsOf, valueOf } from './walks';

let at: ReadersOnHost;

beforeAll(async () => {
  at = await startReaders(12, { host: { workers: 2 } });
});

afterAll(() => at.close());

const load = (accountId: string, more: object = {}): Promise<Reply<LoadReply>> =>
  at.app.askMacro('loadPanel', { panelId: at.panel.id, window: firstRows, ...more }, { accountId });

const rowsIn = (reply: Reply<LoadReply>) => {
  const value = valueOf(reply);
  return value.state === 'view' && 'rows' in value.view ? value.view.rows.flat() : value.state;
};

test('readers whose tokens have all ended open the page at once: each is refreshed once, none is lost, all see their own rows', async () => {
  const replies = await Promise.all(at.readers.map((accountId) => load(accountId)));
  expect(replies.map(rowsIn)).toEqual(at.readers.map((accountId) => [rowOf(accountId)]));
  expect(at.service.tokens.count('refresh_token')).toBe(at.readers.length);
  for (const accountId of at.readers)
    expect(at.grantOf(accountId)).toMatchObject({ state: 'ok', holder: '', next: '' });
  await Promise.all(at.readers.map((accountId) => load(accountId)));
  expect(at.service.tokens.count('refresh_token')).toBe(at.readers.length);
});

test('rows and tokens of a reader stand in nothing that others, editors, admins, exports, logs or shared records have', async () => {
  const { app, panel, dataSourceId } = at;
  const [ada = '', bob = ''] = at.readers;
  const left: string[] = [];
  const keep = (reply: unknown) => void left.push(JSON.stringify(reply));
  keep(await load(bob));
  keep(await load(app.reader));
  keep(await app.askMacro('columnValues', { panelId: panel.id, column: 'c0', offset: 0 }, { accountId: bob }));
  keep(await app.askMacro('columnValues', { panelId: panel.id, column: 'c0', offset: 0 }));
  keep(await app.askMacro('previewChoice', { panelId: panel.id }, { accountId: app.editor }));
  keep(await app.askMacro('choiceDetails', { panelId: panel.id }, { accountId: app.editor }));
  keep(await app.ask('previewPanel', { settings: panel.settings }));
  keep(await app.ask('proposePanel', { dataSourceId }));
  keep(await app.ask('listDataSources', undefined));
  keep(await app.ask('getDataSource', { id: dataSourceId }));
  keep(
    await app.ask('testDataSource', {
      id: dataSourceId,
      settings: (await app.call('getDataSource', { id: dataSourceId })).settings,
      secrets: {},
    }),
  );
  keep(await app.host.runScheduled('hourly-upkeep'));
  const shared = app.host.records().filter(({ key }) => !key.startsWith(`own-rows:${ada}:`));
  const texts = [...left, ...app.logged.map(({ text }) => text), JSON.stringify(shared)];
  for (const canary of [rowOf(ada), at.accessTokenOf(ada)])
    expect(texts.filter((text) => text.includes(canary))).toEqual([]);
  expect(app.host.records().some(({ key }) => key.startsWith(`own-rows:${ada}:${dataSourceId}:${panel.id}:`))).toBe(
    true,
  );
});

test('a reader without an account gets the card, and the same page of anybody else is theirs', async () => {
  const card = { dataSourceId: at.dataSourceId, service: 'Tickets', host: new URL(at.service.origin).host };
  expect(valueOf(await load(at.app.reader))).toMatchObject({ state: 'connect', title: 'My tickets', card });
  expect(problemOf(await load(at.app.anonymous)).code).toBe('forbidden');
  const values = await at.app.askMacro('columnValues', { panelId: at.panel.id, column: 'c0', offset: 0 });
  expect(problemOf(values)).toMatchObject({ code: 'connect-needed', actor: 'reader' });
});

test('readers who sign in at the demo see the tickets of the account that each has signed in with', async () => {
  const { app } = at;
  const { ticketsUrl, ticketsScopes: scopes } = app.demo;
  const request = requestTo(app, new URL(ticketsUrl).pathname);
  const { id } = await app.call(
    'saveDataSource',
    formWith(app, { name: 'Demo', request }, { whoSignsIn: 'each-reader', scopes }),
  );
  const columns: PanelSettings['columns'] = [{ label: 'Ticket', selector: '$.id', type: 'text' }];
  const { id: panelId } = await panelOn(app, id, { name: 'Demo tickets', columns });
  const shown: unknown[][] = [];
  for (const [accountId, person] of [
    [app.reader, 'Mei Tanaka'],
    [app.otherReader, 'Ada Lindqvist'],
  ] as const) {
    await connectAs(person, panelId, accountId);
    const loaded = await rowsOf(app, panelId, { accountId });
    expect(valueOf(loaded)).toMatchObject({ state: 'view', own: { dataSourceId: id } });
    shown.push([rowsIn(loaded)].flat());
  }
  const [mei = [], ada = []] = shown;
  expect([mei.length, ada.length]).toEqual([5, 5]);
  expect(new Set([...mei, ...ada]).size).toBe(10);
});

/** Connects an account as a reader does: the sign-in at the demo, the way back, and the yes. */
async function connectAs(person: string, panelId: string, accountId: string): Promise<void> {
  const { app } = at;
  const { attemptId, authorizeUrl } = valueOf(await app.askMacro('connectAccount', { panelId }, { accountId }));
  const browser = createBrowser(app.host.webTriggerUrl('oauth-callback'));
  const { url } = await (await (await browser.open(authorizeUrl)).press(person)).press('Accept');
  const landing = new URL((await fetch(url, { redirect: 'manual' })).headers.get('location') ?? 'none:');
  const handle = landing.searchParams.get('c') ?? '';
  for (const [functionKey, payload] of [
    ['arrive', { handle }],
    ['confirm', { attemptId, accept: true }],
  ] as const) {
    const reply = await app.host.invoke({ moduleKey: 'my-connections', functionKey, payload, accountId });
    expect(reply).toMatchObject({ ok: true, body: { ok: true } });
  }
}

test('one reader whom the API refuses, and one whom the service has ended, are asked to connect again; the others load as before', async () => {
  const [ada = '', bob = '', cleo = ''] = at.readers;
  at.app.clock.advance(3_600_000 * 2);
  at.service.refuse.set(ada, 401);
  at.service.ended.add(bob);
  const [ofAda, ofBob, ofCleo] = await Promise.all(
    [ada, bob, cleo].map((accountId) => load(accountId, { refetch: true })),
  );
  expect([ofAda, ofBob].map((reply) => valueOf(reply!))).toMatchObject([
    { state: 'connect', card: { reconnect: 'The service no longer accepts your sign-in.' } },
    { state: 'connect', card: { reconnect: 'Your sign-in has ended at the service.' } },
  ]);
  expect(rowsIn(ofCleo!)).toEqual([rowOf(cleo)]);
  const kept = at.app.host
    .records()
    .map(({ key }) => key)
    .filter((key) => key.startsWith('own-rows:'));
  expect(kept.filter((key) => key.includes(ada) || key.includes(bob))).toEqual([]);
  at.service.refuse.clear();
  at.connect(ada);
  expect(rowsIn(await load(ada))).toEqual([rowOf(ada)]);
});
