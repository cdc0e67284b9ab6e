import * as v from 'valibot';
import { boundedList, choice, textSchema, trimmedText, wholeNumber } from '../schema/fields';
import type { AssertionSettings, OAuth2Authentication } from '../shared/contract';
import { nameLength, parameterLength, parametersCount, urlLength } from '../shared/limits';
import { numberBounds } from '../shared/number-bounds';
import type { FieldError } from '../shared/problem';
import type { NeededSecret } from './secret';

/** The shape of what a signed assertion says, with the defaults of what a form leaves out. */
export const assertionSchema = v.object({
  algorithm: v.optional(choice<AssertionSettings['algorithm']>({ RS256: true, PS256: true, ES256: true }), 'RS256'),
  keyId: v.optional(trimmedText(nameLength), ''),
  audience: v.optional(trimmedText(urlLength), ''),
  subject: v.optional(trimmedText(parameterLength), ''),
  claims: v.optional(
    boundedList(
      v.object({ name: trimmedText(nameLength), value: textSchema(parameterLength) }),
      parametersCount,
      'claims',
    ),
    [],
  ),
  lifetime: v.optional(wholeNumber(numberBounds.assertionLifetime)),
});

/** The key that signs. It never leaves the app: what the authorization server receives is the signature. */
export const privateKey: NeededSecret = {
  name: 'privateKey',
  label: 'the Private key',
  receiver: 'authorization-server',
  kind: 'private-key',
};

/** Whether something is signed: in place of a sign-in, or to authenticate the client. */
export const signsAssertions = ({ grantType, clientAuthentication }: OAuth2Authentication): boolean =>
  grantType === 'jwt_bearer' || clientAuthentication === 'private_key_jwt';

/** Claims that the app alone sets (RFC 7519 section 4.1). */
const ownClaims = ['iss', 'sub', 'aud', 'exp', 'nbf', 'iat', 'jti', 'scope'];

/** What is wrong with the claims, by field; empty if they can be signed. */
export function checkAssertion({ assertion }: OAuth2Authentication): FieldError[] {
  return (assertion?.claims ?? []).flatMap(({ name }, index) => {
    const message = claimRefusal(name);
    return message === undefined ? [] : [{ path: `authentication.assertion.claims.${index}.name`, message }];
  });
}

function claimRefusal(name: string): string | undefined {
  if (name === '') return 'Enter the name of the claim.';
  return ownClaims.includes(name) ? `Remove ${name}; the app sets it.` : undefined;
}
