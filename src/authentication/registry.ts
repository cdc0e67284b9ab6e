import * as v from 'valibot';
import type { Authentication } from '../shared/contract';
import type { HostPolicy } from '../shared/host-rules';
import type { FieldError } from '../shared/problem';
import { apiKey } from './api-key';
import type { AuthenticationType, AuthorizationServer, CredentialPlace } from './authentication-type';
import { basic } from './basic';
import { bearer } from './bearer';
import { customHeader } from './custom-header';
import { digest } from './digest';
import { none } from './none';
import { oauth2 } from './oauth2';
import type { UsedChallenge, RequestCredentials, RequestToSign } from './request-credentials';
import type { Refusal } from './refusal';
import type { NeededSecret, SecretValues } from './secret';

type Type = Authentication['type'];

/** The authentication types. A new one is a file and a line here. */
const types: { readonly [Each in Type]: AuthenticationType<Each> } = {
  none,
  basic,
  digest,
  bearer,
  'api-key': apiKey,
  'custom-header': customHeader,
  oauth2,
};

const typeOf = ({ type }: Authentication) => types[type] as AuthenticationType<Type>;

/** The shape of each authentication type, with the defaults of what older forms do not say. */
export const authenticationSchema = v.variant(
  'type',
  Object.entries(types).map(([type, { members }]) => v.object({ type: v.literal(type), ...members })),
) as v.GenericSchema<unknown, Authentication>;

/** Whether this version of the app has an authentication type of that name. */
export const isAuthenticationType = (type: string): boolean => Object.hasOwn(types, type);

/** What is wrong with the authentication, its secrets apart, by field; empty if it can be used. */
export const checkAuthentication = (authentication: Authentication, policy: HostPolicy): FieldError[] =>
  typeOf(authentication).check(authentication, policy);

/** The secrets that the authentication calls for; empty if it needs none. */
export const authenticationSecrets = (authentication: Authentication): NeededSecret[] =>
  typeOf(authentication).secrets(authentication);

/** Whether a secret of any authentication type can have this name. */
export const isAuthenticationSecret = (name: string): boolean =>
  Object.values(types).some(({ secretNames }) => secretNames?.test(name));

/** Where the credential goes; `undefined` where there is none. */
export const credentialPlace = (authentication: Authentication): CredentialPlace | undefined =>
  typeOf(authentication).place(authentication);

/** The server that receives secrets beside the API, or `undefined` where the API alone does. */
export const authorizationServer = (authentication: Authentication): AuthorizationServer | undefined =>
  typeOf(authentication).server?.(authentication);

/** Whether the authentication adds something to requests to the API; tokens of a grant are added by whoever has it. */
export const signsRequests = (authentication: Authentication): boolean => typeOf(authentication).sign !== undefined;

/** What the secrets make of one request; empty where none of them goes to the API. */
export const signedRequest = (
  authentication: Authentication,
  values: SecretValues,
  request: RequestToSign,
): RequestCredentials => typeOf(authentication).sign?.(authentication, values, request) ?? { headers: {} };

/** Whether requests of the authentication may answer challenges of the API. */
export const usesChallenges = (authentication: Authentication): boolean =>
  typeOf(authentication).challengeRefusal !== undefined;

/** Why the challenge is not answered, or `undefined` if it is to be answered. */
export const challengeRefusal = (
  authentication: Authentication,
  text: string,
  used: UsedChallenge | undefined,
): Refusal | undefined => typeOf(authentication).challengeRefusal?.(text, used);

/** A stored authentication, with the default of every member that did not exist when it was written. */
export const completeAuthentication = (stored: Authentication): Authentication => ({
  ...typeOf(stored).defaults,
  ...stored,
});
