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

test('an answer of the platform’s own proxy is no answer of the host', async () => {
  const refused = new Response('', { status: 403, headers: { 'forge-proxy-error': 'BLOCKED_EGRESS' } });
  await expect(outboundFetch(policy, () => Promise.resolve(refused))(url, init())).rejects.toMatchObject({
    code: 'host-not-allowed',
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
