import { checkUrl, type HostPolicy } from './host-rules';
import { Problem } from './problem';

/** The problem of a URL that the host rules refuse, with their sentence as its detail; `undefined` if it may be requested. */
export function hostProblem(url: string, policy: HostPolicy): Problem | undefined {
  const { refusal: detail, isPort } = { isPort: undefined, ...checkUrl(url, policy) };
  if (detail === undefined) return undefined;
  return isPort
    ? new Problem('port-not-allowed', 'The platform does not let the app use this port.', { detail, isUnsent: true })
    : new Problem('host-not-allowed', 'The request was not sent, because the app must not contact its host.', {
        detail,
        isUnsent: true,
      });
}
