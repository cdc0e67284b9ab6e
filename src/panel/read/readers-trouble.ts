import type { Problem } from '../../shared/problem';

/**
 * Whether a problem of a reading with a reader's own account is that account's alone: it was refused, has ended, or asked too
 * often. Where the authorization server refuses the app itself, it is everybody's.
 */
export function isOfOneAccount({ code, details: { refused, status } }: Problem): boolean {
  if (code === 'remote-rate-limited') return status === undefined || status < 500;
  if (refused === 'client') return false;
  return (
    code === 'remote-unauthorized' ||
    code === 'remote-forbidden' ||
    code === 'reconnect-needed' ||
    code === 'not-authenticated'
  );
}
