import type { WhoSignsIn } from './own-account';

export interface NoAuthentication {
  type: 'none';
}

/** Name and password (RFC 7617); the password is the secret `password`. */
export interface BasicAuthentication {
  type: 'basic';
  /** Empty where it is a secret or left blank. */
  username: string;
  /** The half that is sent empty, because a key stands in the other; neither where absent. */
  blank?: 'username' | 'password';
  /** The user name is the secret `username`. */
  secretUsername?: true;
}

/** Name and password, proven without sending the password (RFC 7616); it is the secret `password`. */
export interface DigestAuthentication {
  type: 'digest';
  username: string;
}

/** `Authorization: Bearer …` (RFC 6750) with the secret `token`. */
export interface BearerAuthentication {
  type: 'bearer';
}

/** A key in a header or in the query; the secret `apiKey` stands behind `prefix`. */
export interface ApiKeyAuthentication {
  type: 'api-key';
  placement: 'header' | 'query';
  name: string;
  prefix: string;
}

/** One header whose whole value is the secret `headerValue`. */
export interface CustomHeaderAuthentication {
  type: 'custom-header';
  name: string;
}

/** How tokens are obtained. `jwt_bearer` is a signed assertion in place of a sign-in (RFC 7523 section 2.1); `other` is a grant type that the admin names, with its parameters. */
export type GrantType = 'authorization_code' | 'client_credentials' | 'jwt_bearer' | 'other';

/**
 * How the client proves itself at the token endpoint (RFC 6749 section 2.3.1): `private_key_jwt` by a signed assertion
 * (RFC 7523 section 2.2), `none` is a public client with PKCE.
 */
export type ClientAuthentication = 'client_secret_post' | 'client_secret_basic' | 'private_key_jwt' | 'none';

/** How assertions are made that the secret `privateKey` signs, for a grant, for the client or for both. */
export interface AssertionSettings {
  algorithm: 'RS256' | 'PS256' | 'ES256';
  /** Names the key where the provider knows several; that of a Google key file where empty. */
  keyId: string;
  /** Whom the assertion is for; the Token URL where empty. */
  audience: string;
  /** For whom the client speaks in a grant; nobody is named where empty. */
  subject: string;
  /** Further claims of a grant, such as Box wants. */
  claims: { name: string; value: string }[];
  /** Seconds that an assertion is good for, a part of them before now; 180 where absent. */
  lifetime?: number;
}

/** A parameter of the token request. A secret one is stored as `tokenParameter.<name>` and `value` stays empty. */
export interface TokenParameter {
  name: string;
  value: string;
  secret: boolean;
}

/** What an authorization server calls itself in each callback, as its metadata announces (RFC 9207 section 3). */
export interface AnnouncedIssuer {
  name: string;
  /** Where it lets people sign in; of another Auth URL it says nothing. */
  authUrl: string;
}

export interface OAuth2Authentication {
  type: 'oauth2';
  grantType: GrantType;
  /** What `other` is called in the token request (RFC 6749 section 4.5). */
  otherGrantType?: string;
  clientId: string;
  clientAuthentication: ClientAuthentication;
  /** Empty for client credentials, which need no sign-in. */
  authUrl: string;
  tokenUrl: string;
  /** Absent where none was announced, or nobody looked. */
  announcedIssuer?: AnnouncedIssuer;
  /** Empty where the provider has none, as with Microsoft Entra ID. */
  revokeUrl: string;
  /** Separated by spaces, as RFC 6749 section 3.3 has it. */
  scopes: string;
  /** What stands between the scopes in the request; a space where absent. */
  scopeSeparator?: ',';
  /** Further parameters of the authorize request, such as `audience`, `prompt`, `access_type`. */
  authorizeParameters: { name: string; value: string }[];
  tokenParameters: TokenParameter[];
  /** Token requests carry their parameters as JSON; as a form where absent. */
  tokenRequestFormat?: 'json';
  /** PKCE is left out of the sign-in; never for a client without a secret. */
  noPkce?: boolean;
  /** The place of the access token in token responses, such as `authed_user.access_token`; it is found where absent. */
  tokenPath?: string;
  /**
   * How the API says that an access token has ended, where it is neither 401 nor a sign that is known: a status, or a word
   * that a short response then holds.
   */
  expirySign?: string;
  /** Where something is signed with a private key. */
  assertion?: AssertionSettings;
  /** The header that carries the access token: `Authorization` and `Bearer ` unless an API wants another. */
  tokenHeader: { name: string; prefix: string };
  /** Seconds an access token is taken to live where the token response does not say. */
  assumedLifetime?: number;
  /** Only where people sign in; one account for all where absent. */
  whoSignsIn?: WhoSignsIn;
  /** Where a service's ID token does not name the account: what to request of the API's origin, and where the name stands. */
  accountField?: { url: string; selector: string };
  /** Seconds that rows of a reader's own account are kept after they are fresh; a day where absent, which is the most. */
  ownRowsSeconds?: number;
  /** The day the client secret expires, `YYYY-MM-DD`, where the admin has entered it. */
  secretExpiresOn?: string;
}

/** One member for each authentication type; its secrets travel apart, in `SecretInput`. */
export type Authentication =
  | NoAuthentication
  | BasicAuthentication
  | DigestAuthentication
  | BearerAuthentication
  | ApiKeyAuthentication
  | CustomHeaderAuthentication
  | OAuth2Authentication;

/**
 * Secrets as typed in the form, by name: `clientSecret`, `privateKey`, `username`, `password`, `token`, `apiKey`, `headerValue`,
 * `header.<name in lower case>`, `tokenParameter.<name>`, and `secret.<NAME>` for the placeholder `{secret.NAME}`. An empty or
 * absent one means: keep what is stored.
 */
export type TypedSecrets = Partial<Record<string, string>>;
