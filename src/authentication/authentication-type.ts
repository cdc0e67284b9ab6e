import type * as v from 'valibot';
import type { Authentication } from '../shared/contract';
import type { HostPolicy } from '../shared/host-rules';
import type { FieldError } from '../shared/problem';
import type { UsedChallenge, RequestCredentials, RequestToSign } from './request-credentials';
import type { Refusal } from './refusal';
import type { NeededSecret, SecretValues } from './secret';

type Type = Authentication['type'];
export type AuthenticationOf<Each extends Type> = Extract<Authentication, { type: Each }>;

/** The schema of each member but the type itself. */
type Members<Each extends Type> = {
  readonly [Key in Exclude<keyof AuthenticationOf<Each>, 'type'>]-?: v.GenericSchema<
    unknown,
    AuthenticationOf<Each>[Key]
  >;
};

/** Where in a request a credential goes. */
export interface CredentialPlace {
  in: 'headers' | 'parameters';
  name: string;
}

/** The server beside the API that receives some of the secrets, and as whose. */
export interface AuthorizationServer {
  tokenUrl: string;
  /** Empty where it has none. */
  revokeUrl: string;
  clientId: string;
}

/** All there is to one authentication type, the fields on the screen apart. */
export interface AuthenticationType<Each extends Type> {
  /** What comes in, with the defaults of what older forms do not say. */
  members: Members<Each>;
  /** What is wrong with it, its secrets apart, by field; empty if it can be used. */
  check(authentication: AuthenticationOf<Each>, policy: HostPolicy): FieldError[];
  /** The secrets that it calls for. */
  secrets(authentication: AuthenticationOf<Each>): NeededSecret[];
  /** The names that its secrets can have, whatever else it says; absent where it has none. */
  secretNames?: RegExp;
  /** Where its credential goes, so that nothing else is put there; `undefined` where there is none. */
  place(authentication: AuthenticationOf<Each>): CredentialPlace | undefined;
  /** Absent where the API alone receives the secrets. */
  server?(authentication: AuthenticationOf<Each>): AuthorizationServer;
  /** What its secrets make of one request; absent where none goes to the API. */
  sign?(authentication: AuthenticationOf<Each>, values: SecretValues, request: RequestToSign): RequestCredentials;
  /**
   * Why a challenge is not answered, or `undefined` if it is, with one more request. `answered` is the challenge that the
   * refused request answered. Absent where no challenge is ever answered, because a 401 says that the credentials are wrong.
   */
  challengeRefusal?(text: string, used: UsedChallenge | undefined): Refusal | undefined;
  /** What holds where a stored record says nothing, because the member came later. */
  defaults?: Partial<AuthenticationOf<Each>>;
}
