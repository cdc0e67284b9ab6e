import { randomUUID } from 'node:crypto';

/** The error that Entra names with this number, and our own sentence for it. */
interface EntraError {
  code: number;
  says: string;
}

/**
 * By what the authorization server says in confidence to its operator. The numbers are Entra's; see "Microsoft Entra
 * authentication and authorization error codes" on learn.microsoft.com.
 */
const byDetail: [RegExp, EntraError][] = [
  [/^invalid secret provided/, { code: 7000215, says: 'The client secret is not valid for this app.' }],
  [/^client not found/, { code: 700016, says: 'There is no app with this client ID in the directory.' }],
  [
    /authentication mechanism does not match/,
    { code: 7000218, says: 'The client authentication method of this app is not allowed.' },
  ],
  [/^authorization code already consumed/, { code: 54005, says: 'The authorization code has been redeemed before.' }],
  [/^authorization code is expired/, { code: 70008, says: 'The authorization code has expired.' }],
  [/redirect_uri mismatch/, { code: 500112, says: 'The redirect URI does not match the authorization request.' }],
  [/^code_verifier/, { code: 501481, says: 'The code verifier does not match the code challenge.' }],
  [
    /^refresh token is expired/,
    { code: 700082, says: 'The refresh token has expired. The user has to sign in again.' },
  ],
  [/already used/, { code: 70000, says: 'The refresh token has been used before, so its grant was revoked.' }],
  [/^(refresh token|grant|RefreshToken) (not found|is expired)/, { code: 50173, says: 'The grant has been revoked.' }],
];

const byError: Record<string, EntraError> = {
  invalid_grant: { code: 70000, says: 'The grant is not valid.' },
  invalid_request: { code: 900144, says: 'The request is missing a parameter or has one that is not valid.' },
  invalid_scope: { code: 70011, says: 'A scope of the request is not valid.' },
  unsupported_grant_type: { code: 70003, says: 'The grant type is not supported.' },
  unauthorized_client: { code: 700016, says: 'The app may not use this grant type.' },
  invalid_redirect_uri: { code: 50011, says: 'The redirect URI is not one of those registered for the app.' },
  invalid_client: { code: 700016, says: 'There is no app with this client ID in the directory.' },
};

/** What the redirect says when the person declines. */
export const userDeclined = 'AADSTS65004: The user declined to consent to access for the app.';
/** What the redirect says when the account may not consent. */
export const adminConsentRequired =
  'AADSTS90094: Admin consent required. An admin of the directory has to grant this app its permissions.';
/** What the redirect says about scopes that the directory does not have. */
export const unknownScope = (scope: string): string =>
  `AADSTS650053: The app asked for the scope '${scope}', which does not exist.`;

/** Entra's number and our sentence for an error of the authorization server, whose own text is the fallback. */
export function entraDescription(error: string, detail: string | undefined, fallback: string | undefined): string {
  const { code, says } = entraError(error, detail, fallback);
  return `AADSTS${code}: ${says}`;
}

/** The body of an error response as Entra's token endpoint words it; the `error` stays as RFC 6749 section 5.2 has it. */
export function entraErrorBody(error: string, detail: string | undefined, fallback: string | undefined): object {
  const { code } = entraError(error, detail, fallback);
  const [trace, correlation] = [randomUUID(), randomUUID()];
  const timestamp = new Date().toISOString().replace('T', ' ').slice(0, 19) + 'Z';
  const told = entraDescription(error, detail, fallback);
  return {
    error,
    error_description: `${told} Trace ID: ${trace} Correlation ID: ${correlation} Timestamp: ${timestamp}`,
    error_codes: [code],
    timestamp,
    trace_id: trace,
    correlation_id: correlation,
  };
}

function entraError(error: string, detail: string | undefined, fallback: string | undefined): EntraError {
  const known = byDetail.find(([pattern]) => detail !== undefined && pattern.test(detail))?.[1] ?? byError[error];
  return known ?? { code: 50000, says: fallback ?? 'The token could not be issued.' };
}
