import type { RequestMethod } from '../../shared/contract';
import type { PageRequest } from '../../requests/pagination/page-facts';
import { Problem } from '../../shared/problem';
import { parseUrl } from '../../shared/parse-url';
import { methodOf, type RequestOptions } from './request';

/** A request on its way. `isElsewhere`: it has left its origin, so nothing of ours goes along, wherever it leads from there. */
export interface Way {
  page: PageRequest;
  isElsewhere: boolean;
}

/**
 * The way on that a redirect leads to. What is ours stays at its own origin: a GET goes on elsewhere with nothing but the
 * address, such as the signed one of a storage; another method goes on at its origin, as itself or not at all. Only a POST
 * becomes a GET with 301 and 302 (RFC 9110 section 15.4).
 * @throws Problem `sign-in-page`, `host-not-allowed`, `remote-failed`
 */
export function redirected(
  { page, isElsewhere }: Way,
  location: string,
  status: number,
  question: RequestOptions,
): Way {
  const { dataSourceName: name } = question;
  const from = page.url;
  const to = parseUrl(location, from);
  if (!to) throw new Problem('remote-failed', `${name} redirects to an address that is not valid.`);
  const detail = `Redirected to ${to.origin}${to.pathname}`;
  if (isSignIn(to) && !isSignIn(from)) {
    const remedy = 'An admin can check its URL and authentication.';
    const message = `${name} redirects to a sign-in page instead of responding.`;
    throw new Problem('sign-in-page', message, { remedy, detail, status });
  }
  const leaves = isElsewhere || to.origin !== from.origin;
  const method = methodOf(page, question);
  if (method === 'GET') return { page: { ...(leaves ? {} : page), url: to }, isElsewhere: leaves };
  if (leaves) {
    const message = `${name} redirects to another host, to which the app does not send our request.`;
    throw new Problem('host-not-allowed', message, { remedy: finalAddress, detail });
  }
  if (becomesGet(method, status)) {
    const message = `${name} redirects, which would make a GET without a body of our ${method} request.`;
    throw new Problem('remote-failed', message, { remedy: finalAddress, detail, status });
  }
  return { page: { ...page, url: to }, isElsewhere };
}

const becomesGet = (method: RequestMethod, status: number) =>
  status === 303 || (method === 'POST' && (status === 301 || status === 302));

const finalAddress = 'An admin can enter the final address as its URL.';

/** What a request takes along that has left its origin: no credentials, no configured header. */
export function elsewhere(question: RequestOptions): RequestOptions {
  const { accept } = question.headers;
  return { ...question, method: 'GET', headers: accept === undefined ? {} : { accept }, isElsewhere: true };
}

const signInPath = /(?:^|\/)(?:log-?in|sign-?in|sso|saml2?|adfs|authorize|authenticate|account\/login)(?:[/.;]|$)/i;
const signInHost = /^(?:log-?in|sign-?in|sso|idp|adfs|auth|accounts?)\./i;

function isSignIn({ hostname, pathname }: URL): boolean {
  return signInPath.test(pathname) || signInHost.test(hostname);
}
