import * as v from 'valibot';
import type { Reply } from '../../../src/shared/contract';
import { Problem } from '../../../src/shared/problem';
import type { Caller, CallTable } from '../../../src/resolvers/call';
import { defineCalls, noInput } from '../../../src/resolvers/define';
import { memoryServices } from '../../support/memory';

interface TestCalls {
  read: { input: undefined; output: Caller };
  edit: { input: undefined; output: string };
  administer: { input: { settings: { name: string; columns: { selector: string }[] } }; output: string };
  poll: { input: undefined; output: string };
  leak: { input: undefined; output: unknown };
  open: { input: undefined; output: unknown };
  fail: { input: undefined; output: string };
  refuse: { input: undefined; output: string };
}

/** As admins type settings and APIs write links: nothing of it is a secret that is known. */
const typed = {
  settings: { url: 'https://fn.example.net/api/report?code=Zm9v&sig=abc', clientId: 'sekret-value', at: '$.a?token=x' },
  rows: [['https://files.example.net/a?token=abc&signature=xyz']],
};

const context = (contentId?: string) => ({
  accountType: 'licensed',
  accountId: 'forged',
  extension: contentId === undefined ? {} : { content: { id: contentId } },
});

function setUp() {
  const logged: unknown[] = [];
  const requested: (boolean | undefined)[] = [];
  const services = memoryServices({
    log: (event, facts) => void logged.push({ event, ...facts }),
    directory: {
      adminStanding: (recentEnough) => {
        requested.push(recentEnough);
        if (opened?.accountId === 'nora') return Promise.resolve('unknown');
        return Promise.resolve(opened?.accountId === 'ada' ? 'admin' : 'other');
      },
      displayName: () => Promise.resolve(undefined),
      me: () => Promise.resolve(undefined),
      space: () => Promise.resolve(undefined),
      findSpaces: () => Promise.resolve([]),
    },
    content: {
      readable: () => Promise.resolve(undefined),
      editable: (id) => Promise.resolve(opened?.accountId === 'eddie' && id === '7' ? { id, spaceId: '9' } : undefined),
    },
  });
  let opened: Caller | undefined;
  const table: CallTable<TestCalls> = {
    read: { role: 'reader', input: noInput, run: (_input, { caller }) => Promise.resolve(caller) },
    edit: { role: 'editor', input: noInput, run: (_input, { content }) => Promise.resolve(content?.spaceId ?? '') },
    administer: {
      role: 'admin',
      input: v.object({
        settings: v.object({ name: v.string(), columns: v.array(v.object({ selector: v.string() })) }),
      }),
      run: ({ settings }) => Promise.resolve(settings.name),
    },
    poll: { role: 'admin', poll: true, input: noInput, run: () => Promise.resolve('polled') },
    leak: {
      role: 'reader',
      input: noInput,
      run: () => {
        services.redactor.remember('sekret-value');
        return Promise.resolve({ deep: [{ text: 'a sekret-value b' }], number: 7, nothing: null });
      },
    },
    open: {
      role: 'reader',
      input: noInput,
      run: () => {
        services.redactor.remember('sekret-value');
        return Promise.resolve(typed);
      },
    },
    fail: { role: 'reader', input: noInput, run: () => Promise.reject(new TypeError('with a sekret-value inside')) },
    refuse: {
      role: 'reader',
      input: noInput,
      run: () =>
        Promise.reject(new Problem('remote-failed', 'It failed.', { detail: 'what the provider said', status: 500 })),
    },
  };
  const resolver = defineCalls(table, (caller) => {
    opened = caller;
    return services;
  });
  const call = async (functionKey: string, accountId = 'rita', payload?: unknown, contentId?: string) =>
    (await resolver(
      { call: { functionKey, payload }, context: context(contentId) },
      { principal: { accountId }, installContext: 'site-1' },
    )) as Reply<unknown>;
  return { call, logged, requested };
}

beforeEach(() => void jest.spyOn(console, 'log').mockReturnValue());
afterEach(() => jest.restoreAllMocks());

const forbidden = { ok: false, problem: { code: 'forbidden' } };

test('account and site are the platform’s, whatever the browser’s context says', async () => {
  const { call } = setUp();
  expect(await call('read', 'rita', undefined, '7')).toEqual({
    ok: true,
    value: { accountId: 'rita', site: 'site-1', claimedContentId: '7' },
  });
});

const sound = { settings: { name: 'x', columns: [] } };

test.each([
  ['anonymous', 'unidentified', { read: false, edit: false, administer: false }],
  ['a reader', 'rita', { read: true, edit: false, administer: false }],
  ['an editor', 'eddie', { read: true, edit: true, administer: false }],
  ['an admin', 'ada', { read: true, edit: false, administer: true }],
])('%s passes exactly the guards of the role', async (_name, accountId, allowed) => {
  const { call } = setUp();
  for (const [key, passes] of Object.entries(allowed)) {
    expect({ key, ...(await call(key, accountId, sound, '7')) }).toMatchObject({
      key,
      ...(passes ? { ok: true } : forbidden),
    });
  }
});

test('who is no admin is told so, and who may be one is told that Confluence does not say it', async () => {
  const { call } = setUp();
  const sentenceFor = async (accountId: string) => JSON.stringify(await call('administer', accountId, sound));
  expect(await sentenceFor('rita')).toContain('Only Confluence admins can do this. Ask one of them.');
  expect(await sentenceFor('nora')).toMatch(/"forbidden".+Confluence did not say whether you are one of its admins/);
});

test('an editor of another page, or of none, is refused', async () => {
  const { call } = setUp();
  expect(await call('edit', 'eddie', undefined, '8')).toMatchObject(forbidden);
  expect(await call('edit', 'eddie')).toMatchObject(forbidden);
});

test('an admin is looked up anew for every call, and for polls within the minute', async () => {
  const { call, requested } = setUp();
  await call('administer', 'ada', sound);
  await call('poll', 'ada');
  expect(requested).toEqual([undefined, true]);
});

test('the guard comes before the input is looked at', async () => {
  const { call } = setUp();
  expect(await call('administer', 'rita', { nonsense: true })).toMatchObject(forbidden);
});

test('a broken input is told by field, with paths relative to the settings', async () => {
  const { call } = setUp();
  const payload = { settings: { name: 7, columns: [{ selector: 'x' }, {}] } };
  expect(await call('administer', 'ada', payload)).toMatchObject({
    ok: false,
    problem: { code: 'invalid-input', fields: [{ path: 'name' }, { path: 'columns.1.selector' }] },
  });
});

test('secrets of the invocation are masked in whatever comes out', async () => {
  const { call } = setUp();
  expect(await call('leak')).toEqual({
    ok: true,
    value: { deep: [{ text: 'a [hidden] b' }], number: 7, nothing: null },
  });
});

test('settings go back as an admin typed them, and rows as they are, whatever they look like', async () => {
  const { call } = setUp();
  expect(await call('open')).toEqual({ ok: true, value: typed });
});

test('an unknown error is shown with a reference, and logged without its message', async () => {
  const { call, logged } = setUp();
  const reply = await call('fail');
  expect(reply).toMatchObject({
    ok: false,
    problem: { code: 'internal', reference: expect.stringMatching(/^\w{12}$/) as string },
  });
  expect(JSON.stringify([reply, logged])).not.toContain('sekret');
  expect(logged).toMatchObject([{ event: 'internal', call: 'fail', error: 'TypeError' }]);
});

test('what the provider said is for admins only', async () => {
  const { call } = setUp();
  const reply = await call('refuse');
  expect(reply).toMatchObject({ ok: false, problem: { code: 'remote-failed', status: 500 } });
  expect(JSON.stringify(reply)).not.toContain('provider');
});

test.each(['nothing', 'constructor', '__proto__', 'toString', 'hasOwnProperty'])(
  'a call named "%s" that the table does not have is refused',
  async (key) => {
    const { call } = setUp();
    expect(await call(key, 'ada')).toMatchObject({ ok: false, problem: { code: 'not-found' } });
  },
);
