import type { OAuth2Authentication } from '../shared/contract';
import type { HostPolicy } from '../shared/host-rules';
import { endOfDay } from '../shared/secret-expiry';
import type { FieldError } from '../shared/problem';
import { checkEndpoint } from '../requests/endpoint-rules';
import { checkAssertion } from './assertion-members';
import { checkHeaderName, checkPrefix } from './header-rules';

/** What is wrong with the settings of OAuth 2, by field; empty if they can be used. */
export function checkOAuth2(oauth2: OAuth2Authentication, policy: HostPolicy): FieldError[] {
  const { grantType, authUrl, revokeUrl } = oauth2;
  const needsSignIn = grantType === 'authorization_code';
  return [
    ...checkClientId(oauth2.clientId),
    ...(needsSignIn ? checkAuthUrl(authUrl, policy) : []),
    ...(grantType === 'client_credentials' ? checkOwnSecret(oauth2) : []),
    ...checkTokenUrl(oauth2.tokenUrl, needsSignIn ? authUrl : '', policy),
    ...(revokeUrl === '' ? [] : checkEndpoint('authentication.revokeUrl', 'the Revoke URL', revokeUrl, policy)),
    ...checkScopes(oauth2.scopes),
    ...checkOtherGrantType(oauth2),
    ...checkPkce(oauth2),
    ...checkAssertion(oauth2),
    ...checkTokenPath(oauth2.tokenPath ?? ''),
    ...(needsSignIn ? checkParameters('authorizeParameters', oauth2.authorizeParameters) : []),
    ...checkParameters('tokenParameters', oauth2.tokenParameters),
    ...checkTokenHeader(oauth2.tokenHeader),
    ...checkExpiry(oauth2.secretExpiresOn ?? ''),
  ];
}

/** RFC 6749 appendix A.1: visible ASCII. */
function checkClientId(clientId: string): FieldError[] {
  const error = (message: string) => [{ path: 'authentication.clientId', message }];
  if (clientId === '') return error('Enter the Client ID.');
  return /^[\x21-\x7e]+$/.test(clientId)
    ? []
    : error('A Client ID cannot contain spaces or special characters. Copy it again.');
}

/** RFC 6749 section 4.4: only confidential clients get tokens for themselves. */
function checkOwnSecret({ clientAuthentication }: OAuth2Authentication): FieldError[] {
  if (clientAuthentication !== 'none') return [];
  const message = 'Client Credentials needs a Client Secret. Choose how it is sent.';
  return [{ path: 'authentication.clientAuthentication', message }];
}

/** RFC 6749 section 4.5 and appendix A.10: a name, or an absolute URI. Those with a choice of their own need what it asks for. */
function checkOtherGrantType({ grantType, otherGrantType = '' }: OAuth2Authentication): FieldError[] {
  const error = (message: string) => [{ path: 'authentication.otherGrantType', message }];
  if (grantType !== 'other') return [];
  if (otherGrantType === '') return error('Enter the grant type, such as account_credentials.');
  if (!/^[\x21-\x7e]+$/.test(otherGrantType)) return error('A grant type cannot contain spaces or special characters.');
  const isKnown = /^(?:authorization_code|client_credentials|refresh_token|.*:jwt-bearer)$/.test(otherGrantType);
  return isKnown ? error('Choose this grant type from the list.') : [];
}

/** RFC 9700 section 2.1.1: without a secret, nothing but PKCE keeps a stolen code from being used. */
function checkPkce({ grantType, noPkce, clientAuthentication }: OAuth2Authentication): FieldError[] {
  if (grantType !== 'authorization_code' || !noPkce || clientAuthentication !== 'none') return [];
  return [{ path: 'authentication.noPkce', message: 'A client without a secret needs PKCE. Leave it on.' }];
}

function checkTokenPath(tokenPath: string): FieldError[] {
  if (/^$|^[^.\s]+(?:\.[^.\s]+){0,9}$/.test(tokenPath)) return [];
  const message = 'Enter the names that lead to the access token, with dots between them, such as data.access_token.';
  return [{ path: 'authentication.tokenPath', message }];
}

/** Parameters that the app alone sets (RFC 6749 sections 4.1.1, 4.1.3, 4.4.2 and 6, RFC 7636). */
const ownParameters =
  /^(client_id|client_secret|client_assertion.*|redirect_uri|response_type|response_mode|state|scope|code|code_verifier|code_challenge.*|grant_type|refresh_token|request|request_uri)$/;

function checkAuthUrl(authUrl: string, policy: HostPolicy): FieldError[] {
  const path = 'authentication.authUrl';
  const errors = checkEndpoint(path, 'the Auth URL', authUrl, policy);
  if (errors.length > 0) return errors;
  const clash = [...new URL(authUrl).searchParams.keys()].find((name) => ownParameters.test(name));
  return clash === undefined ? [] : [{ path, message: `Remove ${clash} from the Auth URL; the app sets it.` }];
}

function checkTokenUrl(tokenUrl: string, authUrl: string, policy: HostPolicy): FieldError[] {
  const path = 'authentication.tokenUrl';
  const errors = checkEndpoint(path, 'the Token URL', tokenUrl, policy);
  if (errors.length > 0 || tokenUrl !== authUrl) return errors;
  return [{ path, message: 'This is the Auth URL. Enter the Token URL, which often ends in /token.' }];
}

/** RFC 6749 section 3.3: printable ASCII without quote and backslash, separated by spaces. */
function checkScopes(scopes: string): FieldError[] {
  if (/^[\s\x21\x23-\x5b\x5d-\x7e]*$/.test(scopes)) return [];
  const message = 'Separate scopes with spaces. Quotes, backslashes and special characters are not allowed.';
  return [{ path: 'authentication.scopes', message }];
}

/** RFC 6749 appendix A.2 names them so. The same name may come again, as `resource` does (RFC 8707 section 2). */
function checkParameters(list: 'authorizeParameters' | 'tokenParameters', all: Parameter[]): FieldError[] {
  return all.flatMap((parameter, index) => {
    const message = parameterRefusal(parameter, all);
    return message === undefined ? [] : [{ path: `authentication.${list}.${index}.name`, message }];
  });
}

interface Parameter {
  name: string;
  value: string;
  secret?: boolean;
}

function parameterRefusal({ name, secret }: Parameter, all: Parameter[]): string | undefined {
  if (name === '') return 'Enter the name of the parameter.';
  if (!/^[\w.-]{1,100}$/.test(name)) return 'A parameter name can contain only letters, digits, _, . and -.';
  if (ownParameters.test(name.toLowerCase())) return `Remove ${name}; the app sets it.`;
  const isShared = secret && all.filter((each) => each.name === name).length > 1;
  return isShared ? 'A secret parameter can be listed only once.' : undefined;
}

function checkTokenHeader({ name, prefix }: OAuth2Authentication['tokenHeader']): FieldError[] {
  const path = 'authentication.tokenHeader';
  return [...checkHeaderName(`${path}.name`, name), ...checkPrefix(`${path}.prefix`, prefix)];
}

function checkExpiry(day: string): FieldError[] {
  if (day === '' || endOfDay(day) !== undefined) return [];
  return [{ path: 'authentication.secretExpiresOn', message: 'Enter a date such as 2027-03-31.' }];
}
