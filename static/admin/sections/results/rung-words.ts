import type { ProblemReply } from '../../../../src/shared/contract';

/** Whether trying again without a change can help, and the code of the problem for whoever is asked about it. */
export function rungText({ code, retry, retryAfterMs }: ProblemReply): string {
  const again = retryAfterMs === undefined ? 'Trying again may help' : 'Trying again helps once the wait is over';
  return `${retry ? again : 'Trying again helps only after a change'}. Code: ${code}.`;
}
