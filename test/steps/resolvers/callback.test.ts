import { createHash } from 'node:crypto';
import { authenticate } from '../../../src/grants/authenticate';
import { answerCallback } from '../../../src/resolvers/callback';
import { directoryForm } from '../../support/data-source-forms';
import { memoryServices } from '../../support/memory';
import { ada } from '../../support/sign-in';
import { TokenServer } from '../../support/token-server';

async function begun() {
  const server = new TokenServer();
  const services = memoryServices({ fetch: server.fetch });
  const { authorizeUrl } = await authenticate(directoryForm(), ada, services);
  const { code, state } = server.consent(authorizeUrl);
  const answer = (queryParameters: Record<string, string[]>, method = 'GET') =>
    answerCallback({ method, queryParameters }, { installContext: 'site-1' }, () => services);
  return { answer, good: { code: [code], state: [state] }, services };
}

test('a good callback ends in a page that says so and can be closed', async () => {
  const { answer, good } = await begun();
  const page = await answer(good);
  expect(page.statusCode).toBe(200);
  expect(page.body).toContain('You can close this window');
});

test('the page is neither stored nor framed, sends no referrer, and runs its own script alone', async () => {
  const { answer, good } = await begun();
  const { headers, body } = await answer(good);
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
  const { answer, good } = await begun();
  expect(await answer(good, method)).toMatchObject({ statusCode: 405, headers: { Allow: ['GET'] } });
  expect((await answer(good)).statusCode).toBe(200);
});

test('a malformed callback consumes nothing', async () => {
  const { answer, good } = await begun();
  expect((await answer({ ...good, state: [...good.state, 'x'] })).statusCode).toBe(400);
  expect((await answer({ ...good, iss: ['a', 'b'] })).statusCode).toBe(400);
  expect((await answer(good)).statusCode).toBe(200);
});

test('nothing of the request is reflected', async () => {
  const { answer, good } = await begun();
  const attack = '"><script>alert(1)</script>';
  const pages = [
    await answer({ ...good, error: [attack], error_description: [attack] }),
    await answer({ code: [attack], state: [attack] }),
    await answer({ [attack]: [attack] }),
  ];
  for (const page of pages)
    expect(page).toMatchObject({ statusCode: 400, body: expect.not.stringContaining('alert(1)') as string });
});

test.each([[undefined], [{}], [{ method: 'GET', queryParameters: 'x' }], [{ method: 'GET' }]])(
  'a request of another shape, %j, gets a page and not an error',
  async (request) => {
    const { services } = await begun();
    const page = await answerCallback(request, { installContext: 'site-1' }, () => services);
    expect(page.statusCode).toBe(400);
  },
);

test('a failure inside gives the fixed page of a failure', async () => {
  const { answer, good, services } = await begun();
  services.memory.fate = ({ key }) => (key.startsWith('tok:') ? 'fail' : 'work');
  const page = await answer(good);
  expect(page).toMatchObject({ statusCode: 500, body: expect.stringContaining('The sign-in failed') as string });
});
