/** What the demo is started with and what it tells whoever started it: the words both threads share. Types only. */

/** `any` stands for every URL on this machine (`localhost`, `127.0.0.1`), on any port. */
export type RedirectUris = string[] | 'any';

export interface DemoSettings {
  /** 0 takes a free port. */
  port: number;
  redirectUris: RedirectUris;
  /** How long an access token is good for; 300 unless given. */
  accessTokenSeconds?: number;
  /** How many people the directory holds; 50,000 unless given. */
  users?: number;
  /** Keeps client secrets, keys, grants and tokens over a restart. Without it they live in memory. */
  stateFile?: string;
}

export interface DemoAccount {
  email: string;
  displayName: string;
  mayConsent: boolean;
}

/** What an admin types into a data source, and what tests need to reach the servers. */
export interface DemoValues {
  origin: string;
  /** A second origin that stands for somebody else's server: nothing with a credential may ever arrive there. */
  foreignOrigin: string;
  tenant: string;
  issuer: string;
  authorizeUrl: string;
  tokenUrl: string;
  revokeUrl: string;
  usersUrl: string;
  groupsUrl: string;
  scopes: string;
  /** A list that each account has of its own, and the scopes it takes. */
  ticketsUrl: string;
  ticketsScopes: string;
  /** Authorization code, with a secret by basic or post. */
  clientId: string;
  clientSecret: string;
  /** Authorization code without a secret; PKCE is required. */
  publicClientId: string;
  /** Client credentials only. */
  serviceClientId: string;
  serviceClientSecret: string;
  accounts: DemoAccount[];
}

/** One thing that goes wrong on purpose, for the next `times` requests (all of them unless given). */
export interface DemoFault {
  on: 'api' | 'token' | 'revoke';
  times?: number;
  /**
   * `status` responds with that status without doing the work; `delay` does the work later; `hang` never responds;
   * `lose-answer` does the work, then drops the connection instead of responding; `half-body` drops it in the middle of
   * the response; `gzip-bomb` responds with a small body that is as many megabytes large when unpacked.
   */
  what:
    | { kind: 'status'; status: number; retryAfterSeconds?: number }
    | { kind: 'delay'; milliseconds: number }
    | { kind: 'hang' }
    | { kind: 'lose-answer' }
    | { kind: 'half-body' }
    | { kind: 'gzip-bomb'; megabytes: number };
}

/** Requests counted since the start, or since `resetStats`. */
export interface DemoStats {
  authorize: number;
  /** Token requests by grant type, that got tokens. */
  codeExchanges: number;
  refreshes: number;
  clientCredentials: number;
  /** Token requests that got an error. */
  tokenRefusals: number;
  revocations: number;
  /** Grants that ended because a used code or refresh token came again, or because of a revocation. */
  grantsRevoked: number;
  /** Requests to the directory, whatever the response. */
  api: number;
  /** Of these, the ones responded with 401 or 403. */
  apiRefusals: number;
  odd: number;
  /** Requests that reached the foreign origin, and those of them that carried a credential header or a body. */
  foreign: number;
  foreignWithCredentials: number;
}

/** What the thread of the demo does when told to. */
export interface DemoControl {
  setRedirectUris(uris: RedirectUris): void;
  setAccessTokenSeconds(seconds: number): void;
  setUserCount(count: number): void;
  /** How far the demo's clock is ahead of everybody else's, in milliseconds; negative if it is behind. */
  setClockSkew(milliseconds: number): void;
  /** Replaces all faults; an empty list ends them. */
  setFaults(faults: DemoFault[]): void;
  /** Ends every grant with its tokens, as an admin of the tenant can. */
  revokeAllGrants(): void;
  /** Ends the grants of one account, as its owner can. */
  revokeGrantsOf(email: string): void;
  /** Whether sign-ins bring an ID token to whoever asks for `openid`; they do at first. */
  setOpenId(isOffered: boolean): void;
  /** Ends the time of every access token issued so far; refresh tokens stay good. */
  expireAccessTokens(): void;
  /** Gives the confidential client a new secret, which is returned; the old one is refused at once. */
  rotateClientSecret(): string;
  stats(): DemoStats;
  resetStats(): void;
}

/** The control as seen from another thread. */
export type RemoteControl = {
  [Name in keyof DemoControl]: (...args: Parameters<DemoControl[Name]>) => Promise<ReturnType<DemoControl[Name]>>;
};

export const controlNames = [
  'setRedirectUris',
  'setAccessTokenSeconds',
  'setUserCount',
  'setClockSkew',
  'setFaults',
  'revokeAllGrants',
  'revokeGrantsOf',
  'setOpenId',
  'expireAccessTokens',
  'rotateClientSecret',
  'stats',
  'resetStats',
] as const satisfies readonly (keyof DemoControl)[];

/** Between the threads: the host's thread orders, the demo's thread replies by the same number. */
export interface Order {
  number: number;
  name: keyof DemoControl | 'close';
  args: unknown[];
}
export type Reply =
  { ready: DemoValues } | { failed: string } | { number: number; result: unknown } | { number: number; error: string };

export interface DemoThreadData {
  settings: DemoSettings;
  clockBuffer: SharedArrayBuffer;
}
