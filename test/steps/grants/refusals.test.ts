import { saveDataSource } from '../../../src/editing/save-data-source';
import { authorize } from '../../../src/grants/authorize';
import type { ClientAuthentication } from '../../../src/shared/contract';
import { connectedAndExpired, type Connected } from '../../support/connected';
import { sentWith } from '../../support/sent-with';
import { ada } from '../../support/sign-in';
import { json } from '../../support/token-server';

const minute = 60_000;

const page = (status: number) =>
  new Response('<!doctype html><title>Gateway</title>', { status, headers: { 'content-type': 'text/html' } });
const plain = (body: string, status: number, headers = {}) => new Response(body, { status, headers });

async function refusedBy(
  response: () => Response,
): Promise<Connected & { problem: { code: string; message: string } }> {
  const setting = await connectedAndExpired();
  setting.server.options.rotates = false;
  setting.server.fault = response;
  const problem = (await setting.reader().catch((error: unknown) => error)) as { code: string; message: string };
  setting.server.fault = () => undefined;
  return { ...setting, problem };
}

/** Where the server gave a response, nobody waits for the lease to run out. */
const given = { holder: '', next: '', tries: [] };

test.each<[string, () => Response, RegExp]>([
  ['invalid_grant', () => json({ error: 'invalid_grant' }, 400), /expired or was revoked/],
  ['invalid_grant with 403', () => json({ error: 'invalid_grant' }, 403), /expired or was revoked/],
  ['invalid_grant with 401', () => json({ error: 'invalid_grant' }, 401), /expired or was revoked/],
  ['an error that Entra ID explains', () => json({ error: 'interaction_required' }, 400), /new sign-in/],
  ['a known word in another member', () => json({ status: 'BAD_REFRESH_TOKEN', message: 'unknown' }, 400), /revoked/],
  ['a known word one level down', () => json({ error: { code: 'token_expired' } }, 400), /has expired/],
  ['a 400 without a body', () => plain('', 400), /\(400\) and gave no reason\. Authenticate again/],
  ['a 400 with some text', () => plain('Bad Request', 400), /gave no reason/],
  ['a 400 with JSON that says nothing', () => json({ ok: false }, 400), /gave no reason/],
])('%s ends the grant at once: the badge says so, and so do readers', async (_name, response, reason) => {
  const { problem, badge, grant, reader, server } = await refusedBy(response);
  expect(problem.code).toBe('reconnect-needed');
  expect(grant()).toMatchObject({ ...given, state: 'reconnect' });
  expect(await badge()).toMatchObject({
    state: 'reconnect-needed',
    reason: expect.stringMatching(reason) as string,
  });
  await expect(reader()).rejects.toMatchObject({ code: 'reconnect-needed' });
  expect(server.count('refresh_token')).toBe(1);
});

test.each<[string, () => Response, RegExp]>([
  ['invalid_client', () => json({ error: 'invalid_client' }, 401), /does not accept the Client ID and Client Secret/],
  ['invalid_client with 400', () => json({ error: 'invalid_client' }, 400), /Check both/],
  ['unauthorized_client', () => json({ error: 'unauthorized_client' }, 400), /registration at the provider/],
  ['invalid_request', () => json({ error: 'invalid_request' }, 400), /Check the URLs and the token parameters/],
  ['invalid_scope', () => json({ error: 'invalid_scope' }, 400), /Check the Scopes/],
  ['a code of its own', () => json({ error: 'E4711' }, 400), /its own error code/],
  [
    'server_error with 401',
    () => json({ error: 'server_error', error_description: 'access_denied' }, 401),
    /or authenticate again/,
  ],
  ['a 401 without a body', () => plain('', 401), /Check both/],
  ['a challenge', () => plain('', 401, { 'www-authenticate': 'Basic error="invalid_client"' }), /Check both/],
])('%s says no to the client: with the right secret it goes on without a sign-in', async (_name, response, reason) => {
  const setting = await refusedBy(response);
  const { problem, badge, grant, services, form } = setting;
  expect(problem.code).toBe('reconnect-needed');
  expect(grant()).toMatchObject({ ...given, state: 'ok' });
  expect(await badge()).toMatchObject({
    state: 'reconnect-needed',
    reason: expect.stringMatching(reason) as string,
  });
  const { reason: said } = await badge();
  if (!/Scopes/.test(said ?? '')) expect(said).toMatch(/or authenticate again/);
  const saved = await saveDataSource(form({}, { clientSecret: 'client-secret-value' }), ada, services);
  expect(sentWith(await (await authorize(saved, services)).headers()).headers.authorization).toMatch(/^Bearer/);
});

test.each<[string, () => Response, RegExp]>([
  ['a 403', () => plain('', 403), /Token URL responded with status 403\./],
  ['a 404', () => json({ message: 'no such path' }, 404), /status 404\./],
  ['a 405', () => plain('', 405), /status 405\./],
  ['a 410', () => plain('', 410), /status 410\./],
  ['a web page with 400', () => page(400), /status 400 and a web page/],
  ['a web page with 401', () => page(401), /status 401 and a web page/],
  ['a web page with 403', () => page(403), /status 403 and a web page/],
  ['a web page with 404', () => page(404), /status 404 and a web page/],
  ['a refused certificate page in XML', () => plain('<?xml version="1.0"?><Error/>', 400), /and a web page/],
  ['an overload told with 400', () => json({ error: 'temporarily_unavailable' }, 400), /overloaded/],
])('%s may come from something in between: the badge says what came, and it heals', async (_name, response, reason) => {
  const { problem, badge, grant, reader, services } = await refusedBy(response);
  expect(problem).toMatchObject({ code: 'exchange-failed', message: expect.stringMatching(reason) as string });
  expect(grant()).toMatchObject({ ...given, state: 'ok' });
  expect(await badge()).toMatchObject({
    state: 'authenticated',
    reason: expect.stringMatching(reason) as string,
  });
  await expect(reader()).rejects.toMatchObject({ details: { isBackedOff: true } });
  services.advance(minute);
  expect(await reader()).toHaveProperty('authorization');
  expect(await badge()).not.toHaveProperty('reason', expect.anything());
});

test.each([
  ['a timeout', 408],
  ['a request that comes too early', 425],
  ['a server that asks to wait', 429],
  ['a failure', 500],
  ['a maintenance', 503],
])('after %s (%i) the lease runs out, because the server may have rotated', async (_name, status) => {
  const { problem, badge, grant, services, reader } = await refusedBy(() => json({ error: 'invalid_grant' }, status));
  expect(problem).toMatchObject({ code: 'exchange-failed' });
  expect(grant()).toMatchObject({ state: 'ok', holder: expect.stringMatching(/./) as string });
  expect((await badge()).state).toBe('authenticated');
  services.advance(70_000);
  expect(await reader()).toHaveProperty('authorization');
});

test.each<[ClientAuthentication, RegExp]>([
  ['client_secret_post', /choose Secret in a header as client authentication/],
  ['client_secret_basic', /choose Secret in the body as client authentication/],
  ['none', /Check it, choose a client authentication with a secret, or authenticate again/],
])('a refused client with %s is told what else can be wrong with it', async (clientAuthentication, says) => {
  const secretless = clientAuthentication === 'none';
  const setting = await connectedAndExpired(
    { oauth2: { clientAuthentication } },
    secretless ? { clientSecret: '' } : {},
  );
  setting.server.fault = () => json({ error: 'invalid_client' }, 401);
  await expect(setting.reader()).rejects.toMatchObject({ message: expect.stringMatching(says) as string });
});

test('a code that nobody knows is told to the admin who asks, and stands in no record', async () => {
  const setting = await connectedAndExpired();
  setting.server.fault = () => json({ error: 'bad:client-secret-value', error_description: 'words' }, 400);
  await expect(setting.admin()).rejects.toMatchObject({
    details: { remoteCode: 'bad:client-secret-value', detail: 'words', status: 400 },
  });
  expect(JSON.stringify(setting.grant())).not.toMatch(/client-secret-value|words/);
});
