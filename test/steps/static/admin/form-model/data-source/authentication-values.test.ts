import type { Authentication } from '../../../../../../src/shared/contract';
import { fromOAuth2 } from '../../../../../../static/admin/form-model/data-source/authentication/oauth2';
import type { AuthenticationValues } from '../../../../../../static/admin/form-model/data-source/authentication-values';
import {
  toSecrets,
  emptyAuthentication,
  fromAuthentication,
  toAuthentication,
} from '../../../../../../static/admin/form-model/data-source/authentication-values';

const simple: Authentication[] = [
  { type: 'none' },
  { type: 'basic', username: 'reader' },
  { type: 'digest', username: 'reader' },
  { type: 'bearer' },
  { type: 'api-key', placement: 'query', name: 'key', prefix: 'Key ' },
  { type: 'custom-header', name: 'X-Auth' },
];

test.each(simple)('an authentication of type $type survives the way through the form', (authentication) => {
  expect(toAuthentication(fromAuthentication(authentication))).toEqual(authentication);
});

test.each<[AuthenticationValues['authenticationType'], Partial<AuthenticationValues>, object]>([
  ['none', {}, {}],
  ['basic', { password: 'a' }, { password: 'a' }],
  ['digest', { password: 'a' }, { password: 'a' }],
  ['bearer', { token: 'b' }, { token: 'b' }],
  ['api-key', { apiKey: 'c' }, { apiKey: 'c' }],
  ['custom-header', { headerValue: 'd' }, { headerValue: 'd' }],
  ['oauth2', { clientSecret: 'e' }, { clientSecret: 'e' }],
  ['oauth2', { clientSecret: 'e', clientAuthentication: 'none' }, {}],
])('the secrets of type %s with %j are %j', (authenticationType, typed, expected) => {
  const others = { password: 'x', token: 'x', apiKey: 'x', headerValue: 'x', clientSecret: 'x' };
  expect(toSecrets({ ...emptyAuthentication, ...others, ...typed, authenticationType })).toEqual(expected);
});

test('the fix of a finding changes what it names and nothing else', () => {
  const patch = fromOAuth2({ scopes: 'a offline_access', authorizeParameters: [{ name: 'prompt', value: 'consent' }] });
  expect(Object.keys(patch).sort()).toEqual(['authorizeParameters', 'scopes']);
  expect(patch.authorizeParameters).toMatchObject([{ name: 'prompt', value: 'consent', secret: false }]);
});

test('a lifetime left empty is not said', () => {
  const values: AuthenticationValues = { ...emptyAuthentication, authenticationType: 'oauth2', assumedLifetime: ' ' };
  expect(toAuthentication(values)).not.toHaveProperty('assumedLifetime');
  expect(toAuthentication({ ...values, assumedLifetime: '90' })).toMatchObject({ assumedLifetime: 90 });
});
