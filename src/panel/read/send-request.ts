import type { PageRequest } from '../../requests/pagination/page-facts';
import { type AccessHeaders, sameForAll } from '../../grants/access';
import { Problem } from '../../shared/problem';
import { maxRedirects } from '../shape/read-bounds';
import type { UpstreamResponse } from './upstream-response';
import { saysExpired } from './expiry-sign';
import { elsewhere, redirected, type Way } from './redirect';
import { type SendServices, type Hop, methodOf, type RequestOptions, requestOnce } from './request';

/**
 * The API's response, whatever its status: redirects followed, sent once more with fresh headers where it says that they
 * have ended, and a GET again after a connection that failed or a 502, 503 or 504.
 * @throws Problem of `requestOnce` and `redirected`, `remote-failed` (too many redirects), and what the access throws
 */
export async function sendRequest(
  page: PageRequest,
  options: RequestOptions,
  services: SendServices,
): Promise<UpstreamResponse> {
  const first = await options.access.headers();
  const response = await sendFollowing(page, first, options, services);
  const isOfApi = response.url.origin === page.url.origin;
  if (!isOfApi || !saysExpired(response, options.access.expirySign)) return response;
  const fresh = await options.access.headersAfterRefusal(first, response.headers.get('www-authenticate') ?? '');
  return fresh ? sendFollowing(page, fresh, options, services) : response;
}

const noCredentials = sameForAll({ headers: {} }, '');

async function sendFollowing(
  start: PageRequest,
  credentials: AccessHeaders,
  options: RequestOptions,
  services: SendServices,
): Promise<UpstreamResponse> {
  let way: Way = { page: start, isElsewhere: false };
  for (let hops = 0; hops <= maxRedirects; hops++) {
    const { response, location } = way.isElsewhere
      ? await sendPatiently(way.page, noCredentials, elsewhere(options), services)
      : await sendPatiently(way.page, credentials, options, services);
    if (location === undefined) return response;
    way = redirected(way, location, response.status, options);
  }
  throw new Problem('remote-failed', `${options.dataSourceName} redirects more than ${maxRedirects} times.`, {
    remedy: 'An admin can check its URL.',
  });
}

/** Before the second and the third attempt, in milliseconds; each varies by half, so that not all come at the same moment. */
const pausesMs = [200, 800];

/** Other than a GET, it may have been carried out although its response was lost, so it is not repeated. */
async function sendPatiently(
  page: PageRequest,
  credentials: AccessHeaders,
  options: RequestOptions,
  services: SendServices,
): Promise<Hop> {
  for (const pauseMs of methodOf(page, options) === 'GET' ? pausesMs : []) {
    const outcome = await attempt(page, credentials, options, services);
    const timeLeft = options.deadline - services.now();
    if (!isPassing(outcome) || options.retries.left <= 0 || timeLeft < 3 * pauseMs) return unwrap(outcome);
    options.retries.left--;
    await services.delay(Math.round(pauseMs * (0.5 + Math.random())));
  }
  return requestOnce(page, credentials, options, services);
}

type Outcome = { hop: Hop } | { problem: unknown };

function attempt(...options: Parameters<typeof requestOnce>): Promise<Outcome> {
  return requestOnce(...options).then(
    (hop) => ({ hop }),
    (problem: unknown) => ({ problem }),
  );
}

function unwrap(outcome: Outcome): Hop {
  if ('hop' in outcome) return outcome.hop;
  throw outcome.problem;
}

/** Where the response says how long to wait, that counts, and it is longer than these pauses. */
function isPassing(outcome: Outcome): boolean {
  if ('hop' in outcome) {
    const { status, retryAfterMs } = outcome.hop.response;
    return [502, 503, 504].includes(status) && retryAfterMs === undefined;
  }
  return outcome.problem instanceof Problem && outcome.problem.code === 'remote-unreachable';
}
