import type { AccessHeaders } from '../../grants/access';
import { Problem } from '../../problem';
import { maxRedirects } from '../bounds';
import { type Answer, type AskServices, type Hop, type Question, requestOnce } from './request';

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

/** A failed connection is tried once more, a little later and not by all at the same moment. */
async function askPatiently(
  url: URL,
  credentials: AccessHeaders,
  question: Question,
  services: AskServices,
): Promise<Hop> {
  try {
    return await requestOnce(url, credentials, question, services);
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'remote-unreachable') throw error;
    await services.delay(100 + Math.floor(Math.random() * 300));
    return requestOnce(url, credentials, question, services);
  }
}
