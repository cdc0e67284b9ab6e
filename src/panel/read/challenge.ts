import { parseChallenges } from '../../authentication/challenges';

/** Why an API refuses a token, in its own words where it has some. */
export interface Challenge {
  /** RFC 6750 section 3.1, as in `invalid_token`, or the API's own code. */
  code: string | undefined;
  /** What is known of the reason. */
  reason: 'expired' | 'revoked' | 'wrong-audience' | 'scope' | undefined;
  /** The scopes that would have been enough, separated by spaces; empty where nobody says. */
  scopes: string;
}

/** Characters of a body in which a code is looked for. */
const longest = 4000;
/** Characters of what the server says in words that are looked at. */
const longestWords = 300;

/**
 * What the `WWW-Authenticate` header (RFC 6750 section 3) and the body of a 401 or 403 say. The body is looked at because
 * Microsoft Graph and many others name the reason only there.
 */
export function readChallenge(headers: Headers, body: string): Challenge {
  const parameters = parametersOf(headers.get('www-authenticate') ?? '');
  const words = plainWords(parameters.get('error_description') ?? '', body);
  const code = parameters.get('error') ?? codeIn(body);
  const scopes = parameters.get('scope') ?? headers.get('x-accepted-oauth-scopes') ?? '';
  return { code, reason: reasonIn(words, code), scopes: scopes.replace(/[\s,]+/g, ' ').trim() };
}

/** What is said, with one space where `_`, `-` and white space part the words. */
function plainWords(...texts: string[]): string {
  const said = texts.map((text) => text.slice(0, longestWords));
  return said.join(' ').replace(/[\s_-]+/g, ' ');
}

/** By name in lower case; of the values of several challenges, the first counts. */
function parametersOf(field: string): Map<string, string> {
  return new Map(
    parseChallenges(field)
      .flatMap(({ parameters }) => [...parameters])
      .reverse(),
  );
}

const reasons: readonly (readonly [RegExp, Challenge['reason']])[] = [
  [/audience|\baud\b/i, 'wrong-audience'],
  [/insufficient ?(?:\w+ )?(?:scope|privilege|permission)|scope ?insufficient|missing scope/i, 'scope'],
  [/revoked|revocation|invalidated/i, 'revoked'],
  [/expired|lifetime validation failed|\bexp\b.{0,20}claim/i, 'expired'],
];

function reasonIn(words: string, code = ''): Challenge['reason'] {
  return reasons.find(([pattern]) => pattern.test(plainWords(code)) || pattern.test(words))?.[1];
}

/** `{"error": {"code": "InvalidAuthenticationToken"}}`, `{"error": "invalid_auth"}` and their like. */
function codeIn(body: string): string | undefined {
  return /"(?:code|error|errorCode|status)"\s*:\s*"([\w.-]{3,100})"/.exec(body.slice(0, longest))?.[1];
}
