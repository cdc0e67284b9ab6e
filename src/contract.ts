import type { ColumnType, Reading } from './frame';
import type { ProblemReply } from './problem';
import type { RowWindow, TableView, View, VisualName } from './view';

export type { ProblemReply, FieldError, ProblemCode, Actor } from './problem';
export type { CellValue, Column, ColumnType, Reading, StopReason } from './frame';
export type { RowWindow, SortOrder, TableView, View, VisualName } from './view';

/** Every call answers a value or a problem, never a half of each. */
export type Reply<T> = { ok: true; value: T } | { ok: false; problem: ProblemReply };

// Data sources

export interface NoAuthentication {
  type: 'none';
}

/** Name and password (RFC 7617); the password is the secret `password`. */
export interface BasicAuthentication {
  type: 'basic';
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

export type GrantType = 'authorization_code' | 'client_credentials';

/** How the client proves itself at the token endpoint (RFC 6749 section 2.3.1); `none` is a public client with PKCE. */
export type ClientAuthentication = 'client_secret_post' | 'client_secret_basic' | 'none';

/** A parameter of the token request. A secret one is stored as `tokenParameter.<name>` and `value` stays empty. */
export interface TokenParameter {
  name: string;
  value: string;
  secret: boolean;
}

export interface OAuth2Authentication {
  type: 'oauth2';
  grantType: GrantType;
  clientId: string;
  clientAuthentication: ClientAuthentication;
  /** Empty for client credentials, which need no sign-in. */
  authUrl: string;
  tokenUrl: string;
  /** Empty where the provider has none, as with Microsoft Entra ID. */
  revokeUrl: string;
  /** Separated by spaces, as RFC 6749 section 3.3 has it. */
  scopes: string;
  /** What stands between the scopes in the request; a blank where absent. */
  scopeSeparator?: ',';
  /** Further parameters of the authorize request, such as `audience`, `prompt`, `access_type`. */
  authorizeParameters: { name: string; value: string }[];
  tokenParameters: TokenParameter[];
  /** The header that carries the access token: `Authorization` and `Bearer ` unless an API wants another. */
  tokenHeader: { name: string; prefix: string };
  /** Seconds an access token is taken to live where the token answer does not say. */
  assumedLifetime?: number;
  /** The day the client secret expires, `YYYY-MM-DD`, where the admin has entered it. */
  secretExpiresOn?: string;
}

/** One member for each authentication type; its secrets travel apart, in `SecretInput`. */
export type Authentication =
  | NoAuthentication
  | BasicAuthentication
  | BearerAuthentication
  | ApiKeyAuthentication
  | CustomHeaderAuthentication
  | OAuth2Authentication;

/** Which spaces may show the data source. There is no default: *all spaces* is chosen explicitly. */
export type AllowedSpaces = { mode: 'all' } | { mode: 'named'; spaceIds: string[] } | { mode: 'undecided' };

export interface RequestSettings {
  method: 'GET' | 'POST';
  /** May hold `{variable}` placeholders below the origin. */
  url: string;
  /** Query parameters added to the URL, in order; they are encoded, so a name such as `$top` is written plainly. */
  parameters: { name: string; value: string }[];
  headers: HeaderSettings[];
  body: RequestBody;
}

/** A `{variable}` of the request, and the value it has where a panel gives none. */
export interface RequestVariable {
  name: string;
  defaultValue: string;
}

export type ResponseFormat = 'auto' | 'json' | 'ndjson' | 'csv' | 'tsv' | 'xml';

export interface ResponseSettings {
  /** `auto` goes by the content type and the first bytes. */
  format: ResponseFormat;
  /** JSONPath to the error that a response with status 200 may carry; empty where the API has none. */
  errorSelector: string;
}

/** Where a read stops; each has an upper bound of its own. What was read until then is kept. */
export interface ReadLimits {
  pages: number;
  rows: number;
  megabytes: number;
  seconds: number;
  /** Requests a minute to the data source, of all readers together; 120 where absent. */
  requestsPerMinute?: number;
}

/** How old rows may be, each counted from when they were read. */
export interface Freshness {
  /** Younger rows are shown without asking the source. */
  freshSeconds: number;
  /** Younger rows are shown at once, while new ones are fetched behind them. */
  staleSeconds: number;
  /** Younger rows are shown when the source fails; older ones are never shown. */
  keepSeconds: number;
}

/** A header of every request. The value of a secret one travels apart and is sent as it was typed. */
export interface HeaderSettings {
  name: string;
  /** Empty where `secret`. */
  value: string;
  secret: boolean;
}

/** What a POST carries; a GET has `none`. */
export type RequestBody =
  | { kind: 'none' }
  | { kind: 'json'; text: string }
  | { kind: 'form'; fields: { name: string; value: string }[] }
  | { kind: 'text'; text: string; contentType: string }
  /** `variables` is JSON text. */
  | { kind: 'graphql'; query: string; variables: string };

/** Where a cursor or a number goes; in a body, `name` is a path of member names such as `variables.after`. */
export interface PageTarget {
  in: 'parameter' | 'body';
  name: string;
}

/** What a response says of how much there is. */
export interface PageTotal {
  of: 'rows' | 'pages';
  /** JSONPath to a number. */
  selector: string;
}

/** How the next page is found. Selectors are JSONPath and are asked of the whole response. */
export type Pagination =
  | { style: 'none' }
  | { style: 'odata-next-link' }
  /** `Link` header with `rel="next"` (RFC 8288). */
  | { style: 'link-header' }
  | { style: 'next-url'; selector: string }
  /** `moreSelector` leads to what is false on the last page; empty where the API has none. */
  | { style: 'cursor'; selector: string; moreSelector: string; target: PageTarget }
  /** `itemsSelector` leads to the list that is counted; empty where the longest list near the top is meant. */
  | { style: 'page-number'; target: PageTarget; start: number; itemsSelector: string; total?: PageTotal }
  /** `limit` is asked for with each page; `start` is 1 where the first row has that number, as in SCIM. */
  | {
      style: 'offset-limit';
      offset: PageTarget;
      limit: PageTarget;
      pageSize: number;
      start: number;
      itemsSelector: string;
      total?: PageTotal;
    };

/** All a data source is, without its secrets. */
export interface DataSourceSettings {
  name: string;
  request: RequestSettings;
  authentication: Authentication;
  pagination: Pagination;
  variables: RequestVariable[];
  response: ResponseSettings;
  limits: ReadLimits;
  /** 5 minutes, 1 hour and 7 days where absent. */
  freshness?: Freshness;
  allowedSpaces: AllowedSpaces;
}

/**
 * Secrets as typed in the form, by name: `clientSecret`, `password`, `token`, `apiKey`, `headerValue`,
 * `header.<name in lower case>`, `tokenParameter.<name>`. An empty or absent one means: keep what is stored.
 */
export type SecretInput = Partial<Record<string, string>>;

export type BadgeState = 'not-needed' | 'not-authenticated' | 'waiting' | 'authenticated' | 'reconnect-needed';

/** The admin's view of a grant, computed from the stored grant and the clock. */
export interface Badge {
  state: BadgeState;
  /** A plain sentence, for `not-authenticated` after a failed attempt and for `reconnect-needed`. */
  reason?: string;
  authenticatedBy?: { accountId: string; displayName?: string };
  /** Milliseconds since the epoch. */
  authenticatedAt?: number;
  /** As the provider granted them, which may be fewer than asked. */
  scopes?: string[];
  /** False: access ends with the access token, because no refresh token came. */
  hasRefreshToken?: boolean;
  lastRefreshAt?: number;
}

export type FindingCode =
  | 'offline-scope-missing'
  | 'authorize-parameter-missing'
  | 'scopes-narrower'
  | 'no-refresh-token'
  | 'foreign-token-host'
  | 'application-permission'
  | 'scope-separators'
  | 'secret-expired'
  | 'secret-expires'
  | 'public-client'
  | 'callback-not-copied';

/** Something about the authentication that will not work, may stop working, or is easily forgotten. */
export interface Finding {
  code: FindingCode;
  severity: 'problem' | 'warning' | 'hint';
  /** Plain sentences: what it is, and what to do. */
  message: string;
  /** What one click changes; it settles the finding. */
  fix?: { label: string; patch: Partial<OAuth2Authentication> };
}

/** How a data source has been doing; times are milliseconds since the epoch. */
export interface Health {
  lastSuccessAt?: number;
  /** In plain words. */
  lastFailure?: { at: number; message: string };
  /** Where the admin entered the day; negative days have passed. */
  secretExpiry?: { on: string; daysLeft: number };
  findings: Finding[];
}

export interface DataSourceView {
  id: string;
  rev: number;
  settings: DataSourceSettings;
  /** Which secrets are stored; their values never leave. */
  storedSecrets: Partial<Record<string, boolean>>;
  badge: Badge;
  health: Health;
  /** The panels that go with it when it is deleted. */
  panels: { id: string; name: string }[];
}

export interface DataSourceSummary {
  id: string;
  name: string;
  /** Host of the request URL. */
  host: string;
  authenticationType: Authentication['type'];
  badge: Badge;
  health: Health;
  panelCount: number;
}

/** The form as it stands: of a stored data source (`id`), of a draft that *Authenticate* made (`draftId`), or of neither. */
export interface DataSourceForm {
  id?: string;
  /** The revision the form was opened with; a save over a newer one is refused with `conflict`. */
  rev?: number;
  draftId?: string;
  settings: DataSourceSettings;
  secrets: SecretInput;
  /** Values for the request's variables, for a test. */
  sampleValues?: Record<string, string>;
}

export interface AuthenticateReply {
  /** To be opened in a new window. */
  authorizeUrl: string;
  /** Names this attempt in `authenticationStatus`. */
  attemptId: string;
  /** The draft that holds what the form said; absent when a stored data source is authenticated unchanged. */
  draftId?: string;
}

/** How an attempt stands. `expired` is also what a closed window ends in. */
export interface AttemptStatus {
  state: 'waiting' | 'authenticated' | 'failed' | 'expired';
  badge: Badge;
  problem?: ProblemReply;
}

/** One request of a test, as it went; the URL is redacted. */
export interface TestedRequest {
  method: 'GET' | 'POST';
  url: string;
  /** As sent, secrets masked. */
  requestHeaders: { name: string; value: string }[];
  requestBody?: string;
  /** The ones that matter: type, paging, limits, authentication challenge. */
  responseHeaders: { name: string; value: string }[];
  /** 0 where no answer came. */
  status: number;
  durationMs: number;
  bytes: number;
  contentType: string;
}

export interface TestReport {
  /** Of the last response. Absent when none came. */
  status?: number;
  durationMs: number;
  requests: TestedRequest[];
  reading?: Reading;
  /** First rows under the proposed selector and columns. */
  table?: TableView;
  proposal?: PanelProposal;
  /** The first response as text, shortened in this view only. */
  raw?: {
    text: string;
    shownBytes: number;
    totalBytes: number;
    /** The response as a value, be it JSON, CSV or XML: JSON text, long lists and texts cut. Absent if it cannot be read. */
    tree?: string;
  };
  /** What the response says about how its pages go on, with the second page read that way. */
  pagination?: PaginationProposal;
  /** Everything above as text to pass on, without secrets. */
  diagnostic: string;
  /** Why the test did not succeed. */
  problem?: ProblemReply;
}

export interface PaginationProposal {
  pagination: Pagination;
  /** A plain sentence. */
  reason: string;
  /** Rows of page two, where it could be read. */
  secondPage?: TableView;
}

/** How far a running test is; absent before its first response. */
export interface TestProgress {
  pagesRead: number;
  rowsRead: number;
}

// Panels

export interface FilterStep {
  /** JSONPath, RFC 9535. The first step selects the rows. */
  selector: string;
}

export interface ColumnSettings {
  label: string;
  /** JSONPath relative to the row, as in `$.displayName`. */
  selector: string;
  type: ColumnType;
}

export interface VisualSettings {
  type: VisualName;
  rowsPerPage: number;
}

export interface PanelSettings {
  name: string;
  description: string;
  dataSourceId: string;
  filters: FilterStep[];
  columns: ColumnSettings[];
  visual: VisualSettings;
  /** What this panel gives the data source's variables; the others keep their default. */
  variableValues: Record<string, string>;
  /** In place of the data source's. */
  freshness?: Freshness;
}

export interface PanelView {
  id: string;
  rev: number;
  settings: PanelSettings;
  dataSourceName: string;
}

export interface PanelSummary {
  id: string;
  name: string;
  description: string;
  dataSourceId: string;
  dataSourceName: string;
}

export interface PanelForm {
  id?: string;
  rev?: number;
  settings: PanelSettings;
}

/** Rows selector and columns read off a response, best guess first. */
export interface PanelProposal {
  rowsSelector: string;
  rowCount: number;
  columns: ColumnSettings[];
  /** Other lists in the response that could be the rows. */
  otherRowsSelectors: string[];
}

export interface PanelPreview {
  view: View;
  reading: Reading;
}

// Loading

/** How old and how whole the rows are, for the footer. */
export interface DataAge {
  fetchedAt: number;
  /** Set when the rows shown are not what the source says now, with the sentence that says why. */
  staleReason?: string;
}

/** How far a read is that goes on in the background. */
export interface ReadProgress {
  pagesRead: number;
  rowsRead: number;
}

/** What a reader's call answers: a view, or "ask again" while the rows are being fetched by somebody else. */
export type LoadReply =
  | {
      state: 'view';
      title: string;
      rowsPerPage: number;
      view: View;
      reading: Reading;
      age: DataAge;
      /** Set when newer rows can be had: after so many milliseconds, by the same call with `refetch`. */
      askAgainMs?: number;
      /** Of the read that brings them, where one goes on in the background. */
      progress?: ReadProgress;
    }
  | { state: 'pending'; askAgainMs: number; progress?: ReadProgress };

export interface LoadRequest {
  panelId: string;
  window: RowWindow;
  /** The reader asks for new rows; respected only when the rows have a minimum age. */
  refresh?: boolean;
  /** The second call, after a view with `askAgainMs`: the source is asked, if the rows are still not fresh. */
  refetch?: boolean;
}

/** A panel that the editor may pick for this page. */
export interface PanelChoice {
  id: string;
  name: string;
  description: string;
  dataSourceName: string;
}

export interface SpaceChoice {
  id: string;
  key: string;
  name: string;
}

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
  /** How the client proves itself at the token endpoint; `client_secret_post` where absent. */
  clientAuthentication?: 'client_secret_basic' | 'client_secret_post' | 'none';
  /** The scope without which no refresh token comes. */
  offlineScope?: string;
  /** True: this provider never gives a refresh token, and its access tokens stay good. */
  noRefreshToken?: boolean;
  /** What stands between the scopes in the authorize request; a blank where absent (RFC 6749 section 3.3). */
  scopeSeparator?: ',';
  /** How the access token is sent; `Authorization: Bearer …` where absent. */
  tokenHeader?: { name: string; prefix: string };
  /** Seconds an access token lives where the token answer does not say. */
  assumedLifetime?: number;
  /** JSONPath to the error in a response with status 200. */
  errorSelector?: string;
  /** Days after which an unused refresh token is refreshed, where the provider ends it soon; 14 where absent. */
  refreshEveryDays?: number;
}

export interface DiscoveredEndpoints {
  authUrl: string;
  tokenUrl: string;
  revokeUrl: string;
}

export interface AdminContext {
  /** The redirect URI to register at the provider; differs by site. */
  callbackUrl: string;
  presets: Preset[];
  /** What the last hourly job did, in sentences. */
  lastUpkeep?: { at: number; sentences: string[] };
  /** True on the local host with its demo servers: `http:` and loopback hosts are accepted. */
  loopbackAllowed: boolean;
}

/** The calls of the settings page. Only Confluence admins pass its guard. */
export interface AdminCalls {
  adminContext: { input: undefined; output: AdminContext };
  listDataSources: { input: undefined; output: DataSourceSummary[] };
  getDataSource: { input: { id: string }; output: DataSourceView };
  saveDataSource: { input: DataSourceForm; output: DataSourceView };
  deleteDataSource: { input: { id: string }; output: { deletedPanels: string[] } };
  authenticate: { input: DataSourceForm; output: AuthenticateReply };
  authenticationStatus: { input: { attemptId: string }; output: AttemptStatus };
  disconnect: { input: { id: string }; output: DataSourceView };
  /** Fills the endpoints from the issuer's `/.well-known/openid-configuration` (OpenID Connect Discovery). */
  discoverEndpoints: { input: { issuer: string }; output: DiscoveredEndpoints };
  /** What is wrong or risky about the form as it stands. */
  lintDataSource: { input: DataSourceForm & { callbackCopied: boolean }; output: Finding[] };
  testDataSource: { input: DataSourceForm & { testId?: string }; output: TestReport };
  testProgress: { input: { testId: string }; output: TestProgress | null };
  findSpaces: { input: { text: string; ids?: string[] }; output: SpaceChoice[] };
  listPanels: { input: undefined; output: PanelSummary[] };
  getPanel: { input: { id: string }; output: PanelView };
  savePanel: { input: PanelForm; output: PanelView };
  deletePanel: { input: { id: string }; output: undefined };
  proposePanel: { input: { dataSourceId: string; rowsSelector?: string }; output: PanelProposal };
  previewPanel: { input: { settings: PanelSettings }; output: PanelPreview };
}

/** The calls of the macro and of its settings dialog. */
export interface MacroCalls {
  loadPanel: { input: LoadRequest; output: LoadReply };
  listPanelChoices: { input: { text: string }; output: PanelChoice[] };
  previewChoice: { input: { panelId: string }; output: PanelPreview };
}

/** What the settings dialog saves with the macro: flat JSON, input like any other. */
export interface MacroConfig {
  panelId?: string;
  /** The panel's name when it was picked, for the day it is gone. */
  panelName?: string;
  title?: string;
  rowsPerPage?: number;
}

export type CallInput<Calls, Key extends keyof Calls> = Calls[Key] extends { input: infer Input } ? Input : never;
export type CallOutput<Calls, Key extends keyof Calls> = Calls[Key] extends { output: infer Output } ? Output : never;
