import { ClientSecretPost, None, type ClientAuth } from 'oauth4webapi';
import type { ClientAuthentication } from '../shared/contract';
import { asItIs, basicCredentials, type OAuthClient, type Signing, type Spelled } from './client';

type Proof = (client: OAuthClient, signing: Signing) => ClientAuth;

/**
 * How we prove ourselves at the token endpoint (RFC 6749 section 2.3.1, RFC 7523 section 2.2). A client that speaks for
 * somebody by a signed assertion is known by that (RFC 7521 section 4.1), so it need not name itself beside it.
 */
export function clientProof(client: OAuthClient, signing: Signing, isKnown = false): ClientAuth {
  const { clientAuthentication: way } = client;
  return way === 'none' && isKnown ? () => undefined : proofs[way](client, signing);
}

/** Signing is loaded where something is signed. */
const signedProof: Proof =
  (client, signing) =>
  async (_server, { client_id: clientId }, body) => {
    const { clientAssertion } = await import('./assertion');
    body.set('client_id', clientId);
    body.set('client_assertion_type', 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer');
    body.set('client_assertion', await clientAssertion(client, signing));
  };

/**
 * The library's own Basic also encodes hyphens and dots, which servers that do not decode take for another client.
 * `encodeURIComponent` leaves them, so ordinary ids and secrets go out as they are.
 */
const basic =
  (clientSecret: string, spelled: Spelled): ClientAuth =>
  (_server, { client_id: clientId }, _body, headers) => {
    headers.set('authorization', `Basic ${basicCredentials(clientId, clientSecret, spelled)}`);
  };

/** The ways of client authentication. A new one is a line here. */
const proofs: Readonly<Record<ClientAuthentication, Proof>> = {
  client_secret_post: ({ clientSecret }) => ClientSecretPost(clientSecret),
  client_secret_basic: ({ clientSecret, rawBasic = false }) =>
    basic(clientSecret, rawBasic ? asItIs : encodeURIComponent),
  private_key_jwt: signedProof,
  none: () => None(),
};
