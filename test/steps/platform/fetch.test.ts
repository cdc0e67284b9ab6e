import { outboundFetch } from '../../../src/platform/fetch';
import type { OutboundInit } from '../../../src/ports';

const policy = { loopbackAllowed: false };
const url = new URL('https://api.example.com/users?access_token=x');
const init = (signal = new AbortController().signal): OutboundInit => ({ method: 'GET', headers: {}, signal });

const failing = (error: Error) => outboundFetch(policy, () => Promise.reject(error));

const nodeError = (code: string) =>
  new TypeError('fetch failed', { cause: Object.assign(new Error('inner'), { code }) });

test('a redirect is answered as it came', async () => {
  const requested: RequestInit[] = [];
  const fetch = outboundFetch(policy, (_url, sent) => {
    requested.push(sent);
    return Promise.resolve(new Response(null, { status: 302, headers: { location: 'https://evil.example.net/' } }));
  });
  expect((await fetch(url, init())).status).toBe(302);
  expect(requested).toEqual([expect.objectContaining({ redirect: 'manual' })]);
});

test('a host outside the rules is not even asked', async () => {
  const fetch = outboundFetch(policy, () => Promise.reject(new Error('asked')));
  await expect(fetch(new URL('https://169.254.169.254/'), init())).rejects.toMatchObject({ code: 'host-not-allowed' });
});

test('a port that the platform does not offer is told apart, and not asked', async () => {
  const fetch = outboundFetch(policy, () => Promise.reject(new Error('asked')));
  await expect(fetch(new URL('https://api.example.com:9999/'), init())).rejects.toMatchObject({
    code: 'port-not-allowed',
    details: { detail: expect.stringContaining('Port 9999') as string },
  });
});

test.each([
  ['an error of that name', Object.assign(new Error('x'), { name: 'REQUEST_EGRESS_ALLOWLIST_ERR' })],
  ['an error that says so', new Error('REQUEST_EGRESS_ALLOWLIST_ERR: URL not included')],
])('a host that nobody approved is named to admins: %s', async (_name, error) => {
  await expect(failing(error)(url, init())).rejects.toMatchObject({
    code: 'host-not-allowed',
    message: expect.stringMatching(/site admin can approve/) as string,
    details: { detail: expect.stringContaining('https://api.example.com is not approved') as string },
  });
});

const answering = (status: number, headers: Record<string, string>) =>
  outboundFetch(policy, () => Promise.resolve(new Response('', { status, headers })));

test.each([
  ['forge-proxy-error', 'BLOCKED_EGRESS', 403, 'host-not-allowed', /nobody has approved/],
  ['forge-proxy-error', 'REQUEST_EGRESS_ALLOWLIST_ERR', 403, 'host-not-allowed', /nobody has approved/],
  ['x-squid-error', 'ERR_DNS_FAIL 0', 503, 'host-unknown', /name cannot be found/],
  ['x-squid-error', 'ERR_CONNECT_FAIL 111', 503, 'remote-unreachable', /refused the connection/],
  ['x-squid-error', 'ERR_CONNECT_FAIL 110', 503, 'remote-timeout', /too long/],
  ['x-squid-error', 'ERR_CONNECT_FAIL 99', 503, 'remote-unreachable', /No connection/],
  ['x-squid-error', 'ERR_SECURE_CONNECT_FAIL 71', 503, 'certificate-invalid', /certificate/],
  ['x-squid-error', 'ERR_READ_TIMEOUT 0', 504, 'remote-timeout', /too long/],
  ['x-squid-error', 'ERR_ACCESS_DENIED 0', 403, 'host-not-allowed', /does not let requests through/],
  ['x-squid-error', 'ERR_ZERO_SIZE_OBJECT 0', 502, 'remote-unreachable', /closed the connection/],
])('a response of the platform’s own proxy is none of the host: %s %s', async (header, said, status, code, says) => {
  await expect(answering(status, { [header]: said })(url, init())).rejects.toMatchObject({
    code,
    message: expect.stringMatching(says) as string,
  });
});

test.each([
  ['forge-proxy-error', 'SOMETHING_NEW'],
  ['x-squid-error', 'ERR_OF_NEXT_YEAR 0'],
])('words of the proxy that nobody knows are kept for admins: %s %s', async (header, said) => {
  await expect(answering(500, { [header]: said })(url, init())).rejects.toMatchObject({
    code: 'remote-unreachable',
    message: expect.stringMatching(/^The server cannot be reached\.$/) as string,
    details: { detail: `The network said: ${said} (500). Host: api.example.com` },
  });
});

test.each([
  [
    'a sentence',
    new TypeError('fetch failed', { cause: new Error('getaddrinfo ENOTFOUND api.example.com') }),
    'host-unknown',
  ],
  ['several attempts', new AggregateError([new Error('connect ECONNREFUSED 203.0.113.7:443')]), 'remote-unreachable'],
  ['the cause of a cause', new Error('a', { cause: nodeError('CERT_HAS_EXPIRED') }), 'certificate-invalid'],
  ['a tunnel that was not opened', new Error('Proxy response (403) !== 200 when HTTP Tunneling'), 'host-not-allowed'],
  ['a tunnel that took too long', new Error('Proxy response (504) !== 200 when HTTP Tunneling'), 'remote-timeout'],
  ['a tunnel that led nowhere', new Error('Proxy response (502) !== 200 when HTTP Tunneling'), 'remote-unreachable'],
])('the reason is found inside of %s', async (_where, error, code) => {
  await expect(failing(error)(url, init())).rejects.toMatchObject({ code });
});

test('an error that nobody knows keeps its text for admins, without addresses', async () => {
  const failure = failing(new Error(`Forge platform failed on ${url.href} - 424 - ODD_CODE`))(url, init());
  await expect(failure).rejects.toMatchObject({
    code: 'remote-unreachable',
    details: {
      detail: 'The network said: Forge platform failed on the address - 424 - ODD_CODE. Host: api.example.com',
    },
  });
});

test.each([
  ['ENOTFOUND', 'host-unknown', /server’s name/],
  ['EAI_AGAIN', 'remote-unreachable', /server’s name/],
  ['ECONNREFUSED', 'remote-unreachable', /refused the connection/],
  ['ECONNRESET', 'remote-unreachable', /closed the connection/],
  ['CERT_HAS_EXPIRED', 'certificate-invalid', /certificate/],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'certificate-invalid', /certificate/],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'certificate-invalid', /certificate/],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'certificate-invalid', /certificate/],
  ['ETIMEDOUT', 'remote-timeout', /too long/],
  ['UND_ERR_CONNECT_TIMEOUT', 'remote-timeout', /too long/],
  ['SOMETHING_ELSE', 'remote-unreachable', /cannot be reached/],
])('%s becomes %s in plain words, without the URL', async (code, problem, says) => {
  const failure = (await failing(nodeError(code))(url, init()).catch((error: unknown) => error)) as Error;
  expect(failure).toMatchObject({ code: problem, message: expect.stringMatching(says) as string });
  expect(JSON.stringify(failure)).not.toContain('access_token');
});

test('a request that its caller ended took too long', async () => {
  const failure = failing(new DOMException('aborted', 'AbortError'))(url, init(AbortSignal.abort()));
  await expect(failure).rejects.toMatchObject({ code: 'remote-timeout' });
});
