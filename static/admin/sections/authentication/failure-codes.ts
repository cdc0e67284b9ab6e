import type { AttemptState } from './attempt';

/** The codes in which the provider refused the attempt, its own such as `AADSTS65001` included; empty if it did not. */
export function failureCodes(attempt: AttemptState): string[] {
  if (attempt.phase !== 'failed') return [];
  const { remoteCode = '', detail = '' } = attempt.problem;
  return [remoteCode, ...(detail.match(/AADSTS\d{5,7}/g) ?? [])].filter((code) => code !== '').slice(0, 10);
}

/** Whether the attempt shows that the provider knows the Callback URL: it has sent somebody there, or refused what came from it. */
export function cameBack(attempt: AttemptState): boolean {
  if (attempt.phase === 'authenticated') return true;
  return attempt.phase === 'failed' && (attempt.problem.code === 'exchange-failed' || failureCodes(attempt).length > 0);
}
