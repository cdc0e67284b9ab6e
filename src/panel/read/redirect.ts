import type { PageRequest } from '../../requests/pagination/page-facts';
import { Problem } from '../../shared/problem';
import { parseUrl } from '../../shared/parse-url';
import type { RequestOptions } from './request';

/**
 * The request that a redirect leads to. What is ours may go to its own origin only, so a redirect elsewhere ends here,
 * unless nothing but the address leaves us; a POST goes on as a POST or not at all.
 * @throws Problem `sign-in-page`, `host-not-allowed`, `remote-failed`
 */
export function redirected(
  { url: from, body }: PageRequest,
  location: string,
  status: number,
  { dataSourceName: name, isOpen, method }: RequestOptions,
): PageRequest {
  const to = parseUrl(location, from);
  if (!to) throw new Problem('remote-failed', `${name} redirects to an address that is not valid.`);
  const detail = `Redirected to ${to.origin}${to.pathname}`;
  if (isSignIn(to) && !isSignIn(from)) {
    const remedy = 'An admin can check its URL and authentication.';
    throw new Problem('sign-in-page', `${name} redirects to a sign-in page instead of responding.`, {
      remedy,
      detail,
      status,
    });
  }
  if (to.origin !== from.origin && !isOpen) {
    const message = `${name} redirects to another host, to which the app does not send our request.`;
    throw new Problem('host-not-allowed', message, { remedy: finalAddress, detail });
  }
  if (method === 'POST' && status !== 307 && status !== 308) {
    const message = `${name} redirects, which would drop the body of our POST request.`;
    throw new Problem('remote-failed', message, { remedy: finalAddress, detail, status });
  }
  return { url: to, body };
}

const finalAddress = 'An admin can enter the final address as its URL.';

const signInPath = /(?:^|\/)(?:log-?in|sign-?in|sso|saml2?|adfs|authorize|authenticate|account\/login)(?:[/.;]|$)/i;
const signInHost = /^(?:log-?in|sign-?in|sso|idp|adfs|auth|accounts?)\./i;

function isSignIn({ hostname, pathname }: URL): boolean {
  return signInPath.test(pathname) || signInHost.test(hostname);
}
