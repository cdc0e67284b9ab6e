import type { AssertionSettings, OAuth2Authentication } from '../../../../../src/shared/contract';
import { pastedKey } from '../../../../../src/shared/private-key';
import { type NamedRow, pairsOf, rowsOfPairs } from '../../named-rows';
import { parseWholeNumber } from '../../whole-number';

/** What is signed with a private key, as typed. */
export interface AssertionValues {
  privateKey: string;
  assertionAlgorithm: AssertionSettings['algorithm'];
  assertionKeyId: string;
  assertionAudience: string;
  assertionSubject: string;
  assertionClaims: NamedRow[];
  assertionLifetime: string;
}

export const emptyAssertion: AssertionValues = {
  privateKey: '',
  assertionAlgorithm: 'RS256',
  assertionKeyId: '',
  assertionAudience: '',
  assertionSubject: '',
  assertionClaims: [],
  assertionLifetime: '',
};

type Ways = Pick<OAuth2Authentication, 'grantType' | 'clientAuthentication'>;

/** Whether something is signed: in place of a sign-in, or to authenticate the client. */
export const signsAssertions = ({ grantType, clientAuthentication }: Ways): boolean =>
  grantType === 'jwt_bearer' || clientAuthentication === 'private_key_jwt';

/** The settings that the values stand for; none where nothing is signed. Subject and claims are those of a grant. */
export function toAssertion(values: AssertionValues & Ways): Pick<OAuth2Authentication, 'assertion'> {
  if (!signsAssertions(values)) return {};
  const isGrant = values.grantType === 'jwt_bearer';
  const { assertionLifetime: lifetime } = values;
  const assertion: AssertionSettings = {
    algorithm: values.assertionAlgorithm,
    keyId: values.assertionKeyId.trim(),
    audience: values.assertionAudience.trim(),
    subject: isGrant ? values.assertionSubject.trim() : '',
    claims: isGrant ? pairsOf(values.assertionClaims) : [],
    ...(lifetime.trim() === '' ? {} : { lifetime: parseWholeNumber(lifetime) }),
  };
  return { assertion };
}

/** The typed values that the settings stand for. */
export function fromAssertion({ lifetime, ...assertion }: AssertionSettings): Partial<AssertionValues> {
  return {
    assertionAlgorithm: assertion.algorithm,
    assertionKeyId: assertion.keyId,
    assertionAudience: assertion.audience,
    assertionSubject: assertion.subject,
    assertionClaims: rowsOfPairs(assertion.claims),
    assertionLifetime: lifetime === undefined ? '' : String(lifetime),
  };
}

/** What a pasted key brings along: the file of a Google service account names its client and its token endpoint. */
export function keyPatch(privateKey: string): Partial<AssertionValues & { clientId: string; tokenUrl: string }> {
  const { clientId = '', tokenUrl = '' } = pastedKey(privateKey) ?? {};
  return { privateKey, ...(clientId !== '' && { clientId }), ...(tokenUrl !== '' && { tokenUrl }) };
}
