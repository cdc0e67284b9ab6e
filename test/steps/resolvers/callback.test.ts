import { createHash } from 'node:crypto';
import { authenticate } from '../../../src/grants/authenticate';
import { handleCallback } from '../../../src/resolvers/callback';
import { directoryForm } from '../../support/data-source-forms';
import { memoryServices } from '../../support/memory';
import { ada } from '../../support/sign-in';
import { TokenServer } from '../../support/token-server';

async function begun() {
  const server = new TokenServer();
  const services = memoryServices({ fetch: server.fetch });
  const { authorizeUrl } = await authenticate(directoryForm(), ada, services);
  const { code, state } = server.consent(authorizeUrl);
  const response = (queryParameters: Record<string, string[]>, method = 'GET') =>
    handleCallback({ method, queryParameters }, { installContext: 'site-1' }, () => services);
  return { response, good: { code: [code], state: [state] }, services };
}

test('a good callback ends in a page that says so and can be closed', async () => {
  const { response, good } = await begun();
  const page = await response(good);
  expect(page.statusCode).toBe(200);
  expect(page.body).toContain('You can close this window');
});

test('the page is neither stored nor framed, sends no referrer, and runs its own script alone', async () => {
  const { response, good } = await begun();
  const { headers, body } = await response(good);
  expect(headers).toMatchObject({
    'Cache-Control': ['no-store'],
    'Referrer-Policy': ['no-referrer'],
    'X-Content-Type-Options': ['nosniff'],
  });
  const policy = headers['Content-Security-Policy']?.[0] ?? '';
  expect(policy).toMatch(/^default-src 'none';.*frame-ancestors 'none'$/);
  const script = /<script>(.*)<\/script>/s.exec(body)?.[1] ?? '';
  expect(policy).toContain(`script-src 'sha256-${createHash('sha256').update(script).digest('base64')}';`);
  expect(script.indexOf('replaceState')).toBeLessThan(script.indexOf('close()'));
});

test.each(['HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS'])('%s is refused and consumes nothing', async (method) => {
  const { response, good } = await begun();
  expect(await response(good, method)).toMatchObject({ statusCode: 405, headers: { Allow: ['GET'] } });
  expect((await response(good)).statusCode).toBe(200);
});

test('an address used before says that it was, in words for admins and readers alike', async () => {
  const { response, good } = await begun();
  await response(good);
  const { statusCode, body } = await response(good);
  expect([statusCode, body]).toEqual([400, expect.stringContaining('begin the sign-in again in Confluence')]);
  expect(body).not.toContain('Authenticate');
});

test('a malformed callback consumes nothing', async () => {
  const { response, good } = await begun();
  expect((await response({ ...good, state: [...good.state, 'x'] })).statusCode).toBe(400);
  expect((await response({ ...good, iss: ['a', 'b'] })).statusCode).toBe(400);
  expect((await response(good)).statusCode).toBe(200);
});

test('nothing of the request is reflected', async () => {
  const { response, good } = await begun();
  const attack = '"><script>alert(1)</script>';
  const pages = [
    await response({ ...good, error: [attack], error_description: [attack] }),
    await response({ code: [attack], state: [attack] }),
    await response({ [attack]: [attack] }),
  ];
  for (const page of pages)
    expect(page).toMatchObject({ statusCode: 400, body: expect.not.stringContaining('alert(1)') as string });
});

test.each([[undefined], [{}], [{ method: 'GET', queryParameters: 'x' }], [{ method: 'GET' }]])(
  'a request of another shape, %j, gets a page and not an error',
  async (request) => {
    const { services } = await begun();
    const page = await handleCallback(request, { installContext: 'site-1' }, () => services);
    expect(page.statusCode).toBe(400);
  },
);

test('a failure inside gives the fixed page of a failure', async () => {
  const { response, good, services } = await begun();
  services.memory.fate = ({ key }) => (key.startsWith('tok:') ? 'fail' : 'work');
  const page = await response(good);
  expect(page).toMatchObject({ statusCode: 500, body: expect.stringContaining('The sign-in failed') as string });
});
