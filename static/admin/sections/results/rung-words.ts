import type { ProblemReply } from '../../../../src/shared/contract';

/** Whether trying again without a change can help, and the code of the problem for whoever is asked about it. */
export function rungText({ code, retry, retryAfterMs }: ProblemReply): string {
  const again = retryAfterMs === undefined ? 'Retrying may help' : 'Retry after the wait';
  return `${retry ? again : 'Change something first; retrying will not help'}. Code: ${code}.`;
}
