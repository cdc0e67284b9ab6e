import type { AssertionSettings, ClientAuthentication, GrantType } from './authentication';
import type { Pagination, RequestSettings } from './data-source';

/** A provider whose endpoints and habits are known; `{name}` in a URL is asked of the admin. */
export interface Preset {
  key: string;
  title: string;
  /** What the admin is asked to fill the placeholders, such as the tenant id. */
  inputs: { name: string; label: string; placeholder: string; choices?: { value: string; label: string }[] }[];
  authUrl: string;
  tokenUrl: string;
  revokeUrl: string;
  scopes: string;
  /** A first request to try. */
  request: RequestSettings;
  pagination: Pagination;
  documentationUrl: string;
  /** What an admin must know here and usually learns too late. */
  hints: string[];
  /** OpenID Connect issuer, from which the endpoints can be read. */
  issuer?: string;
  /** Sent along with the authorize request, such as those without which no refresh token comes. */
  authorizeParameters?: { name: string; value: string }[];
  /** How tokens are obtained; by a sign-in where absent. */
  grantType?: GrantType;
  /** What a signed assertion says, where one is signed. */
  assertion?: AssertionSettings;
  /** How the client proves itself at the token endpoint; `client_secret_post` where absent. */
  clientAuthentication?: ClientAuthentication;
  /** The scope without which no refresh token comes. */
  offlineScope?: string;
  /** True: this provider never gives a refresh token, and its access tokens stay good. */
  noRefreshToken?: boolean;
  /** What stands between the scopes in the authorize request; a space where absent (RFC 6749 section 3.3). */
  scopeSeparator?: ',';
  /** How the access token is sent; `Authorization: Bearer …` where absent. */
  tokenHeader?: { name: string; prefix: string };
  /** Seconds an access token lives where the token response does not say. */
  assumedLifetime?: number;
  /** JSONPath to the error in a response with status 200. */
  errorSelector?: string;
  /** Days after which an unused refresh token is refreshed, where the provider ends it soon; 14 where absent. */
  refreshEveryDays?: number;
}
