import { Problem } from '../shared/problem';
import { membersOf, textIn, type Members } from './response-members';

/**
 * Does nothing where the ID token responses the sign-in that requested it (OpenID Connect Core section 3.1.3.7), or
 * where none came or none was requested. It comes from the token endpoint itself, so its signature adds nothing (point
 * 6 there); one that is encrypted cannot be read and is of no use here anyway.
 * @throws Problem `exchange-failed` where it belongs to another sign-in
 */
export function requireNonce(idToken: string | undefined, nonce: string | undefined): void {
  const claims = claimsIn(idToken);
  if (nonce === undefined || !claims) return;
  if (textIn(claims, ['nonce']) === nonce) return;
  throw new Problem('exchange-failed', 'The ID token belongs to another sign-in. Click Authenticate again.');
}

/** What the ID token calls the account that signed in, for people to recognize it; `undefined` where it does not say. */
export function accountNameIn(idToken: string | undefined): string | undefined {
  const claims = claimsIn(idToken);
  return claims && textIn(claims, ['preferred_username', 'email', 'upn', 'name']);
}

/** The claims of a token that can be read; `undefined` where none came, or one that is encrypted. */
function claimsIn(idToken: string | undefined): Members | undefined {
  const parts = idToken?.split('.') ?? [];
  return parts.length === 3 ? membersOf(Buffer.from(parts[1] ?? '', 'base64url').toString('utf8')) : undefined;
}
