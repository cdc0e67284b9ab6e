import type { FindingCode, OAuth2Authentication } from '../../../../src/shared/contract';
import type { LintInput } from '../../../../src/editing/lint/finding';
import { lintOAuth2 } from '../../../../src/editing/lint/lint';
import { expiryStep } from '../../../../src/shared/secret-expiry';
import { atlassian } from '../../../../src/presets/atlassian';
import { github } from '../../../../src/presets/github';
import { google } from '../../../../src/presets/google';
import { hubSpot } from '../../../../src/presets/hubspot';
import { slack } from '../../../../src/presets/slack';

const now = Date.parse('2027-03-01T12:00:00Z');

const entra: OAuth2Authentication = {
  type: 'oauth2',
  grantType: 'authorization_code',
  clientId: 'c',
  clientAuthentication: 'client_secret_post',
  authorizeParameters: [],
  tokenParameters: [],
  tokenHeader: { name: 'Authorization', prefix: 'Bearer ' },
  authUrl: 'https://login.microsoftonline.com/t/oauth2/v2.0/authorize',
  tokenUrl: 'https://login.microsoftonline.com/t/oauth2/v2.0/token',
  revokeUrl: '',
  scopes: 'User.Read.All offline_access',
};

const other: OAuth2Authentication = {
  ...entra,
  authUrl: 'https://id.example.com/a',
  tokenUrl: 'https://id.example.com/t',
  scopes: 'read',
};
const okta: OAuth2Authentication = {
  ...other,
  authUrl: 'https://x.okta.com/oauth2/v1/authorize',
  tokenUrl: 'https://x.okta.com/oauth2/v1/token',
};
const authenticated = { state: 'authenticated' as const, scopes: ['read'], hasRefreshToken: true };

const input = (authentication: OAuth2Authentication, change: Partial<LintInput> = {}): LintInput => ({
  authentication,
  badge: { state: 'not-authenticated' },
  callbackCopied: true,
  now,
  ...change,
});

const codes = (of: LintInput) => lintOAuth2(of).map(({ code }) => code);

describe('the lint of an authentication', () => {
  it.each<[string, LintInput, FindingCode[]]>([
    ['Entra as it should be', input(entra), []],
    ['Entra without offline_access', input({ ...entra, scopes: 'User.Read.All' }), ['offline-scope-missing']],
    [
      'Entra of another cloud without offline_access',
      input({
        ...entra,
        authUrl: entra.authUrl.replace('.com', '.us'),
        tokenUrl: entra.tokenUrl.replace('.com', '.us'),
        scopes: 'x',
      }),
      ['offline-scope-missing'],
    ],
    ['Okta without offline_access', input({ ...okta, scopes: 'okta.users.read' }), ['offline-scope-missing']],
    [
      'Auth0 without offline_access',
      input({ ...other, authUrl: 'https://x.eu.auth0.com/authorize', tokenUrl: 'https://x.eu.auth0.com/oauth/token' }),
      ['offline-scope-missing'],
    ],
    [
      'a host that only looks like Okta',
      input({ ...other, authUrl: 'https://notokta.com/a', tokenUrl: 'https://notokta.com/t' }),
      [],
    ],
    [
      'Atlassian without offline_access and parameters',
      input({ ...other, scopes: 'read:jira-work' }, { preset: atlassian }),
      ['offline-scope-missing', 'authorize-parameter-missing'],
    ],
    ['Google without offline access', input(other, { preset: google }), ['authorize-parameter-missing']],
    [
      'Google with another prompt',
      input(
        {
          ...other,
          authorizeParameters: [
            { name: 'access_type', value: 'offline' },
            { name: 'prompt', value: 'none' },
          ],
        },
        { preset: google },
      ),
      ['authorize-parameter-missing'],
    ],
    [
      'Google as it should be',
      input({ ...other, authorizeParameters: google.authentication.authorizeParameters ?? [] }, { preset: google }),
      [],
    ],
    ['no refresh token', input(other, { badge: { ...authenticated, hasRefreshToken: false } }), ['no-refresh-token']],
    [
      'no refresh token, and why',
      input({ ...entra, scopes: 'read' }, { badge: { ...authenticated, hasRefreshToken: false } }),
      ['no-refresh-token'],
    ],
    [
      'GitHub without refresh token',
      input(other, { preset: github, badge: { ...authenticated, hasRefreshToken: false } }),
      [],
    ],
    [
      'fewer scopes than asked',
      input({ ...other, scopes: 'read write' }, { badge: authenticated }),
      ['scopes-narrower'],
    ],
    [
      'the same scopes, written otherwise',
      input({ ...other, scopes: 'openid https://graph.microsoft.com/Read offline_access' }, { badge: authenticated }),
      [],
    ],
    [
      'scopes granted with commas',
      input({ ...other, scopes: 'repo read:org' }, { badge: { ...authenticated, scopes: ['repo,read:org'] } }),
      [],
    ],
    [
      'scopes that GitHub leaves out beside wider ones',
      input(
        { ...other, scopes: 'user user:email read:user read:org repo' },
        { preset: github, badge: { ...authenticated, scopes: ['admin:org,repo,user'] } },
      ),
      [],
    ],
    [
      'a GitHub scope that nothing granted holds',
      input(
        { ...other, scopes: 'repo read:org' },
        { preset: github, badge: { ...authenticated, scopes: ['repo,read:user'] } },
      ),
      ['scopes-narrower'],
    ],
    [
      'the resources of Entra by number and with a slash at the end',
      input(
        {
          ...other,
          scopes: '00000003-0000-0000-c000-000000000000/Read https://management.azure.com//user_impersonation',
        },
        { badge: { ...authenticated, scopes: ['read', 'https://management.azure.com/user_impersonation', 'openid'] } },
      ),
      [],
    ],
    [
      'Google scopes, which are addresses',
      input(
        { ...other, scopes: 'https://www.googleapis.com/auth/drive https://www.googleapis.com/auth/calendar' },
        { badge: { ...authenticated, scopes: ['https://www.googleapis.com/auth/drive'] } },
      ),
      ['scopes-narrower'],
    ],
    ['a provider that does not say what it granted', input(other, { badge: { ...authenticated, scopes: [] } }), []],
    [
      'a token host unlike the sign-in',
      input({ ...other, tokenUrl: 'https://id.example.org/t' }),
      ['foreign-token-host'],
    ],
    ['two hosts of one owner', input({ ...other, tokenUrl: 'https://api.example.com/t' }), []],
    [
      'two owners under one shared name',
      input({ ...other, authUrl: 'https://a.example.co.uk/', tokenUrl: 'https://evil.co.uk/' }),
      ['foreign-token-host'],
    ],
    [
      'the two hosts of HubSpot',
      input(
        { ...other, authUrl: hubSpot.authentication.authUrl, tokenUrl: hubSpot.authentication.tokenUrl },
        { preset: hubSpot },
      ),
      [],
    ],
    [
      'an application permission',
      input({ ...entra, scopes: 'https://graph.microsoft.com/CallRecords.Read.All offline_access' }),
      ['application-permission'],
    ],
    [
      'a consent that failed',
      input(entra, { failureCodes: ['invalid_grant', 'AADSTS65001'] }),
      ['application-permission'],
    ],
    ['a consent that failed elsewhere', input(other, { failureCodes: ['AADSTS65001'] }), []],
    [
      'client credentials with a delegated scope',
      input({ ...entra, grantType: 'client_credentials', scopes: 'User.Read.All' }),
      ['application-permission'],
    ],
    [
      'client credentials as Entra wants them',
      input({ ...entra, grantType: 'client_credentials', scopes: 'https://graph.microsoft.com/.default' }),
      [],
    ],
    [
      'client credentials for Microsoft Graph by its short name',
      input({ ...entra, grantType: 'client_credentials', scopes: '.default' }),
      [],
    ],
    ['commas', input({ ...other, scopes: 'a,b' }), ['scope-separators']],
    ['commas where they belong', input({ ...other, scopes: 'a,b' }, { preset: slack }), []],
    [
      'a public client',
      input({ ...other, clientAuthentication: 'none' }, { badge: authenticated, hasIssuer: false }),
      ['public-client'],
    ],
    [
      'a public client at a server that names itself',
      input({ ...other, clientAuthentication: 'none' }, { badge: authenticated, hasIssuer: true }),
      [],
    ],
    ['a callback URL that was not copied', input(other, { callbackCopied: false }), ['callback-not-copied']],
    ['a callback URL that is known to work', input(other, { callbackCopied: false, badge: authenticated }), []],
    [
      'a secret that has ended, first of all',
      input({ ...entra, scopes: 'x', secretExpiresOn: '2027-02-28' }),
      ['secret-expired', 'offline-scope-missing'],
    ],
    ['a secret that ends in a month', input({ ...other, secretExpiresOn: '2027-03-20' }), ['secret-expires']],
    ['a secret that ends in a year', input({ ...other, secretExpiresOn: '2028-03-20' }), []],
  ])('finds in %s: %#', (_, of, expected) => {
    expect(codes(of)).toEqual(expected);
  });

  it.each<[string, LintInput]>([
    ['a scope', input({ ...entra, scopes: 'User.Read.All' })],
    ['parameters', input(other, { preset: google })],
    [
      'parameters, replaced',
      input(
        {
          ...other,
          authorizeParameters: [
            { name: 'prompt', value: 'none' },
            { name: 'hd', value: 'x' },
          ],
        },
        { preset: google },
      ),
    ],
    ['commas', input({ ...other, scopes: 'a,b' })],
    [
      'the scope for client credentials',
      input({ ...entra, grantType: 'client_credentials', scopes: 'api://abc/Read.All' }),
    ],
  ])('has a fix for %s that settles the finding', (_, of) => {
    const [finding] = lintOAuth2(of);
    const fixed = { ...of.authentication, ...finding?.fix?.patch };
    expect(finding?.fix?.label).toBeTruthy();
    expect(codes({ ...of, authentication: fixed })).not.toContain(finding?.code);
  });

  it('keeps what it does not fix', () => {
    const [finding] = lintOAuth2(
      input(
        {
          ...other,
          authorizeParameters: [
            { name: 'prompt', value: 'none' },
            { name: 'hd', value: 'x' },
          ],
        },
        { preset: google },
      ),
    );
    expect(finding?.fix?.patch.authorizeParameters).toEqual([
      { name: 'hd', value: 'x' },
      ...(google.authentication.authorizeParameters ?? []),
    ]);
    expect(
      lintOAuth2(input({ ...entra, grantType: 'client_credentials', scopes: 'api://abc/Read.All' }))[0]?.fix?.patch
        .scopes,
    ).toBe('api://abc/.default');
  });

  it('gives a missing refresh token the fix of its cause', () => {
    const [finding] = lintOAuth2(
      input({ ...entra, scopes: 'read' }, { badge: { ...authenticated, hasRefreshToken: false } }),
    );
    expect(finding).toMatchObject({ code: 'no-refresh-token', fix: { patch: { scopes: 'read offline_access' } } });
  });
});

describe('the warning before a secret ends', () => {
  it.each([
    ['2027-04-05', undefined],
    ['2027-03-30', 30],
    ['2027-03-08', 30],
    ['2027-03-07', 7],
    ['2027-03-02', 7],
    ['2027-03-01', 1],
    ['2027-02-28', 0],
    ['2027-02-30', undefined],
    ['soon', undefined],
    ['', undefined],
  ])('of %j is at %s days', (date, step) => {
    expect(expiryStep(date, now)).toBe(step);
  });
});

describe('what a token endpoint did or wants otherwise', () => {
  test('PKCE that is left out is said, and put back by one click', () => {
    const [finding] = lintOAuth2(input({ ...other, noPkce: true }));
    expect(finding).toMatchObject({ code: 'pkce-left-out', fix: { patch: { noPkce: false } } });
    expect(codes(input({ ...other, noPkce: false }))).toEqual([]);
    expect(codes(input({ ...other, noPkce: true, grantType: 'client_credentials' }))).toEqual([]);
  });

  test('further tokens of a sign-in are offered, until the admin has chosen', () => {
    const otherTokens = ['authed_user.access_token'];
    const [finding] = lintOAuth2(input(other, { otherTokens }));
    expect(finding).toMatchObject({
      code: 'several-tokens',
      fix: { patch: { tokenPath: 'authed_user.access_token' } },
    });
    expect(codes(input({ ...other, tokenPath: 'access_token' }, { otherTokens }))).toEqual([]);
  });

  test('prompt=consent is offered where offline_access was asked for and brought nothing', () => {
    const badge = { ...authenticated, hasRefreshToken: false };
    const prompt = { name: 'prompt', value: 'login' };
    const asked = { ...other, scopes: 'read offline_access', authorizeParameters: [prompt] };
    const [finding] = lintOAuth2(input(asked, { badge }));
    expect(finding).toMatchObject({
      code: 'no-refresh-token',
      fix: { label: 'Add prompt=consent', patch: { authorizeParameters: [{ name: 'prompt', value: 'consent' }] } },
    });
    const consenting = { ...asked, authorizeParameters: [{ name: 'prompt', value: 'login consent' }] };
    expect(lintOAuth2(input(consenting, { badge }))[0]?.fix).toBeUndefined();
    expect(lintOAuth2(input({ ...asked, scopes: 'read' }, { badge }))[0]?.fix).toBeUndefined();
  });
});
