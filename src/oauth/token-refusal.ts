import type { ProblemDetails } from '../shared/problem';
import { endsGrant, knownCode } from './provider-codes';
import { isMembers, type Members, membersOf } from './response-members';
import { isPage, wordsIn } from './server-words';

/** A response of the token or revoke endpoint that is no success, as far as it says anything. */
export interface TokenRefusal {
  status: number;
  /** The protocol's word (RFC 6749 section 5.2), or the provider's own. */
  code?: string;
  /** What the server says beside it, for admins. */
  words?: string;
  /** The body is markup, as web pages of proxies and sign-in pages are. */
  isPage: boolean;
  /** The names of what the body has, as far as it is made of members. */
  members: string[];
}

/** What the response says: the error of the protocol in its body, else in a challenge (RFC 6750 section 3). */
export function tokenRefusal(status: number, headers: Headers, text: string): TokenRefusal {
  const body = membersOf(text);
  return {
    status,
    code: codeIn(body) ?? challengeIn(headers),
    words: wordsIn(body, headers, status < 300 ? '' : text),
    isPage: isPage(text),
    members: Object.keys(body)
      .map((name) => name.slice(0, 50))
      .slice(0, 30),
  };
}

/**
 * What the response says no to. Only an error of the protocol, or a 400 of the server itself, ends a grant; a page, or a
 * 403 or 404, may come from something in between.
 */
export function refusedBy({ status, code, isPage }: TokenRefusal): ProblemDetails['refused'] {
  if (status < 300 || status >= 500 || [408, 425, 429].includes(status)) return undefined;
  if (code === 'temporarily_unavailable') return 'request';
  if (code !== undefined) return endsGrant(code) ? 'grant' : 'client';
  if (isPage) return 'request';
  return byStatus[status] ?? 'request';
}

const byStatus: Partial<Record<number, ProblemDetails['refused']>> = { 400: 'grant', 401: 'client' };

/** The member `error`; else a word that providers are known to use, wherever they put it. */
function codeIn(body: Members): string | undefined {
  if (typeof body.error === 'string' && body.error !== '') return body.error;
  const inner = isMembers(body.error) ? Object.values(body.error) : [];
  return [...Object.values(body), ...inner].map(knownCode).find((code) => code !== undefined);
}

function challengeIn(headers: Headers): string | undefined {
  const header = headers.get('www-authenticate')?.slice(0, 1000) ?? '';
  return /\berror="([^"]{1,100})"/.exec(header)?.[1];
}
