import type { FirstRequest } from '../../requests/first-request';
import type { PageRequest } from '../../requests/pagination/page-facts';
import { acceptFor } from '../../formats/accept';
import { type ParsedResponse, parseResponse } from '../../formats/parse-response';
import { Problem } from '../../shared/problem';
import type { Bounds } from '../shape/read-bounds';
import type { Answer } from './answer';
import { ask } from './ask';
import { requireNoError } from './error-in-answer';
import type { Remote } from './remote';
import type { Validators } from './validators';
import type { AskServices, Question } from './request';
import { statusProblem } from './response-problem';

export interface Page extends ParsedResponse {
  answer: Answer;
}

/** What all requests of one reading have in common. */
export type ReadingRequest = Pick<
  Question,
  'dataSourceName' | 'method' | 'headers' | 'isOpen' | 'access' | 'retries' | 'asking' | 'answered'
>;

/** The question, if the rows that are kept may be out of date. */
export function onlyIfChanged(asking: ReadingRequest, { etag, lastModified }: Validators = {}): ReadingRequest {
  const headers = {
    ...asking.headers,
    ...(etag !== undefined && { 'if-none-match': etag }),
    ...(lastModified !== undefined && { 'if-modified-since': lastModified }),
  };
  return { ...asking, headers };
}

/** The reading's part of each question. */
export function askingOf(remote: Remote, first: FirstRequest, retries: number): ReadingRequest {
  const { settings, access, asking, answered } = remote;
  const isOpen =
    access.origins === undefined && Object.keys(first.headers).length === 0 && first.page.body === undefined;
  const headers = { accept: acceptFor[settings.response.format], ...first.headers };
  const { method } = first;
  return {
    dataSourceName: settings.name,
    method,
    headers,
    isOpen,
    access,
    retries: { left: retries },
    asking,
    answered,
  };
}

/**
 * One page as a value, once it was asked, read whole, seen to be a success, and parsed, `null` for 204; `undefined` where it has not
 * changed since what the question says is kept.
 * @throws Problem of `ask`, of `statusProblem`, `response-too-large`, `response-unreadable`, `sign-in-page`, `remote-error`
 */
export async function fetchPage(
  request: PageRequest,
  asking: ReadingRequest,
  room: { bytes: number; deadline: number },
  remote: Remote,
  services: AskServices,
): Promise<Page | undefined> {
  const { settings, access, bounds } = remote;
  const answer = await ask(request, { ...asking, maxBytes: room.bytes, deadline: room.deadline }, services);
  if (answer.status === 304 && isConditional(asking)) return undefined;
  if (answer.status < 200 || answer.status > 299) throw statusProblem(settings.name, answer, access);
  if (!answer.body.whole) throw tooLarge(settings.name, bounds);
  const parsed = answer.status === 204 ? noDocument : documentOf(answer, remote);
  requireNoError(settings.name, parsed.document, settings.response.errorSelector);
  return { answer, ...parsed };
}

const noDocument: ParsedResponse = { document: null, warnings: [], hints: [] };

const isConditional = ({ headers }: ReadingRequest) =>
  headers['if-none-match'] !== undefined || headers['if-modified-since'] !== undefined;

/**
 * The answer's body as a value with what is to be known of it, in the format that the data source declares.
 * @throws Problem `response-unreadable`, `sign-in-page`
 */
export function documentOf(
  { body, contentType }: Answer,
  { settings: { name, response } }: Pick<Remote, 'settings'>,
): ParsedResponse {
  return parseResponse({ bytes: body.bytes, contentType }, { ...response, dataSourceName: name });
}

function tooLarge(name: string, { bytes }: Bounds): Problem {
  const limit = `${Math.round(bytes / 1024 / 1024)} MB`;
  return new Problem('response-too-large', `${name} returned more than ${limit}, which is more than the app reads.`, {
    remedy: 'An admin can request fewer fields or rows.',
  });
}
