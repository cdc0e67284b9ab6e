import type {
  AssertionSettings,
  Authentication,
  ClientAuthentication,
  GrantType,
  OAuth2Authentication,
} from './authentication';
import type { ColumnSettings } from './column';
import type { NotReady, Pagination, RequestSettings, RequestVariable, ResponseFormat } from './data-source';
import type { FilterStep, PanelRequest } from './panel';

/** What people look for a provider under. */
export type PresetGroup = 'identity' | 'work' | 'development' | 'business' | 'open-data' | 'sql';

/** What an admin is asked, such as the tenant ID: it takes the place of `{name}` wherever the preset has it. */
export interface PresetInput {
  name: string;
  label: string;
  /** An example; for what has `choices` or `initial`, it may be empty. */
  placeholder: string;
  choices?: { value: string; label: string }[];
  /** What stands there before anything is typed. */
  initial?: string;
  /** Where to find it. */
  help?: string;
  /** True for what takes several lines, such as a statement. */
  isLong?: boolean;
}

/** How the provider lets people sign in, and what it has of its own. */
export interface PresetOAuth2 {
  type: 'oauth2';
  authUrl: string;
  tokenUrl: string;
  revokeUrl: string;
  scopes: string;
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
  /** Days after which an unused refresh token is refreshed, where the provider ends it soon; 14 where absent. */
  refreshEveryDays?: number;
}

export type PresetAuthentication = PresetOAuth2 | Exclude<Authentication, OAuth2Authentication>;

/** A panel that most people want of a provider, whole but for its data source. */
export interface ReadyPanel {
  key: string;
  name: string;
  description: string;
  /** What it requests otherwise than the preset. */
  request?: PanelRequest;
  /** What it gives the variables of the preset. */
  variableValues?: Record<string, string>;
  /** The first step selects the rows. */
  filters: FilterStep[];
  columns: ColumnSettings[];
  /** Scopes that it needs beyond those of the preset. */
  scopes?: string;
}

/** A provider whose endpoints and habits are known. `{name}` stands for an input, else for a variable of the request. */
export interface Preset {
  key: string;
  title: string;
  group: PresetGroup;
  inputs: PresetInput[];
  authentication: PresetAuthentication;
  /** What the provider calls the credentials that the form calls otherwise. */
  credentialLabels?: { username?: string; secret?: string };
  /** A first request to try. */
  request: RequestSettings;
  /** Variables of the request, for which each panel may have a value. */
  variables?: RequestVariable[];
  pagination: Pagination;
  responseFormat?: ResponseFormat;
  /** JSONPath to the error in a response with status 200. */
  errorSelector?: string;
  notReady?: NotReady;
  panels?: ReadyPanel[];
  documentationUrl: string;
  /** What an admin must know here and usually learns too late. */
  hints: string[];
}

/** A preset whose provider lets people sign in. */
export interface OAuth2Preset extends Preset {
  authentication: PresetOAuth2;
}
