import * as oauth from 'oauth4webapi';
import { createClock } from '../../../local/shared/clock';
import { startDemo } from '../../../local/demo/demo';
import type { Demo } from '../../../local/demo/demo';
import {
  callback,
  connect,
  consent,
  exchange,
  openAuthorize,
  postToken,
  refresh,
  revoke,
  statusOfUsers,
} from './client';

const clock = createClock();
let demo: Demo;

beforeAll(async () => {
  demo = await startDemo({ port: 0, redirectUris: [callback], clock, users: 10 });
});
afterAll(() => demo.close());

const hour = 60 * 60 * 1000;
const parametersOf = (url: string): Record<string, string> => Object.fromEntries(new URL(url).searchParams);

describe('signing in', () => {
  it('turns a consent into tokens that open the directory', async () => {
    const tokens = await connect(demo);
    expect(tokens).toMatchObject({ token_type: 'bearer', expires_in: 300, scope: 'User.Read.All' });
    expect(tokens.refresh_token).toEqual(expect.any(String));
    expect(await statusOfUsers(demo, tokens.access_token)).toBe(200);
  });

  it('sends state and issuer back with the code', async () => {
    const signIn = await consent(demo);
    expect(signIn.page.url.startsWith(callback)).toBe(true);
    expect(parametersOf(signIn.page.url)).toMatchObject({ state: signIn.state, iss: demo.issuer });
  });

  it('takes the secret by basic as well as by post', async () => {
    const tokens = await connect(demo, { authentication: oauth.ClientSecretBasic(demo.clientSecret) });
    expect(await statusOfUsers(demo, tokens.access_token)).toBe(200);
  });

  it('serves a public client, but only with PKCE', async () => {
    const choice = { clientId: demo.publicClientId, authentication: oauth.None() };
    expect(await connect(demo, choice)).toHaveProperty('refresh_token');
    const url = `${demo.authorizeUrl}?${new URLSearchParams({ client_id: demo.publicClientId, response_type: 'code', redirect_uri: callback, scope: 'User.Read.All' })}`;
    const { page } = await openAuthorize(demo);
    expect(page.title).toBe('Pick an account');
    const response = await fetch(url, { redirect: 'manual' });
    expect(parametersOf(response.headers.get('location') ?? '')).toMatchObject({ error: 'invalid_request' });
  });

  it('gives no refresh token without offline_access', async () => {
    expect(await connect(demo, { scope: 'User.Read.All' })).not.toHaveProperty('refresh_token');
  });

  it('names the account in an ID token where one is asked for, unless it knows of OAuth alone', async () => {
    const choice = { scope: demo.ticketsScopes, account: 'Luís Ferreira' };
    const named = { name: 'Luís Ferreira', preferred_username: 'luis.ferreira@meridian.example' };
    expect(oauth.getValidatedIdTokenClaims(await connect(demo, choice))).toMatchObject(named);
    await demo.control.setOpenId(false);
    const plain = await connect(demo, choice);
    expect([plain.id_token, typeof plain.refresh_token]).toEqual([undefined, 'string']);
    await demo.control.setOpenId(true);
  });

  it('asks for consent again but not for the account while the session lasts', async () => {
    const { browser, page } = await openAuthorize(demo);
    const requested = await page.press('Ada Lindqvist');
    await requested.press('Accept');
    const again = await browser.open(new URL(await authorizeUrl()).href);
    expect(again.title).toBe('Permissions requested');
  });

  it('lets a person change the account, with all that the app asked for', async () => {
    const signIn = await openAuthorize(demo);
    const refused = await signIn.page.press('Tom Okafor');
    const requested = await (await refused.follow('Use another account')).press('Ada Lindqvist');
    const tokens = await exchange(demo, { ...signIn, page: await requested.press('Accept') });
    expect(tokens).toMatchObject({ scope: 'User.Read.All', refresh_token: expect.any(String) });
  });

  it('lists what the app asks for in plain words', async () => {
    const { page } = await openAuthorize(demo);
    const requested = await page.press('Ada Lindqvist');
    expect(requested.text).toContain('Read the full profiles of all users');
    expect(requested.text).toContain('Keep its access while you are away');
  });

  it('publishes its metadata below the issuer', async () => {
    const response = await oauth.discoveryRequest(new URL(demo.issuer), { [oauth.allowInsecureRequests]: true });
    const server = await oauth.processDiscoveryResponse(new URL(demo.issuer), response);
    expect(server).toMatchObject({ token_endpoint: demo.tokenUrl, authorization_endpoint: demo.authorizeUrl });
  });
});

async function authorizeUrl(): Promise<string> {
  const challenge = await oauth.calculatePKCECodeChallenge(oauth.generateRandomCodeVerifier());
  const query = { client_id: demo.clientId, response_type: 'code', redirect_uri: callback, scope: demo.scopes };
  return `${demo.authorizeUrl}?${new URLSearchParams({ ...query, code_challenge: challenge, code_challenge_method: 'S256' })}`;
}

describe('refusing to consent', () => {
  it('answers access_denied when the person cancels the consent', async () => {
    const { page } = await openAuthorize(demo);
    const denied = await (await page.press('Ada Lindqvist')).press('Cancel');
    expect(parametersOf(denied.url)).toMatchObject({
      error: 'access_denied',
      error_description: expect.stringContaining('AADSTS65004'),
    });
  });

  it('answers access_denied when the person cancels the sign-in', async () => {
    const { page, state } = await openAuthorize(demo);
    expect(parametersOf((await page.press('Cancel')).url)).toMatchObject({ error: 'access_denied', state });
  });

  it('tells an account that may not consent to find an admin', async () => {
    const { page } = await openAuthorize(demo);
    const refused = await page.press('Tom Okafor');
    expect(refused.title).toBe('Need admin approval');
    const back = await refused.press('Return without granting consent');
    expect(parametersOf(back.url)).toMatchObject({
      error: 'access_denied',
      error_description: expect.stringMatching(/AADSTS90094.*Admin consent required/),
    });
  });

  it('does not let such an account accept by sending the form by hand', async () => {
    const { page, browser } = await openAuthorize(demo);
    const refused = await page.press('Tom Okafor');
    const forged = await browser.open(refused.url);
    expect(parametersOf((await forged.press('Return')).url)).toHaveProperty('error', 'access_denied');
  });

  it('refuses a scope that the directory does not have', async () => {
    const { page } = await openAuthorize(demo, { scope: 'User.Raed.All offline_access' });
    const back = await (await page.press('Ada Lindqvist')).press('Accept');
    expect(parametersOf(back.url)).toMatchObject({
      error: 'invalid_scope',
      error_description: expect.stringContaining("AADSTS650053: The app asked for the scope 'User.Raed.All'"),
    });
  });

  it('shows its own page, and sends nobody anywhere, for a redirect URI that is not registered', async () => {
    const { page } = await openAuthorize(demo, { redirectUri: 'http://localhost:1/elsewhere' });
    expect(page).toMatchObject({ status: 400, text: expect.stringContaining('AADSTS50011') });
  });

  it('shows its own page for an unknown client', async () => {
    const { page } = await openAuthorize(demo, { clientId: 'nobody' });
    expect(page).toMatchObject({ status: 400, text: expect.stringContaining('AADSTS700016') });
  });

  it('ends a sign-in that was left alone for too long', async () => {
    const { page } = await openAuthorize(demo);
    clock.advance(2 * hour);
    expect((await page.press('Ada Lindqvist')).text).toContain('This sign-in has ended');
  });
});

describe('the token endpoint', () => {
  it('answers a wrong secret with 401 and AADSTS7000215', async () => {
    const { status, body } = await postToken(demo, {
      grant_type: 'refresh_token',
      refresh_token: 'x',
      client_secret: 'y',
    });
    expect(status).toBe(401);
    expect(body).toMatchObject({
      error: 'invalid_client',
      error_codes: [7000215],
      error_description: expect.stringMatching(/^AADSTS7000215: /),
      trace_id: expect.any(String),
      correlation_id: expect.any(String),
      timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ$/),
    });
  });

  it('answers an unknown client with AADSTS700016', async () => {
    const { body } = await postToken(demo, { grant_type: 'refresh_token', refresh_token: 'x', client_id: 'nobody' });
    expect(body).toMatchObject({ error: 'invalid_client', error_codes: [700016] });
  });

  it('refuses the old secret as soon as there is a new one', async () => {
    const { refresh_token: token } = await connect(demo);
    const old = demo.clientSecret;
    await demo.control.rotateClientSecret();
    expect(demo.notes[0]?.values).toContainEqual({ label: 'Client Secret', value: demo.clientSecret });
    const fields = { grant_type: 'refresh_token', refresh_token: token ?? '' };
    expect((await postToken(demo, { ...fields, client_secret: old })).body).toHaveProperty('error_codes', [7000215]);
    expect((await postToken(demo, fields)).status).toBe(200);
  });

  it.each([
    ['is redeemed twice', 0, 54005],
    ['has expired, which takes a minute', 61_000, 70008],
  ])('refuses a code that %s', async (_name, wait, code) => {
    const signIn = await consent(demo);
    const fields = {
      grant_type: 'authorization_code',
      code: parametersOf(signIn.page.url)['code'] ?? '',
      redirect_uri: callback,
      code_verifier: signIn.verifier,
    };
    if (wait === 0) expect((await postToken(demo, fields)).status).toBe(200);
    clock.advance(wait);
    expect(await postToken(demo, fields)).toMatchObject({
      status: 400,
      body: { error: 'invalid_grant', error_codes: [code] },
    });
  });

  it('refuses a code with a verifier of another sign-in', async () => {
    const signIn = { ...(await consent(demo)), verifier: oauth.generateRandomCodeVerifier() };
    await expect(exchange(demo, signIn)).rejects.toMatchObject({ error: 'invalid_grant' });
  });

  it('refuses a refresh token that was not used for 90 days', async () => {
    const { refresh_token: token } = await connect(demo);
    clock.advance(90 * 24 * hour + 1000);
    const { body } = await postToken(demo, { grant_type: 'refresh_token', refresh_token: token ?? '' });
    expect(body).toMatchObject({ error: 'invalid_grant', error_codes: [700082] });
  });

  it('gives an app its own access with client credentials', async () => {
    const fields = { grant_type: 'client_credentials', scope: '.default' };
    const service = { client_id: demo.serviceClientId, client_secret: demo.serviceClientSecret };
    const { body } = await postToken(demo, { ...fields, ...service });
    expect(await statusOfUsers(demo, String(body['access_token']))).toBe(200);
  });
});

describe('the life of a grant', () => {
  it('ends access when the access token expires, and gives it back by refreshing', async () => {
    const first = await connect(demo);
    clock.advance(299_000);
    expect(await statusOfUsers(demo, first.access_token)).toBe(200);
    clock.advance(2_000);
    expect(await statusOfUsers(demo, first.access_token)).toBe(401);
    const second = await refresh(demo, first.refresh_token);
    expect(second.refresh_token).not.toBe(first.refresh_token);
    expect(await statusOfUsers(demo, second.access_token)).toBe(200);
  });

  it('ends the whole grant when a used refresh token comes again', async () => {
    const first = await connect(demo);
    const second = await refresh(demo, first.refresh_token);
    const used = { grant_type: 'refresh_token', refresh_token: first.refresh_token ?? '' };
    expect((await postToken(demo, used)).body).toMatchObject({ error: 'invalid_grant', error_codes: [70000] });
    expect(await statusOfUsers(demo, second.access_token)).toBe(401);
    await expect(refresh(demo, second.refresh_token)).rejects.toMatchObject({ error: 'invalid_grant' });
  });

  it('sees it even when ten refreshes arrive at once: one wins, and the grant is gone', async () => {
    const first = await connect(demo);
    const fields = { grant_type: 'refresh_token', refresh_token: first.refresh_token ?? '' };
    const responses = await Promise.all(Array.from({ length: 10 }, () => postToken(demo, fields)));
    const won = responses.filter(({ status }) => status === 200);
    expect(won).toHaveLength(1);
    await expect(refresh(demo, String(won[0]?.body['refresh_token']))).rejects.toMatchObject({
      error: 'invalid_grant',
    });
  });

  it('keeps the grants of two sign-ins apart', async () => {
    const [left, right] = [await connect(demo), await connect(demo)];
    await revoke(demo, left.refresh_token ?? '');
    expect(await statusOfUsers(demo, left.access_token)).toBe(401);
    expect(await statusOfUsers(demo, right.access_token)).toBe(200);
  });

  it('refuses a revoked refresh token with a reason', async () => {
    const tokens = await connect(demo);
    await revoke(demo, tokens.refresh_token ?? '');
    const { body } = await postToken(demo, { grant_type: 'refresh_token', refresh_token: tokens.refresh_token ?? '' });
    expect(body).toMatchObject({ error: 'invalid_grant', error_codes: [50173] });
  });

  it('ends the grants of one account when its owner does', async () => {
    const [ada, mei] = [await connect(demo), await connect(demo, { account: 'Mei Tanaka' })];
    await demo.control.revokeGrantsOf('mei.tanaka@meridian.example');
    expect([await statusOfUsers(demo, ada.access_token), await statusOfUsers(demo, mei.access_token)]).toEqual([
      200, 401,
    ]);
    await expect(refresh(demo, mei.refresh_token)).rejects.toMatchObject({ error: 'invalid_grant' });
  });

  it('obeys an admin who ends everything, and one who only ends the access tokens', async () => {
    const tokens = await connect(demo);
    await demo.control.expireAccessTokens();
    expect(await statusOfUsers(demo, tokens.access_token)).toBe(401);
    const renewed = await refresh(demo, tokens.refresh_token);
    await demo.control.revokeAllGrants();
    expect(await statusOfUsers(demo, renewed.access_token)).toBe(401);
    await expect(refresh(demo, renewed.refresh_token)).rejects.toMatchObject({ error: 'invalid_grant' });
  });

  it('counts what happened', async () => {
    await demo.control.resetStats();
    const tokens = await connect(demo);
    await refresh(demo, tokens.refresh_token);
    await expect(refresh(demo, tokens.refresh_token)).rejects.toThrow();
    await statusOfUsers(demo, tokens.access_token);
    expect(await demo.control.stats()).toMatchObject({
      authorize: 1,
      codeExchanges: 1,
      refreshes: 1,
      tokenRefusals: 1,
      grantsRevoked: 1,
      api: 1,
      apiRefusals: 1,
    });
  });
});
