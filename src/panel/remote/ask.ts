import type { Access, AccessHeaders } from '../../grants/access';
import type { Delay, Now, OutboundFetch } from '../../ports';
import { Problem, type ProblemCode } from '../../problem';
import { maxRedirects } from '../bounds';
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

/**
 * The remote's answer to a GET, whatever its status: redirects followed, and asked once more with fresh headers after a
 * 401 and once more after a connection that failed.
 * @throws Problem `remote-timeout`, `remote-unreachable`, `host-not-allowed`, and what the access throws
 */
export async function ask(url: URL, question: Question, services: AskServices): Promise<Answer> {
  const first = await question.access.headers();
  const answer = await askFollowing(url, first, question, services);
  if (answer.status !== 401) return answer;
  const fresh = await question.access.headersAfterRefusal(first);
  return fresh ? askFollowing(url, fresh, question, services) : answer;
}

async function askFollowing(
  start: URL,
  credentials: AccessHeaders,
  question: Question,
  services: AskServices,
): Promise<Answer> {
  let url = start;
  for (let hops = 0; hops <= maxRedirects; hops++) {
    const { answer, location } = await askPatiently(url, credentials, question, services);
    if (location === undefined) return answer;
    url = redirected(url, location, question);
  }
  const message = `${question.dataSourceName} redirects more than ${maxRedirects} times. An admin can check its URL.`;
  throw new Problem('remote-failed', message);
}

/** Headers of ours may go to their own origin only, so a redirect elsewhere ends here. */
function redirected(from: URL, location: string, { dataSourceName, access }: Question): URL {
  const to = URL.canParse(location, from) ? new URL(location, from) : undefined;
  if (!to) throw new Problem('remote-failed', `${dataSourceName} redirects to an address that cannot be read.`);
  if (to.origin === from.origin || access.origins === undefined) return to;
  const message = `${dataSourceName} redirects to another host, where our sign-in must not go. An admin can put the final address into its URL.`;
  throw new Problem('host-not-allowed', message, { detail: `Redirected to ${to.origin}` });
}

interface Hop {
  answer: Answer;
  location: string | undefined;
}

/** A failed connection is tried once more, a little later and not by all at the same moment. */
async function askPatiently(
  url: URL,
  credentials: AccessHeaders,
  question: Question,
  services: AskServices,
): Promise<Hop> {
  try {
    return await askOnce(url, credentials, question, services);
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'remote-unreachable') throw error;
    await services.delay(100 + Math.floor(Math.random() * 300));
    return askOnce(url, credentials, question, services);
  }
}

async function askOnce(url: URL, credentials: AccessHeaders, question: Question, services: AskServices): Promise<Hop> {
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
