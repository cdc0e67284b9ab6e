import type { Authentication, OAuth2Authentication } from '../../../../../../src/shared/contract';
import { keyPatch } from '../../../../../../static/admin/form-model/data-source/authentication/assertion-values';
import { fromOAuth2 } from '../../../../../../static/admin/form-model/data-source/authentication/oauth2';
import type { AuthenticationValues } from '../../../../../../static/admin/form-model/data-source/authentication-values';
import {
  toSecrets,
  emptyAuthentication,
  fromAuthentication,
  toAuthentication,
  whoSignsIn,
} from '../../../../../../static/admin/form-model/data-source/authentication-values';

const assertion = {
  algorithm: 'ES256',
  keyId: 'k-1',
  audience: 'https://login.example.com',
  subject: 'ada',
  claims: [{ name: 'box_sub_type', value: 'user' }],
  lifetime: 60,
} as const;

const oauth2 = {
  ...toAuthentication({ ...emptyAuthentication, authenticationType: 'oauth2' }),
  type: 'oauth2',
} as OAuth2Authentication;

const simple: Authentication[] = [
  { type: 'none' },
  { type: 'basic', username: 'reader' },
  { type: 'basic', username: '', secretUsername: true },
  { type: 'basic', username: '', blank: 'password', secretUsername: true },
  { type: 'basic', username: 'reader', blank: 'password' },
  { type: 'basic', username: '', blank: 'username' },
  { type: 'digest', username: 'reader' },
  { type: 'bearer' },
  { type: 'api-key', placement: 'query', name: 'key', prefix: 'Key ' },
  { type: 'custom-header', name: 'X-Auth' },
  oauth2,
  { ...oauth2, noPkce: true, tokenRequestFormat: 'json', tokenPath: 'data.token', expirySign: '419' },
  { ...oauth2, announcedIssuer: { name: 'https://login.example.com', authUrl: '' } },
  { ...oauth2, whoSignsIn: 'each-reader-else-shared', ownRowsSeconds: 3600 },
  {
    ...oauth2,
    whoSignsIn: 'each-reader',
    accountField: { url: 'https://api.example.com/me', selector: '$.email' },
  },
  { ...oauth2, grantType: 'other', otherGrantType: 'account_credentials' },
  {
    ...oauth2,
    grantType: 'jwt_bearer',
    clientAuthentication: 'none',
    assertion: { ...assertion, claims: [...assertion.claims] },
  },
  { ...oauth2, clientAuthentication: 'private_key_jwt', assertion: { ...assertion, subject: '', claims: [] } },
];

test.each(simple)('an authentication of type $type survives the way through the form', (authentication) => {
  expect(toAuthentication(fromAuthentication(authentication))).toEqual(authentication);
});

test.each<[AuthenticationValues['authenticationType'], Partial<AuthenticationValues>, object]>([
  ['none', {}, {}],
  ['basic', { password: 'a' }, { password: 'a' }],
  ['basic', { basicHalves: 'username', secretUsername: 'k', isUsernameSecret: true }, { username: 'k' }],
  ['basic', { basicHalves: 'password', secretUsername: 'k', isUsernameSecret: true }, { password: 'x' }],
  ['digest', { password: 'a' }, { password: 'a' }],
  ['bearer', { token: 'b' }, { token: 'b' }],
  ['api-key', { apiKey: 'c' }, { apiKey: 'c' }],
  ['custom-header', { headerValue: 'd' }, { headerValue: 'd' }],
  ['oauth2', { clientSecret: 'e' }, { clientSecret: 'e' }],
  ['oauth2', { clientSecret: 'e', clientAuthentication: 'none' }, {}],
  ['oauth2', { privateKey: 'f', clientAuthentication: 'private_key_jwt' }, { privateKey: 'f' }],
  ['oauth2', { privateKey: 'f', grantType: 'jwt_bearer' }, { clientSecret: 'x', privateKey: 'f' }],
])('the secrets of type %s with %j are %j', (authenticationType, typed, expected) => {
  const others = { password: 'x', token: 'x', apiKey: 'x', headerValue: 'x', clientSecret: 'x', privateKey: 'x' };
  expect(toSecrets({ ...emptyAuthentication, ...others, ...typed, authenticationType })).toEqual(expected);
});

test('the fix of a finding changes what it names and nothing else', () => {
  const patch = fromOAuth2({ scopes: 'a offline_access', authorizeParameters: [{ name: 'prompt', value: 'consent' }] });
  expect(Object.keys(patch).sort()).toEqual(['authorizeParameters', 'scopes']);
  expect(patch.authorizeParameters).toMatchObject([{ name: 'prompt', value: 'consent', secret: false }]);
});

test('what an issuer announced is left behind with its Auth URL', () => {
  const announcedIssuer = { name: 'https://login.example.com', authUrl: 'https://login.example.com/authorize' };
  const values: AuthenticationValues = { ...emptyAuthentication, authenticationType: 'oauth2', announcedIssuer };
  const { authUrl } = announcedIssuer;
  expect(toAuthentication({ ...values, authUrl })).toMatchObject({ announcedIssuer });
  expect(toAuthentication({ ...values, authUrl: `${authUrl}2` })).not.toHaveProperty('announcedIssuer');
});

test('what is said of readers is left out where they have no accounts of their own', () => {
  const typed = { accountFieldUrl: 'https://api.example.com/me', ownRowsMinutes: '5' };
  const values: AuthenticationValues = { ...emptyAuthentication, ...typed, authenticationType: 'oauth2' };
  const own = { whoSignsIn: 'each-reader', ownRowsSeconds: 300 } as const;
  expect(toAuthentication({ ...values, whoSignsIn: 'each-reader' })).toMatchObject(own);
  expect(whoSignsIn({ ...values, whoSignsIn: 'each-reader' })).toBe('each-reader');
  expect(toAuthentication(values)).toEqual({ ...oauth2 });
  const nobody = { ...values, whoSignsIn: 'each-reader', grantType: 'client_credentials' } as const;
  expect(toAuthentication(nobody)).not.toHaveProperty('whoSignsIn');
  expect(whoSignsIn(nobody)).toBe('one-account');
});

test('a time that is no number is refused at its field', () => {
  const typed = { whoSignsIn: 'each-reader', ownRowsMinutes: 'an hour' } as const;
  const values: AuthenticationValues = { ...emptyAuthentication, ...typed, authenticationType: 'oauth2' };
  expect(toAuthentication(values)).toMatchObject({ ownRowsSeconds: 0 });
});

test('a lifetime left empty is not said', () => {
  const values: AuthenticationValues = { ...emptyAuthentication, authenticationType: 'oauth2', assumedLifetime: ' ' };
  expect(toAuthentication(values)).not.toHaveProperty('assumedLifetime');
  expect(toAuthentication({ ...values, assumedLifetime: '90' })).toMatchObject({ assumedLifetime: 90 });
});

test('the file of a Google service account fills in whose it is and where it asks', () => {
  const file = JSON.stringify({
    private_key: '-----BEGIN PRIVATE KEY-----\nQUJD\n-----END PRIVATE KEY-----\n',
    client_email: 'reader@project.example.com',
    token_uri: 'https://tokens.example.com/',
  });
  expect(keyPatch(file)).toEqual({
    privateKey: file,
    clientId: 'reader@project.example.com',
    tokenUrl: 'https://tokens.example.com/',
  });
  expect(keyPatch('half a key')).toEqual({ privateKey: 'half a key' });
});
