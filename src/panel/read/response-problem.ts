import type { Refusal } from '../../authentication/refusal';
import type { Access } from '../../grants/access';
import { Problem } from '../../shared/problem';
import { type UpstreamResponse, isRateLimit } from './upstream-response';
import { type Challenge, readChallenge } from './challenge';
import { rateLimited, usualWaitMs } from './retry-after';

/** The problem of a response whose status is not a success, in one sentence that names the data source. */
export function statusProblem(
  name: string,
  response: UpstreamResponse,
  access: Pick<Access, 'origins' | 'whyRefused'>,
): Problem {
  const { status, retryAfterMs } = response;
  const detail = detailOf(response.text());
  if (isRateLimit(response)) return rateLimited(name, retryAfterMs ?? usualWaitMs, status, { detail });
  if (status === 304) return unaskedFor304(name, status);
  if (status === 401) return access.origins ? unauthorized(name, response, access) : signInWanted(name, detail);
  if (status === 403) return forbidden(name, response);
  if (status === 404 || status === 410) {
    const message = `${name} has nothing at this address (status ${status}).`;
    return new Problem('remote-not-found', message, { remedy: 'An admin can check its URL.', status, detail });
  }
  if (status >= 500) {
    const remedy = 'Try again later. If this keeps happening, tell the API’s owner.';
    return new Problem('remote-failed', `${name} failed (status ${status}).`, { remedy, status, retryAfterMs, detail });
  }
  const remedy = 'An admin can check its URL and parameters.';
  return new Problem('remote-refused', `${name} did not accept our request (status ${status}).`, {
    remedy,
    status,
    detail,
  });
}

/** RFC 9110 section 15.4.5: it answers a question about what is kept, which this request did not ask. */
function unaskedFor304(name: string, status: number): Problem {
  const message = `${name} sends no data: it says that nothing has changed (status 304), though it was not asked that.`;
  const remedy = 'An admin can look for a cache before the API, or remove headers such as If-None-Match.';
  return new Problem('remote-refused', message, { remedy, status });
}

function signInWanted(name: string, detail: string | undefined): Problem {
  const remedy = 'An admin can set up its authentication.';
  return new Problem('remote-unauthorized', `${name} requires a sign-in (status 401).`, {
    remedy,
    status: 401,
    detail,
  });
}

const reconnect = 'An admin can reconnect it.';

const unauthorizedFor: Readonly<Record<NonNullable<Challenge['reason']> | 'unknown', Refusal>> = {
  expired: { message: (name) => `${name} says that our sign-in has expired (status 401).`, remedy: reconnect },
  revoked: { message: (name) => `${name} says that our sign-in was revoked (status 401).`, remedy: reconnect },
  'wrong-audience': {
    message: (name) => `${name} says that our sign-in is meant for another API (status 401).`,
    remedy: 'An admin can check its scopes and its audience, then reconnect it.',
  },
  scope: {
    message: (name) => `${name} says that our sign-in lacks a permission (status 401).`,
    remedy: 'An admin can add the scope, then reconnect it.',
  },
  unknown: { message: (name) => `${name} does not accept our sign-in (status 401).`, remedy: reconnect },
};

/** Where the data source signs in by another scheme, such as Basic, which its password fits as well. */
const otherScheme: Refusal = {
  message: (name) => `${name} asks for Digest, and our sign-in is of another kind (status 401).`,
  remedy: 'An admin can choose Digest as its authentication.',
};

/** Several challenges stand in one field, with commas between them (RFC 9110 section 11.6.1). */
const wantsDigestAlone = (challenge: string) =>
  /^\s*digest\s/i.test(challenge) && !/,\s*(?:basic|bearer|negotiate|ntlm)\b/i.test(challenge);

function unauthorized(
  name: string,
  { headers, text }: UpstreamResponse,
  { whyRefused }: Pick<Access, 'whyRefused'>,
): Problem {
  const { code, reason, scopes } = readChallenge(headers, text());
  const challenge = headers.get('www-authenticate') ?? '';
  const said = { status: 401, remoteCode: code, detail: detailOf(challenge, scopesNeeded(scopes), text()) };
  const { message, remedy } = unauthorizedFor[reason ?? 'unknown'];
  const why = whyRefused ? whyRefused(challenge) : wantsDigestAlone(challenge) ? otherScheme : undefined;
  if (!why) return new Problem('remote-unauthorized', message(name), { ...said, remedy });
  return new Problem('remote-unauthorized', why.message(name), {
    ...said,
    remedy: why.remedy,
    readerMessage: message(name),
  });
}

const forbiddenFor: Readonly<Record<'scope' | 'unknown', Refusal>> = {
  scope: {
    message: (name) => `${name} needs a permission that our sign-in does not have (status 403).`,
    remedy: 'An admin can add its scope and authenticate again.',
  },
  unknown: {
    message: (name) => `${name} refused our access (status 403).`,
    remedy: 'An admin can check what the account that it is connected with may read.',
  },
};

/** The scope's own name is the API's word, so it is for admins. */
function forbidden(name: string, { headers, text }: UpstreamResponse): Problem {
  const { code, reason, scopes } = readChallenge(headers, text());
  const { message, remedy } = forbiddenFor[reason === 'scope' || scopes !== '' ? 'scope' : 'unknown'];
  const detail = detailOf(scopesNeeded(scopes), text());
  return new Problem('remote-forbidden', message(name), { remedy, status: 403, remoteCode: code, detail });
}

const scopesNeeded = (scopes: string) => (scopes === '' ? '' : `Scopes that allow it: ${scopes}.`);

function detailOf(...parts: string[]): string | undefined {
  const words = parts
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(' ');
  return words === '' ? undefined : words.slice(0, 500);
}
