import { join } from 'node:path';
import type * as Bridge from '@forge/bridge';
import { handleCommand } from '../../local/bridge/commands';
import type { Surface } from '../../local/bridge/surface';
import type { Host } from '../../local/host/host';
import { startHost } from '../../local/host/host';
import type { BylineItem, HostPage, HostState, OpenViewReply, PageVersion } from '../../local/shared/api';
import type { HostBrowser } from './host-browser';
import { openBrowser, viewOf } from './host-browser';

const page = '131075';
const logged: string[] = [];
let host: Host;
let admin: string;
let reader: string;
let visitor: string;

beforeAll(async () => {
  const log = ({ text }: { text: string }) => void logged.push(text);
  host = await startHost({ dir: join(__dirname, 'surfaces-app'), db: ':memory:', port: 0, log, queryLag: 0 }); // the app queries what it heard
  const { users } = host.site().product;
  const accountOf = (role: string): string => users.find((user) => user.role === role)!.accountId;
  [admin, reader, visitor] = [accountOf('admin'), accountOf('reader'), accountOf('anonymous')];
});
afterAll(() => host?.close());

const extensionOf = async (browser: HostBrowser, moduleKey: string, more: object) => {
  const { context } = await browser.json<OpenViewReply>('POST', '/api/views', viewOf(moduleKey, more));
  return context['extension'];
};

describe('each surface', () => {
  const content = { id: page, type: 'page', subtype: null };
  const space = { id: '98306', key: 'ENG' };

  test.each([
    ['overview', {}, { type: 'confluence:globalPage' }],
    ['space-overview', { spaceKey: 'ENG' }, { type: 'confluence:spacePage', space }],
    ['space-settings', { spaceKey: 'ENG' }, { type: 'confluence:spaceSettings', space }],
    ['news', {}, { type: 'confluence:homepageFeed' }],
    ['review', { contentId: page }, { type: 'confluence:contentAction', content, space }],
    ['state', { contentId: page }, { type: 'confluence:contentBylineItem', content, space }],
  ])('%s learns where it stands and nothing else', async (key, where, expected) => {
    expect(await extensionOf(await openBrowser(host, reader), key, where)).toEqual(expected);
  });

  test('a macro in the editor learns which of its two views it is, and on a page nothing of that', async () => {
    const browser = await openBrowser(host, admin);
    const place = { contentId: page, macroLocalId: 'm' };
    const inserting = { ...place, surface: 'config', isEditing: true, isInserting: true };
    expect(await extensionOf(browser, 'note', inserting)).toMatchObject({
      isEditing: true,
      macro: { isConfiguring: true, isInserting: true },
    });
    expect(await extensionOf(browser, 'note', { ...place, isEditing: true })).toMatchObject({
      macro: { isConfiguring: false, isInserting: false },
    });
    expect(await extensionOf(browser, 'note', place)).not.toHaveProperty('macro.isConfiguring');
  });

  test('visitors without an account are offered macros, and of the rest what is open to them', async () => {
    const { modules } = await (await openBrowser(host, visitor)).json<HostState>('GET', '/api/state');
    expect(modules.map(({ key }) => key)).toEqual(['review', 'note']);
  });

  test('nobody opens a page of a space that they may not see', async () => {
    const browser = await openBrowser(host, reader);
    const open = (spaceKey: string) => browser.ask('POST', '/api/views', viewOf('space-overview', { spaceKey }));
    expect([(await open('ENG')).status, (await open('PPL')).status, (await open('NONE')).status]).toEqual([
      200, 403, 403,
    ]);
  });

  test('the byline says what the function of the module returns for this page and reader', async () => {
    const browser = await openBrowser(host, reader);
    expect(await browser.json<BylineItem[]>('GET', `/api/pages/${page}/byline`)).toEqual([
      { moduleKey: 'state', title: `State of ${page} for ${reader}`, tooltip: 'The state of this page' },
    ]);
    expect((await browser.ask('GET', '/api/pages/131077/byline')).status).toBe(403);
  });
});

describe('requestConfluence of the bridge', () => {
  /** A frame has an address, against which the empty one that the package gives is read. */
  class RequestOfFrame extends Request {
    constructor(address: string, init?: RequestInit) {
      super(new URL(address, host.resourceUrl), init);
    }
  }

  /** The package as a frame loads it, with the shell's commands behind it. */
  async function bridgeOf(accountId: string): Promise<typeof Bridge> {
    const browser = await openBrowser(host, accountId);
    const { viewId } = await browser.json<OpenViewReply>('POST', '/api/views', viewOf('overview'));
    const product = (request: object) => browser.json('POST', '/api/product', { viewId, ...request });
    const callBridge = async (cmd: string, payload: unknown) =>
      handleCommand(cmd, payload, { api: { product } } as unknown as Surface);
    Object.assign(globalThis, { __bridge: { callBridge }, Request: RequestOfFrame });
    let bridge: typeof Bridge | undefined;
    jest.isolateModules(() => (bridge = require('@forge/bridge') as typeof Bridge));
    return bridge!;
  }

  test('asks as the user of the frame, within the scopes of the manifest', async () => {
    const { requestConfluence } = await bridgeOf(reader);
    const page = await requestConfluence('/wiki/api/v2/pages/131075', { headers: { accept: 'application/json' } });
    expect(await page.json()).toMatchObject({ id: '131075', title: 'Service overview' });
    expect((await requestConfluence('/wiki/api/v2/pages/131077')).status).toBe(404);
    expect((await requestConfluence('/wiki/api/v2/spaces')).status).toBe(403);
    expect((await requestConfluence('/wiki/api/v2/tasks')).status).toBe(501);
  });
});

describe('translations', () => {
  const titleIn = async (language: string) => {
    const browser = await openBrowser(host, reader, language);
    const { modules } = await browser.json<HostState>('GET', '/api/state');
    return modules.find(({ key }) => key === 'overview')?.title;
  };

  test('words of the manifest come in the language of the browser, or in the one that stands in for it', async () => {
    expect(await Promise.all(['en-US', 'de-DE,de;q=0.9', 'fr-FR', 'nl-NL'].map(titleIn))).toEqual([
      'Everything',
      'Alles',
      'Alles',
      'Everything',
    ]);
  });

  test('resources and functions find them where the packages look', async () => {
    const file = async (name: string) =>
      (await fetch(`${host.resourceUrl}/r/ui/__LOCALES__/${name}`)).json() as Promise<object>;
    expect(await file('i18n-info.json')).toMatchObject({
      config: { locales: ['en-US', 'de-DE'], fallback: { default: 'en-US', 'fr-FR': ['de-DE'] } },
    });
    expect(await file('de-DE.json')).toEqual({ overview: { title: 'Alles' } });
    const call = { functionKey: 'words', payload: { locale: 'de-DE' }, moduleKey: 'overview', accountId: reader };
    expect(await host.invoke(call)).toMatchObject({ body: ['Alles', 'All of it', 'missing'] });
  });
});

describe('a page', () => {
  const heard = async () => {
    await host.settleTriggers();
    const reply = await host.invoke({ functionKey: 'heard', moduleKey: 'overview', accountId: admin });
    return (reply as unknown as { body: Record<string, unknown>[] }).body;
  };
  const body = (text: string) => ({ title: 'Trip', status: 'current', body: [{ kind: 'paragraph', text }] });

  test('an app is told that it was installed', async () => {
    expect(await heard()).toMatchObject([{ id: host.site().installationId, installerAccountId: admin }]);
  });

  test('is created, changed, restored, copied and moved, and the app is told of each', async () => {
    const browser = await openBrowser(host, admin);
    const { id } = await browser.json<HostPage>('POST', '/api/pages', { spaceId: '98306' });
    await browser.json('PUT', `/api/pages/${id}`, body('one'));
    await browser.json('PUT', `/api/pages/${id}`, body('two'));
    const versions = await browser.json<PageVersion[]>('GET', `/api/pages/${id}/versions`);
    expect(versions).toEqual([
      { version: 2, title: 'Trip' },
      { version: 1, title: '' },
    ]);
    expect(await browser.json('POST', `/api/pages/${id}/restore`, { version: 2 })).toMatchObject({
      version: 4,
      body: body('one').body,
    });
    const copy = await browser.json<HostPage>('POST', `/api/pages/${id}/copy`);
    expect(copy).toMatchObject({ title: 'Copy of Trip', version: 1, spaceId: '98306', body: body('one').body });
    expect(await browser.json('POST', `/api/pages/${copy.id}/move`, { spaceId: '98305' })).toMatchObject({
      spaceId: '98305',
    });
    const events = (await heard()).filter(({ eventType }) => eventType !== undefined);
    const named = (kind: string) => events.filter(({ eventType }) => eventType === `avi:confluence:${kind}:page`);
    const counts = ['created', 'updated', 'copied', 'moved'].map((kind) => named(kind).length);
    expect([counts, events.length]).toEqual([[1, 2, 1, 1], 5]);
    expect(named('copied')[0]).toMatchObject({
      originContentId: id,
      atlassianId: admin,
      content: { id: copy.id, title: 'Copy of Trip' },
    });
    expect(named('moved')[0]).toMatchObject({
      prevContent: { space: { key: 'ENG' } },
      content: { space: { key: 'HB' } },
    });
  });

  test('that was never published goes when its editing is cancelled, and no other', async () => {
    const browser = await openBrowser(host, admin);
    const { id } = await browser.json<HostPage>('POST', '/api/pages', { spaceId: '98306' });
    expect((await browser.ask('DELETE', `/api/pages/${id}`)).status).toBe(204);
    expect((await browser.ask('GET', `/api/pages/${id}`)).status).toBe(404);
    expect((await browser.ask('DELETE', `/api/pages/${page}`)).status).toBe(409);
  });

  test('is changed by nobody who may not change it', async () => {
    const browser = await openBrowser(host, reader);
    const tries = [
      ['POST', `/api/pages/${page}/copy`],
      ['POST', `/api/pages/${page}/move`, { spaceId: '98305' }],
      ['POST', `/api/pages/${page}/restore`, { version: 1 }],
      ['DELETE', `/api/pages/${page}`],
    ] as const;
    const replies = await Promise.all(tries.map(([method, path, sent]) => browser.ask(method, path, sent)));
    expect(replies.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
  });
});

describe('what the host does not model', () => {
  const sentences = [
    'The module "space-overview" (confluence:spacePage): "keyboardShortcut" is not modelled.',
    'The module "selected" (confluence:contextMenu) is not modelled: it is shown nowhere and never runs.',
    'The module "page-watch" (trigger): the event avi:confluence:liked:page is not modelled and never sent.',
    'app."licensing" is not modelled.',
    'The scope read:task:confluence: no call that needs it is modelled.',
  ];

  test('is named when it starts, and on the first page of an admin', async () => {
    expect(logged.filter((text) => text.includes('modelled'))).toEqual(sentences);
    const stateOf = async (accountId: string) =>
      (await openBrowser(host, accountId)).json<HostState>('GET', '/api/state');
    expect((await stateOf(admin)).notModelled).toEqual(sentences);
    expect((await stateOf(reader)).notModelled).toEqual([]);
  });
});
