import { Problem } from '../shared/problem';
import { membersOf, textIn } from './response-members';

/**
 * Does nothing where the ID token responses the sign-in that requested it (OpenID Connect Core section 3.1.3.7), or
 * where none came or none was requested. It comes from the token endpoint itself, so its signature adds nothing (point
 * 6 there); one that is encrypted cannot be read and is of no use here anyway.
 * @throws Problem `exchange-failed` where it belongs to another sign-in
 */
export function requireNonce(idToken: string | undefined, nonce: string | undefined): void {
  const parts = idToken?.split('.') ?? [];
  if (nonce === undefined || parts.length !== 3) return;
  const claims = membersOf(Buffer.from(parts[1] ?? '', 'base64url').toString('utf8'));
  if (textIn(claims, ['nonce']) === nonce) return;
  throw new Problem('exchange-failed', 'The ID token belongs to another sign-in. Click Authenticate again.');
}
