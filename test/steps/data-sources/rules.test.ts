import type { DataSourceSettings, OAuth2Authentication } from '../../../src/shared/contract';
import { checkSettings, requireValid, type Purpose } from '../../../src/data-sources/rules';
import { clientCredentials, directoryForm, requestOf } from '../../support/data-source-forms';

const closed = { loopbackAllowed: false };

type Changes = Partial<DataSourceSettings> & { oauth2?: Partial<OAuth2Authentication> };

const check = (changes: Changes, purpose: Purpose = 'save', policy = closed) =>
  checkSettings(directoryForm(changes).settings, purpose, policy);

const request = (url: string, parameters: { name: string; value: string }[] = []): Changes => ({
  request: requestOf({ url, parameters }),
});

test('sound settings break no rule', () => {
  expect(check({})).toEqual([]);
});

test.each<[string, Changes, string, RegExp]>([
  ['no name', { name: '  ' }, 'name', /Enter a name/],
  ['undecided spaces', { allowedSpaces: { mode: 'undecided' } }, 'allowedSpaces', /which spaces/],
  ['no space named', { allowedSpaces: { mode: 'named', spaceIds: [] } }, 'allowedSpaces', /at least one/],
  ['a space that is no id', { allowedSpaces: { mode: 'named', spaceIds: ['DEV'] } }, 'allowedSpaces', /unknown/],
  ['no URL', request(''), 'request.url', /Enter the URL/],
  ['an http URL', request('http://api.example.com/'), 'request.url', /https/],
  ['a private address', request('https://192.168.0.1/'), 'request.url', /192\.168/],
  ['a placeholder of no variable', request('https://api.example.com/{tenant}/users'), 'variables', /uses \{tenant\}/],
  ['a placeholder in the host', request('https://{tenant}.example.com/users'), 'request.url', /./],
  ['a fragment', request('https://api.example.com/#top'), 'request.url', /#/],
  [
    'a parameter without name',
    request('https://api.example.com/', [{ name: ' ', value: '1' }]),
    'request.parameters.0.name',
    /name/,
  ],
  ['no client id', { oauth2: { clientId: '' } }, 'authentication.clientId', /Enter the Client ID/],
  ['a client id with a space', { oauth2: { clientId: 'a b' } }, 'authentication.clientId', /spaces/],
  [
    'a literal {tenant} in the Auth URL',
    { oauth2: { authUrl: 'https://login.example.com/{tenant}/authorize' } },
    'authentication.authUrl',
    /Replace \{tenant\}/,
  ],
  [
    'a literal {tenant} in the Token URL',
    { oauth2: { tokenUrl: 'https://login.example.com/{tenant}/token' } },
    'authentication.tokenUrl',
    /Replace \{tenant\}/,
  ],
  [
    'a tenant in angle brackets',
    { oauth2: { tokenUrl: 'https://login.example.com/<tenant>/token' } },
    'authentication.tokenUrl',
    /Replace <tenant>/,
  ],
  [
    'a state in the Auth URL',
    { oauth2: { authUrl: 'https://login.example.com/authorize?state=1' } },
    'authentication.authUrl',
    /Remove state/,
  ],
  [
    'a redirect URI in the Auth URL',
    { oauth2: { authUrl: 'https://login.example.com/authorize?redirect_uri=x' } },
    'authentication.authUrl',
    /redirect_uri/,
  ],
  [
    'a challenge in the Auth URL',
    { oauth2: { authUrl: 'https://login.example.com/authorize?code_challenge_method=plain' } },
    'authentication.authUrl',
    /code_challenge_method/,
  ],
  [
    'an http Auth URL',
    { oauth2: { authUrl: 'http://login.example.com/authorize' } },
    'authentication.authUrl',
    /https/,
  ],
  [
    'the Auth URL as Token URL',
    { oauth2: { tokenUrl: 'https://login.example.com/authorize' } },
    'authentication.tokenUrl',
    /is the Auth URL/,
  ],
  [
    'a Token URL with user info',
    { oauth2: { tokenUrl: 'https://a:b@login.example.com/token' } },
    'authentication.tokenUrl',
    /user name/,
  ],
  ['a Revoke URL that is none', { oauth2: { revokeUrl: 'revoke' } }, 'authentication.revokeUrl', /not a URL/],
  [
    'a parameter of the app’s own in the authorize request',
    {
      oauth2: {
        authorizeParameters: [
          { name: 'audience', value: 'x' },
          { name: 'state', value: '1' },
        ],
      },
    },
    'authentication.authorizeParameters.1.name',
    /Remove state/,
  ],
  [
    'a parameter of the app’s own in the token request',
    { oauth2: { tokenParameters: [{ name: 'client_secret', value: '', secret: true }] } },
    'authentication.tokenParameters.0.name',
    /Remove client_secret/,
  ],
  [
    'a parameter name with a blank',
    { oauth2: { authorizeParameters: [{ name: 'a b', value: 'x' }] } },
    'authentication.authorizeParameters.0.name',
    /letters, digits/,
  ],
  [
    'a token header that is none',
    { oauth2: { tokenHeader: { name: 'X Key', prefix: '' } } },
    'authentication.tokenHeader.name',
    /header name/,
  ],
  [
    'a prefix that no header can carry',
    { oauth2: { tokenHeader: { name: 'X-Key', prefix: 'Schlüssel ' } } },
    'authentication.tokenHeader.prefix',
    /a header cannot carry/,
  ],
  ['a day that is none', { oauth2: { secretExpiresOn: '2027-02-30' } }, 'authentication.secretExpiresOn', /2027-03-31/],
  [
    'client credentials of a public client',
    { oauth2: { ...clientCredentials, clientAuthentication: 'none' } },
    'authentication.clientAuthentication',
    /needs a Client Secret/,
  ],
  [
    'a public client without PKCE',
    { oauth2: { clientAuthentication: 'none', noPkce: true } },
    'authentication.noPkce',
    /needs PKCE/,
  ],
  [
    'a grant type without a name',
    { oauth2: { ...clientCredentials, grantType: 'other' } },
    'authentication.otherGrantType',
    /Enter the grant type/,
  ],
  [
    'a grant type that has a choice of its own',
    { oauth2: { ...clientCredentials, grantType: 'other', otherGrantType: 'refresh_token' } },
    'authentication.otherGrantType',
    /from the list/,
  ],
  ['a place of the token that is none', { oauth2: { tokenPath: 'data..token' } }, 'authentication.tokenPath', /dots/],
  [
    'a claim that the app sets',
    {
      oauth2: {
        grantType: 'jwt_bearer',
        assertion: { algorithm: 'RS256', keyId: '', audience: '', subject: '', claims: [{ name: 'exp', value: '9' }] },
      },
    },
    'authentication.assertion.claims.0.name',
    /Remove exp/,
  ],
  ['no user name', { authentication: { type: 'basic', username: '' } }, 'authentication.username', /Enter the user/],
  [
    'a colon in it',
    { authentication: { type: 'basic', username: 'a:b' } },
    'authentication.username',
    /cannot contain a colon/,
  ],
  [
    'no user name for Digest',
    { authentication: { type: 'digest', username: '' } },
    'authentication.username',
    /Enter the user/,
  ],
  [
    'a key in a header of the connection',
    { authentication: { type: 'api-key', placement: 'header', name: 'Host', prefix: '' } },
    'authentication.name',
    /connection itself/,
  ],
  [
    'a key in no parameter',
    { authentication: { type: 'api-key', placement: 'query', name: '', prefix: '' } },
    'authentication.name',
    /name of the parameter/,
  ],
  [
    'a header that the authentication sets',
    { request: requestOf({ headers: [{ name: 'authorization', value: 'x', secret: false }] }) },
    'request.headers.0.name',
    /already sets authorization/,
  ],
  [
    'a parameter that the key goes into',
    {
      authentication: { type: 'api-key', placement: 'query', name: '$top', prefix: '' },
    },
    'request.parameters.0.name',
    /already sets \$top/,
  ],
  ['a quote in the scopes', { oauth2: { scopes: 'User.Read "x"' } }, 'authentication.scopes', /Quotes/],
])('%s is refused at its field', (_name, changes, path, says) => {
  expect(check(changes)).toEqual([{ path, message: expect.stringMatching(says) as string }]);
});

test('an Auth URL may have a query of its own', () => {
  expect(check({ oauth2: { authUrl: 'https://login.example.com/authorize?prompt=consent' } })).toEqual([]);
});

test('client credentials need no Auth URL', () => {
  expect(check({ authentication: clientCredentials })).toEqual([]);
});

test('settings too large for a record are refused on saving', () => {
  const parameters = Array.from({ length: 50 }, (_, index) => ({ name: `p${index}`, value: 'ü'.repeat(1999) }));
  expect(check(request('https://api.example.com/', parameters))).toMatchObject([{ path: 'request.body' }]);
});

test.each<Purpose>(['authenticate', 'test'])('to %s, neither a name nor the spaces are needed', (purpose) => {
  expect(check({ name: '', allowedSpaces: { mode: 'undecided' } }, purpose)).toEqual([]);
});

test('the switch of the local host accepts the demo’s addresses', () => {
  expect(check(request('http://localhost:4002/v1.0/users'), 'save', { loopbackAllowed: true })).toEqual([]);
});

test('broken rules are thrown together, as one problem', () => {
  const { settings } = directoryForm({ name: '', oauth2: { clientId: '' } });
  expect(() => requireValid(settings, 'save', closed)).toThrow(
    expect.objectContaining({ code: 'invalid-input', message: expect.stringContaining('2 fields') as string }) as Error,
  );
});
