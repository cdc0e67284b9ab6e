import type {
  DataSourceForm,
  FieldError,
  OAuth2Authentication,
  PanelSettings,
  ProblemReply,
} from '../../../src/shared/contract';
import { startApp, type AppOnHost } from './app-on-host';
import { formWith, openSource, panelOn, peopleSettings, problemOf, rowsOf, stored, valueOf, viewOf } from './walks';

let app: AppOnHost;

beforeAll(async () => {
  app = await startApp({ users: 10 });
});

afterAll(() => app.close());

/** One or two plain sentences, without an address, a host or the words of a program. */
function expectPlain(message: string): void {
  expect(message).toMatch(/^[A-Z].*[.)]$/s);
  expect(message.length).toBeLessThan(260);
  expect(message.split(/[.!?](?= |$)/).filter((sentence) => sentence.trim() !== '').length).toBeLessThanOrEqual(3);
  expect(message).not.toMatch(
    /https?:\/\/(?!$)\S*\w\.\w|localhost|127\.0\.0\.1|undefined|\[object|Error:|null|at .*:\d+:\d+/,
  );
}

/** A reader learns what happened and who can act, and nothing of hosts or of what the API said. */
function expectFitForReaders(problem: ProblemReply): void {
  expectPlain(problem.message);
  expect(problem).not.toHaveProperty('detail');
  expect(problem).not.toHaveProperty('remoteCode');
  expect(JSON.stringify(problem)).not.toMatch(/localhost|http|\/odd/);
  expect(['reader', 'editor', 'admin', 'remote']).toContain(problem.actor);
}

describe('a form', () => {
  const at = (oauth2: Partial<OAuth2Authentication>): DataSourceForm => formWith(app, { name: 'Refused' }, oauth2);
  const urlIs = (url: string): DataSourceForm => {
    const form = formWith(app, { name: 'Refused' });
    return { ...form, settings: { ...form.settings, request: { ...form.settings.request, url } } };
  };

  const urls: [string, string, RegExp][] = [
    ['nothing', '', /^Enter the URL\.$/],
    ['no URL', 'graph/users', /not a URL/],
    ['words', 'the users, please', /not a URL/],
    ['http', 'http://api.example.com/users', /must start with https/],
    ['another scheme', 'ftp://api.example.com/users', /must start with https.*not ftp/],
    ['javascript', 'javascript:alert(1)', /must start with https/],
    ['user info', 'https://ada:secret@api.example.com/users', /user name and password from the URL/],
    ['a private address', 'https://10.0.0.1/users', /must contain a host name/],
    ['a metadata address', 'https://169.254.169.254/latest', /must contain a host name/],
    ['an address as one number', 'https://167772161/users', /must contain a host name/],
    ['an address in hexadecimal', 'https://0x0a.1/users', /must contain a host name/],
    ['an address in full-width digits', 'https://１０.０.０.１/users', /must contain a host name/],
    ['an IPv6 address', 'https://[fd00::1]/users', /must contain a host name/],
    ['a name of a private network', 'https://server.internal/users', /private network/],
    ['a single label', 'https://intranet/users', /private network/],
    ['a trailing dot on a private name', 'https://server.local./users', /private network/],
    [
      'a port that is not allowed',
      'https://api.example.com:8081/users',
      /Port 8081 cannot be reached\. Allowed ports are/,
    ],
    ['a part after #', 'https://api.example.com/users#top', /fragment/],
  ];

  test.each(urls)(
    'with a URL that is %s is refused at its field by Save, Test and Authenticate',
    async (_what, url, says) => {
      const before = stored(app);
      for (const key of ['saveDataSource', 'testDataSource', 'authenticate'] as const) {
        const problem = problemOf(await app.ask(key, urlIs(url)));
        expect(problem).toMatchObject({ code: 'invalid-input', actor: 'admin', retry: false });
        expectPlain(problem.message);
        expectOneField(problem, 'request.url', says);
        expect(JSON.stringify(problem)).not.toContain('secret@');
      }
      expect(stored(app)).toEqual(before);
    },
  );

  function expectOneField({ fields }: ProblemReply, path: string, says: RegExp): void {
    expect(fields).toEqual([{ path, message: expect.stringMatching(says) as string } satisfies FieldError]);
  }

  const endpoints: [string, Partial<OAuth2Authentication>, string, RegExp][] = [
    [
      'a tenant that was not filled in',
      { authUrl: 'https://login.example.com/{tenant}/authorize' },
      'authUrl',
      /Replace \{tenant\}/,
    ],
    ['an Auth URL over http', { authUrl: 'http://login.example.com/authorize' }, 'authUrl', /https/],
    [
      'a state in the Auth URL',
      { authUrl: 'https://login.example.com/authorize?state=1' },
      'authUrl',
      /Remove state from the Auth URL/,
    ],
    [
      'a Token URL with user info',
      { tokenUrl: 'https://a:b@login.example.com/token' },
      'tokenUrl',
      /user name and password/,
    ],
    ['a private Token URL', { tokenUrl: 'https://192.168.1.1/token' }, 'tokenUrl', /must contain a host name/],
    ['a Revoke URL that is none', { revokeUrl: 'later' }, 'revokeUrl', /not a URL/],
    ['no Client ID', { clientId: '' }, 'clientId', /^Enter the Client ID\.$/],
    ['a Client ID with blanks', { clientId: 'my app' }, 'clientId', /cannot contain spaces/],
    ['scopes with quotes', { scopes: '"User.Read"' }, 'scopes', /Quotes/],
  ];

  test.each(endpoints)('with %s is refused at its field', async (_what, oauth2, field, says) => {
    const before = stored(app);
    for (const key of ['saveDataSource', 'authenticate'] as const) {
      expectOneField(problemOf(await app.ask(key, at(oauth2))), `authentication.${field}`, says);
    }
    expect(stored(app)).toEqual(before);
  });

  test.each([
    ['another shape', { settings: 'x', secrets: {} }],
    ['nothing', undefined],
    ['a list', []],
    ['a method that writes', { settings: { request: { method: 'DELETE' } }, secrets: {} }],
    ['an id that is none', { id: '../x', settings: {}, secrets: {} }],
    ['an endless name', { settings: { name: 'x'.repeat(10_000) }, secrets: {} }],
  ])('of %s is refused without a trace', async (_what, payload) => {
    const before = stored(app);
    const problem = problemOf(await app.ask('saveDataSource', payload as unknown as DataSourceForm));
    expect(problem.code).toBe('invalid-input');
    expectPlain(problem.message);
    expect(stored(app)).toEqual(before);
  });

  test('without a name, or without a decision on spaces, is not saved', async () => {
    const form = formWith(app, { name: ' ', allowedSpaces: { mode: 'undecided' } });
    const { fields } = problemOf(await app.ask('saveDataSource', form));
    expect(fields?.map(({ path }) => path)).toEqual(['name', 'allowedSpaces']);
  });
});

describe('a panel', () => {
  const selectors: [string, RegExp][] = [
    ['$.value[', /at its end: the closing/],
    ['$..[?', /at its end/],
    ['value', /\$/],
    ['$[?(@.a =~ /x/)]', /at character \d+/],
    ['', /Enter a selector/],
  ];

  test.each(selectors)('with the selector "%s" is refused, and the place is named', async (selector, says) => {
    const source = await openSource(app, `For ${selector}`, '/odd/last-page');
    const before = stored(app);
    const places: ['savePanel' | 'previewPanel', Partial<PanelSettings>, string][] = [
      ['savePanel', { filters: [{ selector }] }, 'filters.0.selector'],
      ['previewPanel', { columns: [{ label: 'A', selector, type: 'text' }] }, 'columns.0.selector'],
    ];
    for (const [key, changes, path] of places) {
      const settings = peopleSettings(source.id, changes);
      const problem = problemOf(await app.ask(key, { settings }));
      expect(problem).toMatchObject({
        code: 'invalid-input',
        fields: [{ path, message: expect.stringMatching(says) as string }],
      });
    }
    expect(stored(app)).toEqual(before);
  });

  test('whose selector matches nothing says so to readers and names it in the preview alone', async () => {
    const source = await openSource(app, 'Without', '/odd/last-page');
    const panel = await panelOn(app, source.id, { filters: [{ selector: '$.people[*]' }] });
    const before = stored(app);
    const problem = problemOf(await rowsOf(app, panel.id));
    expect(problem).toMatchObject({ code: 'selector-matched-nothing', actor: 'admin' });
    expect(problem.message).toContain('has no rows');
    expect(JSON.stringify(problem)).not.toContain('people');
    expect(problemOf(await rowsOf(app, panel.id)).message).toBe(problem.message);
    expectFitForReaders(problem);
    const seenByAdmin = problemOf(await app.ask('previewPanel', { settings: panel.settings }));
    expect(seenByAdmin.code).toBe('selector-matched-nothing');
    expect(seenByAdmin.message).toContain('$.people[*]');
    expect(stored(app)).toEqual(before);
  });

  test('on an empty list shows no rows and no problem', async () => {
    const source = await openSource(app, 'Nobody', '/odd/no-rows');
    const panel = await panelOn(app, source.id);
    expect(valueOf(await rowsOf(app, panel.id))).toMatchObject({ view: { totalRows: 0 } });
  });
});

describe('a response', () => {
  const responses: [string, ProblemReply['code'], RegExp][] = [
    ['html', 'sign-in-page', /web page|sign-in page/],
    ['empty', 'response-unreadable', /returned an empty response/],
    ['cut-json', 'response-unreadable', /JSON that ends abruptly/],
    ['truncated', 'remote-unreachable', /was lost before the response was complete/],
    ['not-json', 'response-unreadable', /not JSON/],
    ['deep', 'response-unreadable', /nested more than 200/],
    ['huge', 'response-too-large', /more than 32 MB/],
    ['gzip-bomb', 'response-too-large', /more than 32 MB/],
    ['disconnect', 'remote-unreachable', /cannot be reached/],
    ['status-401', 'remote-unauthorized', /does not accept the sign-in of this data source\. An admin can/],
    ['status-403', 'remote-forbidden', /does not allow this data source to read these rows\. An admin can/],
    ['status-404', 'remote-not-found', /nothing at this address \(status 404\)/],
    ['status-429?after=90', 'remote-rate-limited', /too many requests .*90 seconds/],
    ['status-500', 'remote-failed', /failed \(status 500\)/],
    ['redirect-loop', 'remote-failed', /redirects more than/],
    ['redirect-metadata', 'host-not-allowed', /host/],
  ];

  test.each(responses)('of the kind "%s" is told to readers as %s', async (path, code, says) => {
    const source = await openSource(app, `Answering ${path}`, `/odd/${path}`);
    const panel = await panelOn(app, source.id);
    const before = stored(app);
    const problem = problemOf(await rowsOf(app, panel.id));
    expect(problem.code).toBe(code);
    expect(problem.message).toMatch(says);
    expect(problem.message).toContain(`“${panel.settings.name}”`);
    expectFitForReaders({ ...problem, message: problem.message.replace(source.settings.name, 'Source') });
    expect(stored(app)).toEqual(before);
    const isToldToWait = app.host.records().some(({ key }) => key === `remote-wait:${source.id}`);
    expect(isToldToWait).toBe(code === 'remote-rate-limited');
    const report = await app.call('testDataSource', {
      id: source.id,
      rev: source.rev,
      settings: source.settings,
      secrets: {},
    });
    if (code !== 'response-too-large') expect(report.problem?.code).toBe(code);
    else expect(['response-too-large', undefined]).toContain(report.problem?.code);
  });

  const links: [string, string, RegExp | undefined][] = [
    ['next-public', 'foreign-link', undefined],
    ['next-foreign', 'failed', /^Page 2 is missing\./],
    ['next-self', 'complete', undefined],
    ['next-loop', 'repeated-link', undefined],
    ['next-endless', 'page-limit', undefined],
    ['next-then-500', 'failed', /^Page 2 is missing\. .*status 500/],
    ['next-then-html', 'failed', /^Page 2 is missing\. .*web page/],
  ];

  test.each(links)('with "%s" keeps what was read and says why it ended', async (path, stopReason, warning) => {
    const { limits } = app.form().settings;
    const source = await openSource(app, `Linking ${path}`, `/odd/${path}`, { limits: { ...limits, pages: 30 } });
    const panel = await panelOn(app, source.id);
    const reply = valueOf(await rowsOf(app, panel.id));
    expect(reply).toMatchObject({ state: 'view', reading: { stopReason } });
    expect(viewOf(reply).totalRows).toBeGreaterThanOrEqual(3);
    expect(reply).toMatchObject({ reading: { warnings: warning ? [expect.stringMatching(warning) as string] : [] } });
    expect(JSON.stringify(reply)).not.toMatch(/localhost|http:/);
    expect((await app.demo.control.stats()).foreign).toBe(0);
  });
});

describe('a token answer', () => {
  const won = async (path: string) => {
    const form = formWith(app, { name: `Tokens ${path}` }, { tokenUrl: `${app.demo.origin}/odd-token/${path}` });
    const { reply, callback } = await app.consent(form);
    const page = await fetch(callback);
    return { form, reply, page, status: await app.call('authenticationStatus', { attemptId: reply.attemptId }) };
  };

  test.each(['expires-in-negative', 'not-json'])('of the kind "%s" is taken', async (path) => {
    const { page, status } = await won(path);
    expect(page.status).toBe(200);
    expect(status).toMatchObject({ state: 'authenticated', badge: { state: 'authenticated' } });
  });

  const spoilt: [string, ProblemReply['code'], RegExp][] = [
    ['error-in-200', 'exchange-failed', /does not accept the code/],
    ['no-access-token', 'exchange-failed', /no usable access token/],
    ['token-type-mac', 'exchange-failed', /kind of token/],
    ['token-not-ascii', 'exchange-failed', /characters that are not allowed/],
    ['html', 'exchange-failed', /status 200 and a web page/],
    ['empty', 'exchange-failed', /status 200, but not with a token/],
    ['status-500', 'exchange-failed', /failed|status 500/],
    ['gzip-bomb', 'exchange-failed', /too long/],
    ['redirect-foreign', 'exchange-failed', /redirects/],
  ];

  test.each(spoilt)(
    'of the kind "%s" ends the sign-in in a sentence, and nothing is stored',
    async (path, code, says) => {
      const tokens = () => app.host.secretKeys().filter((key) => key.startsWith('tok:'));
      const before = tokens();
      const { form, reply, page, status } = await won(path);
      expect(page.status).toBe(400);
      expect(await page.text()).toContain('Nothing was stored');
      expect(status).toMatchObject({ state: 'failed', badge: { state: 'not-authenticated' }, problem: { code } });
      expect(status.problem?.message).toMatch(says);
      expectPlain(status.problem?.message ?? '');
      expect(status.badge.reason).toBe(status.problem?.message);
      expect(tokens()).toEqual(before);
      const grants = app.host
        .records()
        .filter(({ entity, key }) => entity === 'grant' && key.includes(reply.draftId ?? '?'));
      expect(grants.filter(({ value }) => JSON.stringify(value).includes('tok:'))).toEqual([]);
      expect(await app.call('testDataSource', { ...form, draftId: reply.draftId })).toMatchObject({
        problem: { code: 'not-authenticated' },
      });
    },
  );

  test.each(['no-expires-in', 'no-refresh-token', 'no-scope', 'expires-in-text', 'refresh-token-empty'])(
    'of the kind "%s" is good enough',
    async (path) => {
      const { form, reply, page, status } = await won(path);
      expect(page.status).toBe(200);
      expect(status).toMatchObject({ state: 'authenticated', badge: { state: 'authenticated' } });
      expect(await app.call('testDataSource', { ...form, draftId: reply.draftId })).toMatchObject({ status: 200 });
    },
  );

  test('without a refresh token gives a grant that ends with its access token, in words for each', async () => {
    const { form, reply } = await won('no-refresh-token');
    const saved = await app.call('saveDataSource', { ...form, draftId: reply.draftId });
    const panel = await panelOn(app, saved.id);
    valueOf(await rowsOf(app, panel.id));
    app.clock.advance(3_600_000);
    expect((await app.call('getDataSource', { id: saved.id })).badge).toMatchObject({
      state: 'reconnect-needed',
      reason: expect.stringContaining('issued no refresh token') as string,
    });
    expect(valueOf(await rowsOf(app, panel.id))).toMatchObject({
      age: { staleReason: expect.stringContaining('An admin can reconnect it') as string },
    });
    const fresh = await panelOn(app, saved.id, { name: 'Never read' });
    const problem = problemOf(await rowsOf(app, fresh.id));
    expect(problem.code).toBe('reconnect-needed');
    expectFitForReaders(problem);
  });

  test('without an end is used until the API refuses it', async () => {
    const { form, reply } = await won('no-expires-in');
    app.clock.advance(3_600_000);
    const before = await app.demo.control.stats();
    const report = await app.call('testDataSource', { ...form, draftId: reply.draftId });
    expect(report).toMatchObject({ status: 200, requests: [{ status: 401 }, { status: 200 }] });
    expect((await app.demo.control.stats()).refreshes).toBe(before.refreshes + 1);
  });
});
