import type { OAuthClient } from '../../src/oauth/client';
import { tokenServer } from './token-server';

/** A client of the token server in memory. */
export function oauthClient(changes: Partial<OAuthClient> = {}): OAuthClient {
  return {
    clientId: 'client-1',
    clientSecret: 'client-secret-value',
    clientAuthentication: 'client_secret_post',
    authUrl: `${tokenServer}/authorize`,
    tokenUrl: `${tokenServer}/token`,
    revokeUrl: `${tokenServer}/revoke`,
    scopes: [],
    scopeSeparator: ' ',
    authorizeParameters: [],
    tokenParameters: [],
    ...changes,
  };
}
