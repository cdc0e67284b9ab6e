import { Problem } from '../../shared/problem';
import { type Answer, isRateLimit } from './answer';
import { readChallenge } from './challenge';
import { rateLimited, usualWaitMs } from './retry-after';

/** The problem of an answer whose status is not a success, in one sentence that names the data source. */
export function statusProblem(name: string, answer: Answer, hasCredentials: boolean): Problem {
  const { status, retryAfterMs } = answer;
  const text = answer.text();
  if (isRateLimit(answer)) return rateLimited(name, retryAfterMs ?? usualWaitMs, status, { detail: detailOf(text) });
  if (status === 401) return hasCredentials ? unauthorized(name, answer) : signInWanted(name, text);
  if (status === 403) return forbidden(name, answer);
  if (status === 404 || status === 410) {
    const message = `${name} has nothing at this address (status ${status}). An admin can check its URL.`;
    return new Problem('remote-not-found', message, { status, detail: detailOf(text) });
  }
  if (status >= 500) {
    const message = `${name} failed (status ${status}). Try again later. If this keeps happening, tell the API’s owner.`;
    return new Problem('remote-failed', message, { status, retryAfterMs, detail: detailOf(text) });
  }
  const message = `${name} did not accept our request (status ${status}). An admin can check its URL and parameters.`;
  return new Problem('remote-refused', message, { status, detail: detailOf(text) });
}

function signInWanted(name: string, text: string): Problem {
  const message = `${name} requires a sign-in (status 401). An admin can set up its authentication.`;
  return new Problem('remote-unauthorized', message, { status: 401, detail: detailOf(text) });
}

const unauthorizedFor = {
  expired: 'says that our sign-in has expired (status 401). An admin can reconnect it.',
  revoked: 'says that our sign-in was revoked (status 401). An admin can reconnect it.',
  'wrong-audience':
    'says that our sign-in is meant for another API (status 401). An admin can check its scopes and its audience, then reconnect it.',
  scope: 'says that our sign-in lacks a permission (status 401). An admin can add the scope, then reconnect it.',
  unknown: 'does not accept our sign-in (status 401). An admin can reconnect it.',
};

function unauthorized(name: string, { headers, text }: Answer): Problem {
  const { code, reason, scopes } = readChallenge(headers, text());
  const said = detailOf(headers.get('www-authenticate') ?? '', scopesNeeded(scopes), text());
  const message = `${name} ${unauthorizedFor[reason ?? 'unknown']}`;
  return new Problem('remote-unauthorized', message, { status: 401, remoteCode: code, detail: said });
}

/** The scope's own name is the remote's word, so it is for admins. */
function forbidden(name: string, { headers, text }: Answer): Problem {
  const { code, reason, scopes } = readChallenge(headers, text());
  const sentence =
    reason === 'scope' || scopes !== ''
      ? 'needs a permission that our sign-in does not have (status 403). An admin can add its scope and authenticate again.'
      : 'refused our access (status 403). An admin can check what the account that it is connected with may read.';
  const detail = detailOf(scopesNeeded(scopes), text());
  return new Problem('remote-forbidden', `${name} ${sentence}`, { status: 403, remoteCode: code, detail });
}

const scopesNeeded = (scopes: string) => (scopes === '' ? '' : `Scopes that allow it: ${scopes}.`);

function detailOf(...parts: string[]): string | undefined {
  const words = parts
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(' ');
  return words === '' ? undefined : words.slice(0, 500);
}
