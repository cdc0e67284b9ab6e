import type { AppOnHost } from './app-on-host';
import { startApp } from './app-on-host';
import {
  connected,
  firstRows,
  formWith,
  panelOn,
  peopleSettings,
  problemOf,
  requestTo,
  rowsOf,
  valueOf,
} from './walks';

let app: AppOnHost;
/** Whatever left the functions: replies, pages of the web trigger. */
const left: string[] = [];
/** Every secret there was, by what it is. */
const canaries = new Map<string, string>();

const secretFields = ['clientSecret', 'accessToken', 'refreshToken', 'codeVerifier'];

/** Looks into the secret storage itself, as only a test can. */
function collectCanaries(): void {
  for (const { json } of app.host.site().db.all<{ json: string }>("SELECT json FROM kvs WHERE space = 'secret'")) {
    collectFrom(JSON.parse(json));
  }
}

function collectFrom(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [name, member] of Object.entries(value)) {
    if (typeof member === 'string' && secretFields.includes(name)) canaries.set(member, name);
    else collectFrom(member);
  }
}

function listen({ host }: AppOnHost): void {
  const invoke = host.invoke.bind(host);
  host.invoke = async (request) => {
    const reply = await invoke(request);
    collectCanaries();
    // The authorize URL is for the admin's browser, and a flow's state and challenge stand in it.
    if (request.functionKey !== 'authenticate') left.push(JSON.stringify(reply));
    return reply;
  };
}

async function openCallback(url: string): Promise<number> {
  const { searchParams } = new URL(url);
  for (const name of ['code', 'state']) canaries.set(searchParams.get(name) ?? name, name);
  collectCanaries();
  const page = await fetch(url);
  left.push(await page.text(), JSON.stringify([...page.headers]));
  collectCanaries();
  return page.status;
}

/** The ways a secret may be written, as a whole and in the middle of a longer text. */
function formsOf(secret: string): string[] {
  const bytes = Buffer.from(secret);
  const inner = [0, 1, 2].map((shift) =>
    Buffer.concat([Buffer.alloc(shift), bytes])
      .toString('base64')
      .slice(4, -4),
  );
  const json = JSON.stringify(secret).slice(1, -1);
  const url = encodeURIComponent(secret);
  return [
    secret,
    json,
    url,
    url.toLowerCase(),
    ...inner,
    ...inner.map((each) => each.replaceAll('+', '-').replaceAll('/', '_')),
  ];
}

beforeAll(async () => {
  app = await startApp({ users: 20 });
  listen(app);
});

afterAll(() => app.close());

const echoColumns = [
  { label: 'Sign-in', selector: '$.headers.authorization', type: 'text' as const },
  { label: 'All', selector: '$.headers', type: 'text' as const },
];

test('a walk past an API that echoes what it was sent', async () => {
  const request = requestTo(app, '/odd/echo');
  const form = formWith(app, { name: 'Echo', request });
  const { reply, callback } = await app.consent(form);
  expect(await openCallback(callback)).toBe(200);
  expect(await openCallback(callback)).toBe(400);
  await app.call('authenticationStatus', { attemptId: reply.attemptId });
  const tested = await app.call('testDataSource', { ...form, draftId: reply.draftId });
  expect(tested.raw?.text).toContain('Bearer [hidden]');
  const source = await app.call('saveDataSource', { ...form, draftId: reply.draftId });
  const settings = peopleSettings(source.id, { name: 'Echoes', columns: echoColumns });
  await app.call('proposePanel', { dataSourceId: source.id });
  expect(JSON.stringify(await app.call('previewPanel', { settings }))).toContain('Bearer [hidden]');
  const panel = await app.call('savePanel', { settings });
  for (let turn = 0; turn < 2; turn += 1) {
    expect(JSON.stringify(valueOf(await rowsOf(app, panel.id)))).toContain('Bearer [hidden]');
    const choice = { accountId: app.editor };
    await app.askMacro('previewChoice', { panelId: panel.id }, choice);
  }
  app.clock.advance(3_600_000);
  valueOf(await rowsOf(app, panel.id));
});

test('a token that a long response echoes where its text is cut off stays hidden as well', async () => {
  const form = formWith(app, { name: 'Long echo' });
  const { reply, callback } = await app.consent(form);
  expect(await openCallback(callback)).toBe(200);
  const test = (parameters: Record<string, number>) => {
    const list = Object.entries(parameters).map(([name, value]) => ({ name, value: String(value) }));
    const request = requestTo(app, '/odd/echo', list);
    return app.call('testDataSource', { ...form, settings: { ...form.settings, request }, draftId: reply.draftId });
  };
  const whole = (await test({ padding: 10 })).raw?.text ?? '';
  const tokenAt = whole.indexOf('[hidden]');
  expect(tokenAt).toBeGreaterThan(0);
  for (const [length, status] of [
    [20_000, 200],
    [500, 500],
  ] as const) {
    for (const shown of [12, 25, 40]) await test({ padding: length - tokenAt - shown, status });
  }
});

test('a client secret with every kind of character, wrong at the provider', async () => {
  const odd = 'Kän ä€ry?&=+/%"\\\'<x>';
  const form = { ...formWith(app, { name: 'Odd secret' }), secrets: { clientSecret: odd } };
  const { reply, callback } = await app.consent(form);
  expect(await openCallback(callback)).toBe(400);
  expect((await app.call('authenticationStatus', { attemptId: reply.attemptId })).problem?.code).toBe(
    'exchange-failed',
  );
  expect(canaries.get(odd)).toBe('clientSecret');
  const source = await app.call('saveDataSource', { ...form, draftId: reply.draftId });
  await app.call('getDataSource', { id: source.id });
  await app.call('deleteDataSource', { id: source.id });
});

test('a refresh that the provider refuses, a disconnection, and calls that go wrong', async () => {
  const source = await connected(app, { name: 'Ending' });
  const panel = await panelOn(app, source.id);
  valueOf(await rowsOf(app, panel.id));
  await app.demo.control.revokeAllGrants();
  app.clock.advance(3_600_000);
  expect(valueOf(await rowsOf(app, panel.id))).toMatchObject({ age: { staleReason: expect.any(String) as string } });
  await app.call('disconnect', { id: source.id });
  problemOf(await app.ask('saveDataSource', { ...app.form(), id: source.id, rev: 99 }));
  problemOf(await app.askMacro('loadPanel', { panelId: 'x', window: firstRows }));
  await app.host.runScheduled('hourly-upkeep');
});

test('none of the secrets, in any writing, stands in a reply, a page, a log line or an open record', () => {
  collectCanaries();
  const kinds = new Set(canaries.values());
  expect([...kinds].sort()).toEqual([...secretFields, 'code', 'state'].sort());
  expect(canaries.size).toBeGreaterThan(12);
  const places = {
    left,
    logged: app.logged.map(({ text }) => text),
    records: app.host.records().map((each) => JSON.stringify(each)),
  };
  const found = Object.entries(places).flatMap(([place, texts]) =>
    [...canaries].flatMap(([secret, kind]) =>
      formsOf(secret)
        .filter((form) => form.length >= 8 && texts.some((text) => text.includes(form)))
        .map(() => ({ place, kind })),
    ),
  );
  expect(found).toEqual([]);
});

test('not even the beginning of a token', () => {
  const tokens = [...canaries].filter(([, kind]) => kind.endsWith('Token')).map(([secret]) => secret.slice(0, 12));
  const texts = [...left, ...app.logged.map(({ text }) => text), JSON.stringify(app.host.records())];
  expect(tokens.filter((token) => texts.some((text) => text.includes(token)))).toEqual([]);
});
