import type { DataSourceForm } from '../../../../src/shared/contract';
import { authorizeForm } from '../../../../src/grants/authorize-form';
import { readBounds } from '../../../../src/panel/shape/read-bounds';
import { readUpstream } from '../../../../src/panel/read/read-upstream';
import type { SentRequest } from '../../../../src/panel/read/upstream-response';
import { toProblemReply } from '../../../../src/shared/problem';
import { Problem } from '../../../../src/shared/problem';
import { DigestServer, type DigestServerOptions } from '../../../support/digest-server';
import { memoryServices } from '../../../support/memory';
import { dataSourceSettings, requestTo, usersUrl } from '../../../support/panels';
import { status } from '../../../support/memory-upstream';
import { ada } from '../../../support/sign-in';

const password = 'Circle of Life';

/** As many pages as requested, each with a link to the next. */
const pages =
  (count: number) =>
  (url: URL): unknown => {
    const page = Number(url.searchParams.get('page') ?? 1);
    return { value: [{ page }], ...(page < count && { '@odata.nextLink': `${usersUrl}?page=${page + 1}` }) };
  };

interface Typed {
  username?: string;
  password?: string;
  request?: DataSourceForm['settings']['request'];
}

/** A form with Digest, read from that server. */
async function read(options: DigestServerOptions, typed: Typed = {}) {
  const server = new DigestServer(options);
  const services = memoryServices({ fetch: server.fetch });
  const authentication = { type: 'digest' as const, username: typed.username ?? 'mufasa' };
  const settings = dataSourceSettings({
    name: 'Orders API',
    authentication,
    ...(typed.request && { request: typed.request }),
  });
  const access = await authorizeForm({ settings, secrets: { password: typed.password ?? password } }, ada, services);
  const sent: SentRequest[] = [];
  const upstream = {
    ...{ settings, access, values: {}, selectors: { rows: [] } },
    ...{ bounds: readBounds, onRequest: (each: SentRequest) => void sent.push(each) },
  };
  const outcome = await readUpstream(upstream, services, () => 1).catch((problem: unknown) => problem);
  return { server, services, sent, outcome };
}

const counts = ({ responses }: DigestServer) => responses.map((response) => response.get('nc'));

describe('fifty pages', () => {
  test('cost fifty-one requests: one challenge, answered with its nonce again and again', async () => {
    const { server, outcome } = await read({ page: pages(50) });
    expect(outcome).toMatchObject({ stopReason: 'complete', pagesRead: 50, rowsRead: 50 });
    expect(server.requests).toHaveLength(51);
    expect(new Set(server.responses.map((response) => response.get('nonce'))).size).toBe(1);
    expect(counts(server)).toEqual(Array.from({ length: 50 }, (_, index) => (index + 1).toString(16).padStart(8, '0')));
  });

  test('of a server whose nonce is good for twenty answers cost one more for each new nonce', async () => {
    const { server, outcome } = await read({ page: pages(50), uses: 20 });
    expect(outcome).toMatchObject({ stopReason: 'complete', pagesRead: 50 });
    expect(server.requests.filter(({ status }) => status === 401)).toHaveLength(3);
    expect(server.requests).toHaveLength(53);
    expect(counts(server).filter((count) => count === '00000001')).toHaveLength(3);
  });
});

describe('what is answered', () => {
  const offers = {
    MD5: 'Digest realm="Orders", nonce="{nonce}", qop="auth"',
    'SHA-256': 'Digest realm="Orders", nonce="{nonce}", qop="auth,auth-int", algorithm=SHA-256',
    session: 'Digest realm="Orders", nonce="{nonce}", qop="auth", algorithm=SHA-256-sess',
    hashed: 'Digest realm="Orders", nonce="{nonce}", qop="auth", algorithm=MD5, userhash=true',
    UTF8: 'Digest realm="Orders", nonce="{nonce}", qop="auth", charset=UTF-8',
  };

  test.each(Object.entries(offers))('%s', async (_name, challenge) => {
    const { outcome, server } = await read({ challenges: [challenge], page: pages(3) });
    expect(outcome).toMatchObject({ pagesRead: 3 });
    expect(server.requests).toHaveLength(4);
  });

  test.each(Object.entries(offers))('%s, with a name and a password beyond ASCII', async (_name, challenge) => {
    const users = { Müfåsa: 'Kreis des Lebens: ö "\\' };
    const typed = { username: 'Müfåsa', password: users.Müfåsa };
    expect((await read({ challenges: [challenge], users }, typed)).outcome).toMatchObject({ pagesRead: 1 });
  });

  test('the strongest of several, whatever their order', async () => {
    for (const challenges of [
      [offers.MD5, offers['SHA-256'], 'Basic realm="Orders"'],
      ['Basic realm="Orders"', offers['SHA-256'], offers.MD5],
    ]) {
      const { server } = await read({ challenges });
      expect(server.responses.map((response) => response.get('algorithm'))).toEqual(['SHA-256']);
    }
  });

  test('a realm in letters beyond ASCII, byte by byte', async () => {
    const realm = Buffer.from('Aufträge').toString('latin1');
    const challenges = [`Digest realm="${realm}", nonce="{nonce}", qop="auth"`];
    expect((await read({ realm, challenges })).outcome).toMatchObject({ pagesRead: 1 });
  });

  test('a POST, and a redirect on the way, each request for itself', async () => {
    const moved = `${usersUrl}/moved?a=1`;
    const request = requestTo(usersUrl, { method: 'POST', body: { kind: 'json', text: '{}' } });
    const page = (url: URL) => (url.href === usersUrl ? status(307, { location: moved }) : { value: [] });
    const { server, outcome } = await read({ page }, { request });
    expect(outcome).toMatchObject({ pagesRead: 1 });
    expect(server.requests.map(({ url, status: code }) => [url.href, code])).toEqual([
      [usersUrl, 401],
      [usersUrl, 307],
      [moved, 200],
    ]);
    expect(server.responses.map((response) => [response.get('uri'), response.get('nc')])).toEqual([
      ['/v1.0/users', '00000001'],
      ['/v1.0/users/moved?a=1', '00000002'],
    ]);
  });

  test('a request that is repeated after a failure, with a count of its own', async () => {
    let failures = 1;
    const page = () => (failures-- > 0 ? status(503) : { value: [] });
    const { server, outcome } = await read({ page });
    expect(outcome).toMatchObject({ pagesRead: 1 });
    expect(counts(server)).toEqual(['00000001', '00000002']);
  });
});

describe('what is not', () => {
  test.each([
    [
      'a wrong password',
      {},
      { password: 'wrong' },
      2,
      'Orders API does not accept the user name or the password (status 401). Check its authentication.',
    ],
    [
      'a wrong user name',
      {},
      { username: 'scar' },
      2,
      'Orders API does not accept the user name or the password (status 401). Check its authentication.',
    ],
    [
      'integrity alone',
      { challenges: ['Digest realm="r", nonce="{nonce}", qop="auth-int"'] },
      {},
      1,
      'Orders API offers Digest with qop=auth-int, but the app needs qop=auth (status 401). Choose',
    ],
    [
      'Basic alone',
      { challenges: ['Basic realm="r"'] },
      {},
      1,
      'Orders API offers Basic, but not Digest (status 401).',
    ],
  ] as const)(
    '%s ends in one plain sentence after so many requests',
    async (_name, options, typed, requests, sentence) => {
      const { outcome, server } = await read(
        { ...options, challenges: 'challenges' in options ? [...options.challenges] : undefined },
        typed,
      );
      expect(outcome).toBeInstanceOf(Problem);
      const told = toProblemReply(outcome as Problem, 'admin');
      expect(told).toMatchObject({ code: 'remote-unauthorized', actor: 'admin', retry: false, status: 401 });
      expect(told.message).toContain(sentence);
      expect(toProblemReply(outcome as Problem, 'everyone').message).toBe(
        'The API does not accept the sign-in of this data source. An admin can see why in its settings.',
      );
      expect(server.requests).toHaveLength(requests);
    },
  );

  test('a server that calls every nonce stale is answered once for a page, and no more', async () => {
    const { outcome, server } = await read({ uses: 0 });
    expect(outcome).toMatchObject({ code: 'remote-unauthorized' });
    expect(server.requests).toHaveLength(2);
  });

  test('a password that is changed between two pages keeps what was read', async () => {
    const users = { mufasa: password };
    const page = (url: URL) => {
      if (url.searchParams.get('page') === '2') users.mufasa = 'changed';
      return pages(5)(url);
    };
    const { outcome, server } = await read({ users, page });
    expect(outcome).toMatchObject({ stopReason: 'failed', pagesRead: 2 });
    expect(server.requests).toHaveLength(4);
  });

  test('a redirect to another host gets no answer to a challenge, ours or its own', async () => {
    const { server } = await read({ page: () => status(302, { location: 'https://evil.example.net/users' }) });
    const elsewhere = server.requests.filter(({ url }) => url.host !== 'api.example.com');
    expect(elsewhere).toMatchObject([{ authorization: undefined, status: 401 }]);
    expect(server.requests).toHaveLength(3);
  });
});

test('an echo shows neither the password nor the value of ours without which an answer is of no use', async () => {
  const { server, services, sent } = await read({ page: pages(2) });
  const [first] = server.responses;
  expect(first?.get('cnonce')).toMatch(/^[0-9a-f]{32}$/);
  const echoed = services.redactor.redact(
    JSON.stringify([...server.responses.map((response) => [...response]), password]),
  );
  expect(echoed).not.toContain(first?.get('cnonce'));
  expect(echoed).not.toContain(password);
  const shown = sent.map(({ headers }) => headers.find(({ name }) => name === 'authorization')?.value);
  expect(shown).toEqual([undefined, 'Digest [hidden]', 'Digest [hidden]']);
});
