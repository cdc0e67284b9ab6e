import fc from 'fast-check';
import {
  authenticationSchema,
  authenticationSecrets,
  authorizationServer,
  checkAuthentication,
  completeAuthentication,
  credentialPlace,
  isAuthenticationSecret,
  isAuthenticationType,
  signedRequest,
} from '../../../src/authentication/registry';
import { validate } from '../../../src/resolvers/validate';
import type { Authentication, BasicAuthentication } from '../../../src/shared/contract';
import { oauth2 } from '../../support/data-source-forms';
import { refusal } from '../../support/refusal';

const challenge = {
  text: 'Digest realm="a", nonce="b", qop="auth"',
  clientNonce: 'c',
  count: 1,
};
const target = { method: 'GET' as const, url: new URL('https://api.example.com/users'), challenge };
const policy = { loopbackAllowed: false };
const parameter = fc.record({
  name: fc.stringMatching(/^[\w.-]{1,20}$/),
  value: fc.constant(''),
  secret: fc.constant(true),
});

/** Anything that each type can say, with the rules kept. */
const each: { [Type in Authentication['type']]: fc.Arbitrary<Extract<Authentication, { type: Type }>> } = {
  none: fc.constant({ type: 'none' }),
  basic: fc.oneof(
    fc.record({ type: fc.constant('basic' as const), username: fc.stringMatching(/^[\w@. ]{1,20}$/) }),
    fc.constantFrom<BasicAuthentication[]>(
      { type: 'basic', username: '', secretUsername: true },
      { type: 'basic', username: '', blank: 'password', secretUsername: true },
      { type: 'basic', username: '', blank: 'username' },
    ),
  ),
  digest: fc.record({ type: fc.constant('digest'), username: fc.stringMatching(/^[\w@.: ]{1,20}$/) }),
  bearer: fc.constant({ type: 'bearer' }),
  'api-key': fc.record({
    type: fc.constant('api-key'),
    placement: fc.constantFrom('header', 'query'),
    name: fc.stringMatching(/^X-\w{1,20}$/),
    prefix: fc.constantFrom('', 'Key ', 'SSWS'),
  }),
  'custom-header': fc.record({ type: fc.constant('custom-header'), name: fc.stringMatching(/^X-\w{1,20}$/) }),
  oauth2: fc.record({
    ...Object.fromEntries(Object.entries(oauth2).map(([name, value]) => [name, fc.constant(value)])),
    grantType: fc.constantFrom('authorization_code', 'jwt_bearer'),
    clientAuthentication: fc.constantFrom('client_secret_post', 'client_secret_basic', 'private_key_jwt', 'none'),
    tokenParameters: fc.uniqueArray(parameter, { selector: ({ name }) => name, maxLength: 3 }),
  }) as unknown as fc.Arbitrary<Extract<Authentication, { type: 'oauth2' }>>,
};

describe.each(Object.entries(each))('%s', (type, arbitrary: fc.Arbitrary<Authentication>) => {
  const holds = (property: (authentication: Authentication) => void) =>
    fc.assert(fc.property(arbitrary, property), { numRuns: 50 });

  it('is known, comes through its own schema unchanged, and needs no completion', () => {
    expect(isAuthenticationType(type)).toBe(true);
    holds((authentication) => {
      expect(checkAuthentication(authentication, policy)).toEqual([]);
      expect(validate(authenticationSchema, authentication)).toEqual(authentication);
      expect(completeAuthentication(authentication)).toEqual(authentication);
    });
  });

  it('calls only for secrets whose names a form may carry, and each has somebody who receives it', () => {
    holds((authentication) => {
      for (const { name, receiver } of authenticationSecrets(authentication)) {
        expect(isAuthenticationSecret(name)).toBe(true);
        if (receiver === 'authorization-server') expect(authorizationServer(authentication)?.tokenUrl).toBeDefined();
      }
    });
  });

  it('puts a secret of the API into the place it names, and nothing of it anywhere else', () => {
    holds((authentication) => {
      const secrets = authenticationSecrets(authentication).filter(({ receiver }) => receiver === 'api');
      const values = Object.fromEntries(secrets.map(({ name }) => [name, 'the-secret']));
      const { headers, parameters = {} } = signedRequest(authentication, values, target);
      const place = secrets.length === 0 ? undefined : credentialPlace(authentication);
      expect(Object.keys(headers)).toEqual(place?.in === 'headers' ? [place.name.toLowerCase()] : []);
      expect(Object.keys(parameters)).toEqual(place?.in === 'parameters' ? [place.name] : []);
    });
  });
});

test.each(['clientsecret', 'password2', 'header', 'tokenParameter.', 'tokenParameter.a b', 'constructor', ''])(
  '%j is the name of no secret of an authentication',
  (name) => {
    expect(isAuthenticationSecret(name)).toBe(false);
  },
);

test('a type that is none is refused at its field', () => {
  expect(refusal(authenticationSchema, { type: 'constructor' })).toEqual([['type', 'Choose one of the options.']]);
});
