/** What an authorization server means by its codes, in sentences an admin can act on. */

/** Microsoft Entra ID, "Microsoft Entra authentication and authorization error codes". */
const entra: Record<string, string> = {
  AADSTS7000215: 'The Client Secret is wrong. Copy the secret’s Value from Entra ID, not its Secret ID.',
  AADSTS7000222: 'The Client Secret has expired. Make a new one in Entra ID and enter it here.',
  AADSTS7000218: 'Entra ID expects a Client Secret. Enter it, and register the Callback URL under the platform Web.',
  AADSTS7000216: 'Entra ID expects a Client Secret for this grant type. Enter it, and choose how it is sent.',
  AADSTS1002012: 'With Client Credentials, Entra ID takes one scope that ends in /.default. Change the Scopes.',
  AADSTS700016: 'Entra ID does not know this Client ID in this tenant. Check the Client ID and the tenant in the URLs.',
  AADSTS90002: 'Entra ID does not know this tenant. Check the tenant in the Auth URL and the Token URL.',
  AADSTS900023: 'The tenant in the URLs is not a tenant id or domain. Check the Auth URL and the Token URL.',
  AADSTS50011: 'The Callback URL is not registered for this application. Add it in Entra ID under the platform Web.',
  AADSTS50020: 'The account belongs to another tenant. Sign in with an account of this tenant.',
  AADSTS50034: 'Entra ID does not know this account in this tenant.',
  AADSTS50057: 'The account that signed in is disabled. Authenticate with another account.',
  AADSTS50076: 'Entra ID asks for multi-factor authentication. Authenticate again.',
  AADSTS50078: 'Entra ID asks for multi-factor authentication again. Authenticate again.',
  AADSTS50079: 'Entra ID asks this account to set up multi-factor authentication. Do so, then authenticate again.',
  AADSTS50105: 'The account is not assigned to this application. A tenant admin can assign it in Entra ID.',
  AADSTS50126: 'User name or password are wrong.',
  AADSTS50173: 'The password was changed or the sessions were revoked. Authenticate again.',
  AADSTS53003: 'A Conditional Access policy of the tenant blocks this sign-in. A tenant admin can change it.',
  AADSTS530003: 'A Conditional Access policy of the tenant asks for a managed device.',
  AADSTS54005: 'The authorization code was used already. Authenticate again.',
  AADSTS65001: 'Nobody has consented to these permissions yet. A tenant admin can grant admin consent in Entra ID.',
  AADSTS65004: 'Consent was declined, so nothing was granted. Authenticate again and accept, or ask a tenant admin.',
  AADSTS90094: 'Admin consent is required for these permissions. A tenant admin can grant it in Entra ID.',
  AADSTS90095: 'Admin consent is required for these permissions, and it was requested. Try again when it is granted.',
  AADSTS70000: 'The grant is no longer valid. Authenticate again.',
  AADSTS70008: 'The code or refresh token has expired. Authenticate again.',
  AADSTS70011: 'One of the scopes is not valid. Check the Scopes.',
  AADSTS500011: 'Entra ID does not know the resource in the scopes. Check the Scopes.',
  AADSTS700082: 'The refresh token has expired, because it was not used for a long time. Authenticate again.',
  AADSTS700084:
    'The refresh token has expired after a day, because the Callback URL is registered as a single-page app.',
  AADSTS9002325: 'The Callback URL is registered as a single-page app. Register it under the platform Web.',
};

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

/** GitHub, Slack and Zoho answer these with status 200, from their references of OAuth errors. */
const others: Record<string, string> = {
  incorrect_client_credentials: 'GitHub does not accept the Client ID and Client Secret. Check both.',
  bad_verification_code: 'The code has expired or was used already. Authenticate again.',
  bad_refresh_token: 'The refresh token has expired or was revoked. Authenticate again.',
  redirect_uri_mismatch: 'The Callback URL is not registered at the provider, or another one is. Register it there.',
  unverified_user_email: 'GitHub wants the account to confirm its mail address first.',
  bad_client_secret: 'Slack does not accept the Client Secret. Copy it again.',
  invalid_client_id: 'Slack does not know this Client ID. Check it.',
  bad_redirect_uri: 'The Callback URL is not registered at Slack. Add it under OAuth & Permissions.',
  invalid_code: 'The code or refresh token has expired or was used already. Authenticate again.',
  code_already_used: 'The code was used already. Authenticate again.',
  invalid_refresh_token: 'The refresh token has expired or was revoked. Authenticate again.',
  token_expired: 'The token has expired. Authenticate again.',
  token_revoked: 'The token was revoked. Authenticate again.',
  invalid_client_secret: 'Zoho does not accept the Client Secret. Check it, and the data center in the URLs.',
};

/** A sentence for each code; the standard's codes are told the same way whoever sends them. */
export const sentences: ReadonlyMap<string, string> = new Map(Object.entries({ ...others, ...entra, ...standard }));
