import { Problem, type ProblemDetails } from '../shared/problem';
import type { Grant } from './grant';

/** The problems of using a grant. Sentences are safe for readers; what the provider said is for admins. */

/** Of a grant that has obtained nothing yet, or was given up. */
export function notAuthenticated(grant?: Grant): Problem {
  const isGivenUp = grant?.state === 'none' && grant.reason !== undefined;
  const message = isGivenUp ? 'This data source has been disconnected.' : 'This data source is not authenticated yet.';
  return new Problem('not-authenticated', message, { remedy: 'An admin can click Authenticate.' });
}

export function reconnectNeeded(reason?: string, remoteCode?: string): Problem {
  const remedy = 'An admin can reconnect it with Authenticate.';
  const details = { remedy, detail: reason, remoteCode };
  return new Problem('reconnect-needed', 'The connection of this data source has ended.', details);
}

/**
 * The authorization server refused the client, with what that means in our own words: a new sign-in alone would not help.
 */
export function troubled(reason: string, details: Pick<ProblemDetails, 'remoteCode' | 'status' | 'detail'>): Problem {
  const remedy = 'An admin can fix it in the data source.';
  return new Problem('reconnect-needed', `This data source cannot get an access token. ${reason}`, {
    ...details,
    remedy,
  });
}

export const beingRefreshed = (retryAfterMs: number) =>
  new Problem('busy', 'The access token of this data source is being refreshed. Try again in a moment.', {
    retryAfterMs,
  });

export const tooLittleTime = () =>
  new Problem('busy', 'There is too little time left to refresh the access token of this data source. Try again.', {
    retryAfterMs: 1000,
  });

export const changedMeanwhile = () =>
  new Problem('busy', 'This data source has just been changed. Try again.', { retryAfterMs: 1000 });

export const settingsChanged = 'The settings were changed after the sign-in. Click Authenticate again.';
export const withoutRefreshToken =
  'The provider issued no refresh token, so access ended when the access token expired. Request offline access in the scopes, ' +
  'then authenticate again.';
export const tokensGone = 'The stored tokens no longer exist or cannot be read. Click Authenticate again.';
