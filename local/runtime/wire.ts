/**
 * What travels between the host and a worker thread. Types only, and plain data only: a thread shares nothing with the
 * host but the clock.
 */

/** Who serves a platform call: the descriptor that the `@forge/*` packages send with each of them. */
export interface CallTarget {
  type: string;
  provider?: string | undefined;
  remote?: string | undefined;
  accountId?: string | undefined;
  [other: string]: unknown;
}

export interface PlatformRequest {
  target: CallTarget;
  path: string;
  method: string;
  headers: [string, string][];
  body: Uint8Array | undefined;
}

export interface PlatformReply {
  status: number;
  headers?: Record<string, string>;
  body?: string;
  /** For an approved outbound request: what goes wrong when it has got its response. */
  breaksOff?: 'lost' | 'dies-after';
}

/** What `__forge_runtime__` is made of; see `globals.ts`. */
export interface RuntimeFacts {
  appContext: Record<string, unknown>;
  contextAri: string;
  aaid: string | undefined;
  /** The folder that the functions lie in, with their translations. */
  container: { appCodeDir: string };
}

/** The handler as the manifest names it: the bundled file and its export. */
export interface HandlerName {
  file: string;
  exportName: string;
}

export interface InvokeMessage {
  kind: 'invoke';
  invocation: string;
  handler: HandlerName;
  /** The handler's arguments as one JSON array: nothing but JSON reaches a function. */
  argumentsJson: string;
  runtime: RuntimeFacts;
  limitMilliseconds: number;
}
export interface ReplyMessage {
  kind: 'answer';
  call: number;
  reply: PlatformReply;
}
export type ToThread = InvokeMessage | ReplyMessage;

export interface CallMessage {
  kind: 'call';
  invocation: string;
  call: number;
  request: PlatformRequest;
}
export interface ConsoleMessage {
  kind: 'console';
  invocation: string;
  level: string;
  text: string;
}
export interface LateCallMessage {
  kind: 'late-call';
  invocation: string;
  what: string;
}
export type DoneMessage =
  | { kind: 'done'; invocation: string; ok: true; json: string | undefined }
  | { kind: 'done'; invocation: string; ok: false; name: string; message: string };
export type FromThread = CallMessage | ConsoleMessage | LateCallMessage | DoneMessage;

/** What a thread is started with. */
export interface ThreadData {
  clock: SharedArrayBuffer;
}
