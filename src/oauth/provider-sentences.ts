import { entra } from './entra-sentences';

/** What an authorization server means by its codes, in sentences an admin can act on. */

/** RFC 6749 sections 4.1.2.1 and 5.2, RFC 7009 section 2.2.1, OpenID Connect Core section 3.1.2.6. */
const standard: Record<string, string> = {
  access_denied:
    'Access was denied: either consent was declined, or the account may not consent. ' +
    'Authenticate again and accept, or ask an admin of the provider to consent.',
  invalid_request:
    'The authorization server found the request incomplete. Check the URLs and the client’s registration.',
  invalid_client: 'The authorization server does not accept the Client ID and Client Secret. Check both.',
  invalid_grant: 'The grant has expired or was revoked. Authenticate again.',
  unauthorized_client: 'This client may not use this grant type. Change its registration at the provider.',
  unsupported_grant_type: 'The authorization server does not support this grant type.',
  unsupported_response_type: 'The authorization server does not support the authorization code grant for this client.',
  unsupported_token_type: 'The authorization server cannot revoke this kind of token.',
  invalid_scope: 'One of the scopes is not valid. Check the Scopes.',
  server_error: 'The authorization server failed. Try again later.',
  temporarily_unavailable: 'The authorization server is overloaded or under maintenance. Try again later.',
  interaction_required: 'The provider asks for a new sign-in. Authenticate again.',
  login_required: 'The provider asks for a new sign-in. Authenticate again.',
  consent_required: 'Consent is required for these permissions. An admin of the provider can grant it.',
  account_selection_required: 'The provider could not tell which account to use. Authenticate again.',
};

/** GitHub, Slack and Zoho send these with status 200, from their references of OAuth errors. */
const others: Record<string, string> = {
  incorrect_client_credentials: 'GitHub does not accept the Client ID and Client Secret. Check both.',
  bad_verification_code: 'The code has expired or has already been used. Authenticate again.',
  bad_refresh_token: 'The refresh token has expired or was revoked. Authenticate again.',
  redirect_uri_mismatch: 'This Callback URL is not registered with the provider. Register it there.',
  unverified_user_email: 'GitHub requires the account to confirm its email address first.',
  bad_client_secret: 'Slack does not accept the Client Secret. Copy it again.',
  invalid_client_id: 'Slack does not know this Client ID. Check it.',
  bad_redirect_uri: 'The Callback URL is not registered at Slack. Add it under OAuth & Permissions.',
  invalid_code: 'The code or refresh token has expired or has already been used. Authenticate again.',
  code_already_used: 'The code has already been used. Authenticate again.',
  invalid_refresh_token: 'The refresh token has expired or was revoked. Authenticate again.',
  token_expired: 'The token has expired. Authenticate again.',
  token_revoked: 'The token was revoked. Authenticate again.',
  invalid_client_secret: 'Zoho does not accept the Client Secret. Check it, and the data center in the URLs.',
};

/** A sentence for each code; the standard's codes are told the same way whoever sends them. */
export const sentences: ReadonlyMap<string, string> = new Map(Object.entries({ ...others, ...entra, ...standard }));
