import type {
  AllowedSpaces,
  Authentication,
  DataSourceSettings,
  OAuth2Authentication,
  RequestSettings,
} from '../contract';
import { checkUrl, type HostPolicy } from '../host-rules';
import { allowedSpacesCount, nameLength } from '../limits';
import { Problem, type FieldError } from '../problem';

/** What the settings are about to be used for; a test or an attempt to authenticate needs less than a save. */
export type Purpose = 'save' | 'authenticate' | 'test';

/**
 * The broken rules of the settings, by field; empty if they may be used. Assumes the shape was validated: this is about
 * what the values mean.
 */
export function checkSettings(settings: DataSourceSettings, purpose: Purpose, policy: HostPolicy): FieldError[] {
  return [
    ...(purpose === 'save' ? [...checkName(settings.name), ...checkSpaces(settings.allowedSpaces)] : []),
    ...checkRequest(settings.request, policy),
    ...checkAuthentication(settings.authentication, policy),
  ];
}

/** @throws Problem `invalid-input` with the broken rules, if there are any */
export function requireValid(settings: DataSourceSettings, purpose: Purpose, policy: HostPolicy): void {
  refuseFields(checkSettings(settings, purpose, policy));
}

/** @throws Problem `invalid-input` if the list is not empty */
export function refuseFields(fields: FieldError[]): void {
  if (fields.length === 0) return;
  const count = fields.length === 1 ? 'One field needs' : `${fields.length} fields need`;
  throw new Problem('invalid-input', `${count} a change before this can go on.`, { fields });
}

function checkName(name: string): FieldError[] {
  if (name.trim() === '') return [{ path: 'name', message: 'Enter a name.' }];
  if (name.length > nameLength) return [{ path: 'name', message: `Use at most ${nameLength} characters.` }];
  return [];
}

function checkSpaces(spaces: AllowedSpaces): FieldError[] {
  const error = (message: string) => [{ path: 'allowedSpaces', message }];
  if (spaces.mode === 'undecided') return error('Choose which spaces may show this data, or all spaces.');
  if (spaces.mode === 'all') return [];
  if (spaces.spaceIds.length === 0) return error('Name at least one space, or choose all spaces.');
  if (spaces.spaceIds.length > allowedSpacesCount) return error(`Name at most ${allowedSpacesCount} spaces.`);
  return spaces.spaceIds.every((id) => /^\d{1,20}$/.test(id)) ? [] : error('One of the spaces is unknown.');
}

function checkRequest(request: RequestSettings, policy: HostPolicy): FieldError[] {
  const parameters = request.parameters.flatMap(({ name }, index) =>
    name.trim() === ''
      ? [{ path: `request.parameters.${index}.name`, message: 'Enter the name of the parameter.' }]
      : [],
  );
  return [...checkEndpoint('request.url', 'the URL', request.url, policy), ...parameters];
}

function checkAuthentication(authentication: Authentication, policy: HostPolicy): FieldError[] {
  return authentication.type === 'oauth2' ? checkOAuth2(authentication, policy) : [];
}

function checkOAuth2(oauth2: OAuth2Authentication, policy: HostPolicy): FieldError[] {
  const { authUrl, tokenUrl, revokeUrl } = oauth2;
  return [
    ...checkClientId(oauth2.clientId),
    ...checkAuthUrl(authUrl, policy),
    ...checkTokenUrl(tokenUrl, authUrl, policy),
    ...(revokeUrl === '' ? [] : checkEndpoint('authentication.revokeUrl', 'the Revoke URL', revokeUrl, policy)),
    ...checkScopes(oauth2.scopes),
  ];
}

/** RFC 6749 appendix A.1: visible ASCII. */
function checkClientId(clientId: string): FieldError[] {
  const error = (message: string) => [{ path: 'authentication.clientId', message }];
  if (clientId === '') return error('Enter the Client ID.');
  return /^[\x21-\x7e]+$/.test(clientId) ? [] : error('A Client ID has no blanks or special letters. Copy it again.');
}

/** Parameters of the authorization request that the app alone sets (RFC 6749 section 4.1.1, RFC 7636). */
const ownParameters =
  /^(client_id|client_secret|redirect_uri|response_type|response_mode|state|scope|code|code_verifier|code_challenge.*|grant_type|refresh_token)$/;

function checkAuthUrl(authUrl: string, policy: HostPolicy): FieldError[] {
  const path = 'authentication.authUrl';
  const errors = checkEndpoint(path, 'the Auth URL', authUrl, policy);
  if (errors.length > 0) return errors;
  const clash = [...new URL(authUrl).searchParams.keys()].find((name) => ownParameters.test(name));
  return clash === undefined ? [] : [{ path, message: `Take ${clash} out of the Auth URL: the app sets it itself.` }];
}

function checkTokenUrl(tokenUrl: string, authUrl: string, policy: HostPolicy): FieldError[] {
  const path = 'authentication.tokenUrl';
  const errors = checkEndpoint(path, 'the Token URL', tokenUrl, policy);
  if (errors.length > 0 || tokenUrl !== authUrl) return errors;
  return [{ path, message: 'This is the Auth URL. The Token URL is another one; it often ends in /token.' }];
}

/** RFC 6749 section 3.3: printable ASCII without quote and backslash, separated by blanks. */
function checkScopes(scopes: string): FieldError[] {
  if (/^[\s\x21\x23-\x5b\x5d-\x7e]*$/.test(scopes)) return [];
  const message = 'Scopes are words of plain letters, separated by blanks. Quotes and backslashes are not allowed.';
  return [{ path: 'authentication.scopes', message }];
}

function checkEndpoint(path: string, label: string, text: string, policy: HostPolicy): FieldError[] {
  const message = endpointRefusal(label, text, policy);
  return message === undefined ? [] : [{ path, message }];
}

function endpointRefusal(label: string, text: string, policy: HostPolicy): string | undefined {
  if (text === '') return `Enter ${label}.`;
  const placeholder = /[{<]([^{}<>]*)[}>]/.exec(text);
  if (placeholder) return `Replace ${placeholder[0]} with its value.`;
  const { url, refusal } = checkUrl(text, policy);
  if (refusal !== undefined) return refusal;
  return url.hash === '' ? undefined : 'Take the part from # on out of the URL; it never reaches the server.';
}
