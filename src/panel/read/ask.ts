import type { PageRequest } from '../../requests/pagination/page-facts';
import type { AccessHeaders } from '../../grants/access';
import { Problem } from '../../shared/problem';
import { maxRedirects } from '../shape/read-bounds';
import type { Answer } from './answer';
import { redirected } from './redirect';
import { type AskServices, type Hop, type Question, requestOnce } from './request';

/**
 * The remote's answer, whatever its status: redirects followed, asked once more with fresh headers after a 401, and a GET
 * again after a connection that failed or a 502, 503 or 504.
 * @throws Problem of `requestOnce` and `redirected`, `remote-failed` (too many redirects), and what the access throws
 */
export async function ask(page: PageRequest, question: Question, services: AskServices): Promise<Answer> {
  const first = await question.access.headers();
  const answer = await askFollowing(page, first, question, services);
  if (answer.status !== 401) return answer;
  const fresh = await question.access.headersAfterRefusal(first, answer.headers.get('www-authenticate') ?? '');
  return fresh ? askFollowing(page, fresh, question, services) : answer;
}

async function askFollowing(
  start: PageRequest,
  credentials: AccessHeaders,
  question: Question,
  services: AskServices,
): Promise<Answer> {
  let page = start;
  for (let hops = 0; hops <= maxRedirects; hops++) {
    const { answer, location } = await askPatiently(page, credentials, question, services);
    if (location === undefined) return answer;
    page = redirected(page, location, answer.status, question);
  }
  throw new Problem('remote-failed', `${question.dataSourceName} redirects more than ${maxRedirects} times.`, {
    remedy: 'An admin can check its URL.',
  });
}

/** Before the second and the third attempt, in milliseconds; each varies by half, so that not all come at the same moment. */
const pausesMs = [200, 800];

/** A POST may have been carried out although its answer was lost, so it is not repeated. */
async function askPatiently(
  page: PageRequest,
  credentials: AccessHeaders,
  question: Question,
  services: AskServices,
): Promise<Hop> {
  for (const pauseMs of question.method === 'GET' ? pausesMs : []) {
    const outcome = await attempt(page, credentials, question, services);
    const timeLeft = question.deadline - services.now();
    if (!isPassing(outcome) || question.retries.left <= 0 || timeLeft < 3 * pauseMs) return unwrap(outcome);
    question.retries.left--;
    await services.delay(Math.round(pauseMs * (0.5 + Math.random())));
  }
  return requestOnce(page, credentials, question, services);
}

type Outcome = { hop: Hop } | { problem: unknown };

function attempt(...question: Parameters<typeof requestOnce>): Promise<Outcome> {
  return requestOnce(...question).then(
    (hop) => ({ hop }),
    (problem: unknown) => ({ problem }),
  );
}

function unwrap(outcome: Outcome): Hop {
  if ('hop' in outcome) return outcome.hop;
  throw outcome.problem;
}

/** Where the answer says how long to wait, that counts, and it is longer than these pauses. */
function isPassing(outcome: Outcome): boolean {
  if ('hop' in outcome) {
    const { status, retryAfterMs } = outcome.hop.answer;
    return [502, 503, 504].includes(status) && retryAfterMs === undefined;
  }
  return outcome.problem instanceof Problem && outcome.problem.code === 'remote-unreachable';
}
