import { hostProblem } from '../shared/host-problem';
import type { HostPolicy } from '../shared/host-rules';
import type { OutboundFetch } from '../ports';
import { Problem } from '../shared/problem';
import { reasonOfError, reasonOfResponse, type NoResponse } from './proxy-reasons';

/** The network as the platform offers it. */
type NetworkFetch = (url: string, init: RequestInit) => Promise<Response>;

const globalFetch: NetworkFetch = (url, init) => fetch(url, init);

/**
 * Outbound requests to hosts that pass the host rules, one hop each: a redirect is handed back as it came. What can go
 * wrong on the way is a problem in plain words; the host's name is in its detail, which only admins see.
 */
export function outboundFetch(policy: HostPolicy, network: NetworkFetch = globalFetch): OutboundFetch {
  return async (url, init) => {
    const refused = hostProblem(url.href, policy);
    if (refused) throw refused;
    const response = await network(url.href, { ...init, redirect: 'manual' }).catch((error: unknown) => {
      throw problemOf(reasonOfError(error, init.signal.aborted), url, error);
    });
    const reason = reasonOfResponse(response);
    if (reason) throw problemOf(reason, url);
    return response;
  };
}

function problemOf(reason: NoResponse, url: URL, cause?: unknown): Problem {
  if (reason === 'not-approved') return notApproved(url);
  const { problem, sentence, remedy, isUnsent, said } = reason;
  const parts = [remedy, said ? `The network said: ${withoutAddresses(said)}.` : '', `Host: ${url.host}`];
  return new Problem(problem, sentence, { detail: parts.filter((part) => part !== '').join(' '), isUnsent, cause });
}

const longestSaid = 300;

/** What stands in an address may be secret. */
const withoutAddresses = (text: string): string =>
  text.replace(/\bhttps?:\/\/\S+/gi, 'the address').slice(0, longestSaid);

function notApproved(url: URL): Problem {
  const message = 'The app may not contact this host, because nobody has approved it.';
  const where = 'when the data source is saved, or under Connected apps in Atlassian Administration';
  return new Problem('host-not-allowed', message, {
    remedy: 'A site admin can approve it in the app’s settings.',
    detail: `${url.origin} is not approved. A site admin approves it ${where}.`,
    isUnsent: true,
  });
}
