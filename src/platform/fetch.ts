import { hostProblem } from '../shared/host-problem';
import type { HostPolicy } from '../shared/host-rules';
import type { OutboundFetch, OutboundInit } from '../ports';
import { Problem } from '../shared/problem';
import { networkReason } from './network-reasons';

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
    let response: Response;
    try {
      response = await network(url.href, { ...init, redirect: 'manual' });
    } catch (error) {
      throw networkProblem(error, url, init);
    }
    return refusedByProxy(response) ? Promise.reject(notApproved(url)) : response;
  };
}

const approvalCode = 'REQUEST_EGRESS_ALLOWLIST_ERR';

/** The platform's proxy marks what it sent itself. */
const refusedByProxy = (response: Response) => response.headers.get('forge-proxy-error') === 'BLOCKED_EGRESS';

function networkProblem(error: unknown, url: URL, { signal }: OutboundInit): Problem {
  const { name, message, code } = described(error);
  if (name === approvalCode || message.includes(approvalCode)) return notApproved(url);
  if (signal.aborted || timeoutCodes.includes(code)) {
    return new Problem('remote-timeout', 'The server took too long to respond.', {
      detail: `Host: ${url.host}`,
      isUnsent: code === connectTimeout,
      cause: error,
    });
  }
  const reason = networkReason(code);
  const detail = [reason.remedy, `Host: ${url.host}`].filter((part) => part !== '').join(' ');
  return new Problem(reason.problem, reason.sentence, { detail, isUnsent: reason.isUnsent, cause: error });
}

function notApproved(url: URL): Problem {
  const message = 'The app may not contact this host, because nobody has approved it.';
  const where = 'when the data source is saved, or under Connected apps in Atlassian Administration';
  return new Problem('host-not-allowed', message, {
    remedy: 'A site admin can approve it in the app’s settings.',
    detail: `${url.origin} is not approved. A site admin approves it ${where}.`,
    isUnsent: true,
  });
}

const connectTimeout = 'UND_ERR_CONNECT_TIMEOUT';
const timeoutCodes = ['ETIMEDOUT', connectTimeout, 'UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT'];

/** Node hides the reason of a failed fetch in the error's cause. */
function described(error: unknown): { name: string; message: string; code: string } {
  const {
    name = '',
    message = '',
    code,
    cause,
  } = error as { name?: string; message?: string; code?: unknown; cause?: unknown };
  if (typeof code === 'string') return { name, message, code };
  const inner = (cause as { code?: unknown } | undefined)?.code;
  return { name, message, code: typeof inner === 'string' ? inner : '' };
}
