import type { Access, AccessHeaders } from '../../grants/access';
import type { Delay, Now, OutboundFetch } from '../../ports';
import { Problem, type ProblemCode } from '../../problem';
import { decodeBody } from '../decode';
import { type Body, readBody } from './body';
import { retryAfterMs } from './retry-after';

/** One answer of the remote, read as far as allowed. */
export interface Answer {
  /** Where it came from in the end. */
  url: URL;
  status: number;
  contentType: string;
  retryAfterMs: number | undefined;
  body: Body;
  text(): string;
  durationMs: number;
}

export interface Question {
  dataSourceName: string;
  access: Access;
  /** Bytes the body may have. */
  maxBytes: number;
  /** When there is no time left for this request, in milliseconds since the epoch. */
  deadline: number;
  /** Told of every answer, those of refused and redirected requests included. */
  answered?: (answer: Answer) => void;
}

export interface AskServices {
  fetch: OutboundFetch;
  now: Now;
  delay: Delay;
}

/** One answer, and where it redirects to if it does. */
export interface Hop {
  answer: Answer;
  location: string | undefined;
}

/**
 * The answer to one GET, redirects not followed.
 * @throws Problem `remote-timeout`, `remote-unreachable`, `host-not-allowed`, each naming the data source
 */
export async function requestOnce(
  url: URL,
  credentials: AccessHeaders,
  question: Question,
  services: AskServices,
): Promise<Hop> {
  const began = services.now();
  const signal = AbortSignal.timeout(timeLeft(question, began));
  const headers = headersFor(url, credentials, question);
  const response = await services.fetch(url, { method: 'GET', headers, signal }).catch((error: unknown) => {
    throw named(error, question.dataSourceName);
  });
  const body = await readInTime(response, question, signal);
  const answer = answerOf(url, response, body, services.now() - began, services.now());
  question.answered?.(answer);
  return { answer, location: locationOf(response) };
}

function timeLeft({ deadline, dataSourceName }: Question, now: number): number {
  if (deadline <= now) throw timeout(dataSourceName);
  return Math.ceil(deadline - now);
}

function headersFor(
  url: URL,
  { headers }: AccessHeaders,
  { access, dataSourceName }: Question,
): Record<string, string> {
  const isOurs = access.origins === undefined || access.origins.includes(url.origin);
  if (!isOurs) {
    const message = `${dataSourceName} was connected for another host. An admin can authenticate it again.`;
    throw new Problem('host-not-allowed', message, { detail: `Not connected for ${url.origin}` });
  }
  return { accept: 'application/json', ...headers };
}

async function readInTime(
  response: Response,
  { maxBytes, dataSourceName }: Question,
  signal: AbortSignal,
): Promise<Body> {
  try {
    return await readBody(response, maxBytes, signal);
  } catch (cause) {
    if (signal.aborted) throw timeout(dataSourceName, cause);
    const message = `The connection to ${dataSourceName} broke off before its answer was complete. Try again.`;
    throw new Problem('remote-unreachable', message, { cause });
  }
}

/** The network's own words name hosts, which are for admins; readers learn which data source it is. */
function named(error: unknown, name: string): unknown {
  if (!(error instanceof Problem)) return error;
  const sentence = unreached[error.code];
  const detail = [error.message, error.details.detail].filter(Boolean).join(' ');
  return sentence ? new Problem(error.code, `${name} ${sentence}`, { ...error.details, detail }) : error;
}

const unreached: Partial<Record<ProblemCode, string>> = {
  'remote-unreachable': 'cannot be reached. Try again later; if it stays, an admin can test the data source.',
  'remote-timeout': 'took too long to answer. Try again later.',
  'host-not-allowed': 'is on a host that the app may not contact. A site admin can approve the host.',
};

function timeout(name: string, cause?: unknown): Problem {
  return new Problem('remote-timeout', `${name} took too long to answer. Try again later.`, { cause });
}

function locationOf({ status, headers }: Response): string | undefined {
  return [301, 302, 303, 307, 308].includes(status) ? (headers.get('location') ?? undefined) : undefined;
}

function answerOf(url: URL, { status, headers }: Response, body: Body, durationMs: number, now: number): Answer {
  const contentType = headers.get('content-type') ?? '';
  return {
    url,
    status,
    contentType,
    retryAfterMs: retryAfterMs(headers.get('retry-after'), now),
    body,
    text: () => decodeBody(body.bytes, contentType),
    durationMs,
  };
}
