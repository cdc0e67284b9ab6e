import type { DataSourceSettings } from '../../contract';
import { firstUrl, following } from '../../connectors/rest';
import type { Reading, StopReason } from '../../frame';
import type { Access } from '../../grants/access';
import type { RemainingTime } from '../../ports';
import { Problem } from '../../problem';
import { type Bounds, marginMs } from '../bounds';
import { parseJsonBody } from '../parse';
import { ask } from './ask';
import type { Answer, AskServices } from './request';
import { statusProblem } from './response-problem';

/** What is read, with whose rights, and how much of it. */
export interface Remote {
  settings: Pick<DataSourceSettings, 'name' | 'request' | 'pagination'>;
  access: Access;
  bounds: Bounds;
  /** Told of every answer, those that are problems included. */
  answered?: (answer: Answer) => void;
}

export interface RemoteServices extends AskServices {
  remainingTime: RemainingTime;
}

/** Takes the rows of one page, `room` at most; answers how many it took. */
export type TakePage = (document: unknown, room: number) => number;

interface Progress {
  url: URL;
  seen: Set<string>;
  pages: number;
  rows: number;
  bytes: number;
  deadline: number;
  /** How often this reading has waited because the remote asked for it. */
  waits: number;
}

const maxWaitMs = 3000;
const maxWaits = 2;

interface Ending {
  stopReason: StopReason;
  warning?: string;
}

/**
 * Reads page after page and hands each to `take`, until the last page or a bound. What was read is never lost: after the
 * first page, a page that fails ends the reading with `failed` and a warning instead of a problem.
 * @throws Problem of the first page: what `ask` throws, `remote-refused`, `remote-not-found`, `remote-rate-limited`,
 * `remote-failed`, `response-unreadable`, `response-too-large`; what `take` throws, at any page
 */
export async function readRemote(remote: Remote, services: RemoteServices, take: TakePage): Promise<Reading> {
  const began = services.now();
  const totalMs = Math.min(remote.bounds.totalMs, services.remainingTime() - marginMs);
  const url = firstUrl(remote.settings.request);
  const progress: Progress = { url, seen: new Set(), pages: 0, rows: 0, bytes: 0, deadline: began + totalMs, waits: 0 };
  let ending: Ending | undefined;
  while (!ending) ending = await readPage(remote, services, progress, take);
  const durationMs = services.now() - began;
  const { pages, rows, bytes } = progress;
  const warnings = ending.warning === undefined ? [] : [ending.warning];
  const { stopReason } = ending;
  return { fetchedAt: began, durationMs, pagesRead: pages, rowsRead: rows, bytesRead: bytes, stopReason, warnings };
}

async function readPage(
  remote: Remote,
  services: RemoteServices,
  progress: Progress,
  take: TakePage,
): Promise<Ending | undefined> {
  const page = await nextPage(remote, services, progress);
  if ('stopReason' in page) return page;
  progress.seen.add(progress.url.href);
  progress.pages++;
  progress.rows += take(page.document, remote.bounds.rows - progress.rows);
  const next = following(remote.settings, page.document, page.answer.url, progress.seen);
  if (next.kind === 'end') return next;
  progress.url = next.url;
  return boundReached(remote.bounds, services, progress);
}

function boundReached(bounds: Bounds, services: RemoteServices, progress: Progress): Ending | undefined {
  if (progress.rows >= bounds.rows) return { stopReason: 'row-limit' };
  if (progress.pages >= bounds.pages) return { stopReason: 'page-limit' };
  return services.now() >= progress.deadline ? { stopReason: 'time-limit' } : undefined;
}

interface Page {
  answer: Answer;
  document: unknown;
}

async function nextPage(remote: Remote, services: RemoteServices, progress: Progress): Promise<Page | Ending> {
  try {
    return await fetchPage(remote, services, progress);
  } catch (error) {
    if (await waited(error, services, progress)) return nextPage(remote, services, progress);
    if (!(error instanceof Problem) || progress.pages === 0) throw error;
    if (error.code === 'response-too-large') return { stopReason: 'byte-limit' };
    if (error.code === 'remote-timeout') return { stopReason: 'time-limit' };
    return { stopReason: 'failed', warning: `Page ${progress.pages + 1} is missing. ${error.message}` };
  }
}

/** Waits as long as the remote asks, if that is short and twice at most; false if this reading does not wait. */
async function waited(error: unknown, services: RemoteServices, progress: Progress): Promise<boolean> {
  const waitMs = error instanceof Problem ? error.details.retryAfterMs : undefined;
  const timeLeft = progress.deadline - services.now();
  if (waitMs === undefined || waitMs > maxWaitMs || waitMs * 2 > timeLeft || progress.waits >= maxWaits) return false;
  progress.waits++;
  await services.delay(waitMs);
  return true;
}

async function fetchPage(remote: Remote, services: RemoteServices, progress: Progress): Promise<Page> {
  const { settings, access, bounds, answered } = remote;
  const question = {
    dataSourceName: settings.name,
    access,
    maxBytes: bounds.bytes - progress.bytes,
    deadline: Math.min(progress.deadline, services.now() + bounds.requestMs),
    answered,
  };
  const answer = await ask(progress.url, question, services);
  progress.bytes += answer.body.bytes.byteLength;
  requireSuccess(answer, remote);
  return { answer, document: parseJsonBody(answer.body.bytes, answer.contentType, settings.name) };
}

function requireSuccess(answer: Answer, { settings: { name }, access, bounds }: Remote): void {
  if (answer.status < 200 || answer.status > 299) {
    const { status, retryAfterMs } = answer;
    throw statusProblem(name, { status, retryAfterMs, text: answer.text() }, access.origins !== undefined);
  }
  if (!answer.body.whole) throw tooLarge(name, bounds.bytes);
}

function tooLarge(name: string, bytes: number): Problem {
  const limit = `${Math.round(bytes / 1024 / 1024)} MB`;
  const message = `${name} answered with more than ${limit}, which is not read. An admin can ask it for fewer fields or rows.`;
  return new Problem('response-too-large', message);
}
