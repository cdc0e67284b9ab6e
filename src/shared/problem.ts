/** Who can make a problem go away. `remote` is whoever runs the API or the authorization server. */
export type Actor = 'reader' | 'editor' | 'admin' | 'remote';

/**
 * What everybody but admins is told. `own`: the problem's own words, which are about what they do themselves. `rows`: the same,
 * after the panel whose rows are missing. Else a sentence in place of them, after the panel, with who can act: where the
 * problem's own words are about the sign-in of a data source or what an admin has entered.
 */
type ForReaders = 'own' | 'rows' | { readonly sentence: string };

interface ProblemKind {
  readonly title: string;
  readonly actor: Actor;
  /** Whether trying again, unchanged, can help. */
  readonly retry: boolean;
  readonly forReaders: ForReaders;
}

const reads = (sentence: string): ForReaders => ({ sentence });

const kinds = {
  'invalid-input': { title: 'Something in the form needs a change', actor: 'admin', retry: false, forReaders: 'own' },
  'not-found': { title: 'Not found', actor: 'editor', retry: false, forReaders: 'own' },
  forbidden: { title: 'Not allowed', actor: 'admin', retry: false, forReaders: 'own' },
  conflict: { title: 'Changed by someone else', actor: 'admin', retry: false, forReaders: 'own' },
  'record-unreadable': { title: 'Stored data cannot be read', actor: 'admin', retry: false, forReaders: 'own' },
  'record-newer': { title: 'Saved by a newer version of the app', actor: 'admin', retry: false, forReaders: 'own' },
  'not-authenticated': {
    title: 'Not authenticated',
    actor: 'admin',
    retry: false,
    forReaders: reads('This data source is not connected. An admin can connect it.'),
  },
  'reconnect-needed': {
    title: 'Reconnect needed',
    actor: 'admin',
    retry: false,
    forReaders: reads('The connection of this data source has ended. An admin can reconnect it.'),
  },
  'connect-needed': {
    title: 'Connect your account',
    actor: 'reader',
    retry: false,
    forReaders: 'own',
  },
  'authorization-denied': {
    title: 'Access was not granted',
    actor: 'admin',
    retry: false,
    forReaders: reads('The sign-in of this data source was not granted. An admin can repeat it.'),
  },
  'callback-invalid': {
    title: 'This sign-in cannot be completed',
    actor: 'admin',
    retry: false,
    forReaders: reads('The sign-in of this data source was not completed. An admin can repeat it.'),
  },
  'exchange-failed': {
    title: 'The token request failed',
    actor: 'admin',
    retry: true,
    forReaders: reads(
      'This data source cannot sign in to its API at the moment. An admin can see why in its settings.',
    ),
  },
  'host-not-allowed': { title: 'Host not approved', actor: 'admin', retry: false, forReaders: 'rows' },
  'port-not-allowed': { title: 'This port cannot be reached', actor: 'admin', retry: false, forReaders: 'rows' },
  'host-unknown': { title: 'Host name not found', actor: 'admin', retry: false, forReaders: 'rows' },
  'certificate-invalid': { title: 'The certificate is not valid', actor: 'remote', retry: false, forReaders: 'rows' },
  'remote-unreachable': { title: 'Cannot reach the API', actor: 'remote', retry: true, forReaders: 'rows' },
  'remote-timeout': { title: 'The API took too long', actor: 'remote', retry: true, forReaders: 'rows' },
  'remote-unauthorized': {
    title: 'The API does not accept our sign-in',
    actor: 'admin',
    retry: false,
    forReaders: reads('The API does not accept the sign-in of this data source. An admin can see why in its settings.'),
  },
  'remote-forbidden': {
    title: 'The API does not allow this access',
    actor: 'admin',
    retry: false,
    forReaders: reads(
      'The API does not allow this data source to read these rows. An admin can see why in its settings.',
    ),
  },
  'remote-refused': { title: 'The API refused our request', actor: 'admin', retry: false, forReaders: 'rows' },
  'remote-not-found': { title: 'Nothing at this address', actor: 'admin', retry: false, forReaders: 'rows' },
  'remote-rate-limited': { title: 'The API asks us to wait', actor: 'remote', retry: true, forReaders: 'rows' },
  'remote-failed': { title: 'The API failed', actor: 'remote', retry: true, forReaders: 'rows' },
  'remote-error': { title: 'The API returned an error', actor: 'admin', retry: true, forReaders: 'rows' },
  'sign-in-page': { title: 'A web page instead of data', actor: 'admin', retry: false, forReaders: 'rows' },
  'response-too-large': { title: 'The response is too large', actor: 'admin', retry: false, forReaders: 'rows' },
  'response-unreadable': { title: 'The response cannot be read', actor: 'admin', retry: false, forReaders: 'rows' },
  'selector-invalid': {
    title: 'The selector has an error',
    actor: 'admin',
    retry: false,
    forReaders: reads('What this panel takes out of the response has an error. An admin can change it in the panel.'),
  },
  'expression-invalid': {
    title: 'The expression has an error',
    actor: 'admin',
    retry: false,
    forReaders: reads('What this panel computes has an error. An admin can change it in the panel.'),
  },
  'selector-matched-nothing': {
    title: 'The selector matched nothing',
    actor: 'admin',
    retry: false,
    forReaders: reads('The response has no rows where this panel looks for them. An admin can change it in the panel.'),
  },
  'visual-unsuited': { title: 'The visual does not fit the data', actor: 'admin', retry: false, forReaders: 'rows' },
  busy: { title: 'Busy', actor: 'reader', retry: true, forReaders: 'own' },
  internal: { title: 'Something went wrong in the app', actor: 'admin', retry: true, forReaders: 'own' },
} as const satisfies Record<string, ProblemKind>;

export type ProblemCode = keyof typeof kinds;

export const problemCodes = Object.keys(kinds) as ProblemCode[];

/** Where in an input a rule is broken; `path` is dotted, as in `authentication.tokenUrl` or `columns.2.selector`. */
export interface FieldError {
  path: string;
  message: string;
}

export interface ProblemDetails {
  /** Who can act and how, as a sentence that names them; the usual one for the problem's kind where absent. */
  remedy?: string;
  /** What everybody but admins is told in place of the message, where that names what only admins can see and change. */
  readerMessage?: string;
  /** The name of the panel whose rows are missing, for everybody but admins. */
  panelName?: string;
  /** What the API itself said, ≤ 500 characters, shown to admins only. */
  detail?: string;
  /** Broken rules of an `invalid-input`. */
  fields?: FieldError[];
  /** Milliseconds to wait before trying again. */
  retryAfterMs?: number;
  /** HTTP status of the API, where one came. */
  status?: number;
  /** No request was made, because the API wants to be left alone since an earlier one. */
  isBackedOff?: boolean;
  /** Nothing left the process, so nothing can have been carried out. */
  isUnsent?: boolean;
  /**
   * What a token endpoint's response says no to: the grant itself, the client that sent it, or just this request, which is
   * all that a web page or a missing address can mean. Absent where the request may have been carried out.
   */
  refused?: 'grant' | 'client' | 'request';
  /** The protocol's own word, such as `invalid_grant` (RFC 6749 section 5.2). */
  remoteCode?: string;
  /** For the log only; never leaves the function. */
  cause?: unknown;
}

/** A problem as it crosses to the browser. `reference` finds an `internal` one in the log. */
export interface ProblemReply {
  code: ProblemCode;
  title: string;
  message: string;
  actor: Actor;
  /** The message says who can act. */
  namesActor?: true;
  retry: boolean;
  fields?: FieldError[];
  retryAfterMs?: number;
  status?: number;
  /** Only in replies to admins. */
  detail?: string;
  remoteCode?: string;
  reference?: string;
}

/**
 * An error a person can act on: thrown where the knowledge is, turned into a reply once at the edge. Its message is
 * what happened, in plain sentences that name the thing, followed by the remedy where there is one; both are safe for
 * every reader, unless a `readerMessage` stands in for what happened or its kind has a sentence for readers.
 */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(
    readonly code: ProblemCode,
    readonly what: string,
    readonly details: ProblemDetails = {},
  ) {
    super(withRemedy(what, details), { cause: details.cause });
  }

  get kind(): ProblemKind {
    return kinds[this.code];
  }

  /** The message for people who are no admins. */
  get readerMessage(): string {
    const { forReaders } = this.kind;
    const { panelName, readerMessage = this.what } = this.details;
    const words = typeof forReaders === 'object' ? forReaders.sentence : withRemedy(readerMessage, this.details);
    const isNamed = forReaders !== 'own' && panelName !== undefined;
    return isNamed ? `The rows of “${panelName}” cannot be read at the moment: ${words}` : words;
  }

  /** The same as why a panel has no rows, which is nothing that a reader has entered. */
  ofPanel(panelName: string): Problem {
    return new Problem(this.code, this.what, { ...this.details, panelName, fields: undefined });
  }
}

const withRemedy = (what: string, { remedy }: ProblemDetails) => (remedy === undefined ? what : `${what} ${remedy}`);

/**
 * A text about what an admin can do, for the admin who reads it: "An admin can check its URL." becomes "Check its URL."
 */
export function addressed(text: string): string {
  return text
    .replace(/\bAn admin can (\p{L})/gu, (_, letter: string) => letter.toUpperCase())
    .replace(/, an admin can /g, ', ');
}

/**
 * The problem as the browser gets it. The API's own words (`detail`, `remoteCode`) go along only for admins; a cause
 * never does.
 */
export function toProblemReply(problem: Problem, audience: 'admin' | 'everyone'): ProblemReply {
  const { title, actor, retry } = problem.kind;
  const { remedy, fields, retryAfterMs, status, detail, remoteCode } = problem.details;
  const namesActor = remedy === undefined ? undefined : (true as const);
  const { code, message, readerMessage } = problem;
  const open = { code, title, message, actor, namesActor, retry, fields, retryAfterMs, status };
  if (audience === 'admin') return { ...open, message: addressed(message), detail: detail?.slice(0, 500), remoteCode };
  return { ...open, message: readerMessage, ...(typeof problem.kind.forReaders === 'object' && { namesActor: true }) };
}
