import { createPrivateKey, type KeyObject } from 'node:crypto';
import { SignJWT } from 'jose';
import { newId } from '../ids';
import type { AssertionSettings } from '../shared/contract';
import { Problem } from '../shared/problem';
import { pastedKey } from '../shared/private-key';
import { type AssertionSigning, scopeParameter, type OAuthClient, type Signing } from './client';

/** A third of its life lies before our clock, a minute as a rule, because that of the server may be behind. */
const usualLifetimeSeconds = 180;
const mostSkewSeconds = 60;

/**
 * The assertion that stands for a grant (RFC 7523 section 2.1): the client speaks for the subject, or for itself where the
 * settings name none, as Google has it. The scopes are a claim too, where Google and DocuSign look for them.
 * @throws Problem `exchange-failed` where the key cannot sign
 */
export function grantAssertion(client: OAuthClient, signing: Signing): Promise<string> {
  const { subject, claims } = signingOf(client);
  const scope = scopeParameter(client);
  const further = Object.fromEntries(claims.map(({ name, value }) => [name, value]));
  return signed(client, signing, {
    ...further,
    ...(subject !== '' && { sub: subject }),
    ...(scope !== '' && { scope }),
  });
}

/**
 * The assertion that authenticates the client (RFC 7523 section 2.2).
 * @throws Problem `exchange-failed` where the key cannot sign
 */
export const clientAssertion = (client: OAuthClient, signing: Signing): Promise<string> =>
  signed(client, signing, { sub: client.clientId });

async function signed(
  client: OAuthClient,
  { now, redactor }: Signing,
  claims: Record<string, string>,
): Promise<string> {
  const settings = signingOf(client);
  const key = pastedKey(settings.privateKey);
  const keyId = settings.keyId === '' ? key?.keyId : settings.keyId;
  const { lifetime = usualLifetimeSeconds } = settings;
  const issuedAt = Math.floor(now() / 1000 - Math.min(lifetime / 3, mostSkewSeconds));
  const token = new SignJWT(claims)
    .setProtectedHeader({ alg: settings.algorithm, typ: 'JWT', ...(keyId && { kid: keyId }) })
    .setIssuer(client.clientId)
    .setAudience(settings.audience === '' ? client.tokenUrl : settings.audience)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + lifetime)
    .setJti(newId());
  const signer = keyObject(key?.pem ?? '');
  const assertion = await token.sign(signer).catch(() => Promise.reject(unfit(settings)));
  redactor.remember(assertion);
  return assertion;
}

function signingOf({ assertion }: OAuthClient): AssertionSigning {
  if (!assertion)
    throw new Problem('not-authenticated', 'This data source is not complete: the Private key is missing.');
  return assertion;
}

function keyObject(pem: string): KeyObject {
  try {
    return createPrivateKey(pem);
  } catch {
    // What the library says could quote the key.
    throw new Problem('exchange-failed', 'The Private key cannot be read. Copy it again from the provider.');
  }
}

function unfit({ algorithm }: AssertionSettings): Problem {
  const wanted = algorithm === 'ES256' ? 'a key on the curve P-256' : 'an RSA key of at least 2048 bits';
  return new Problem(
    'exchange-failed',
    `The Private key does not fit the algorithm ${algorithm}, which needs ${wanted}.`,
  );
}
