import type { CurlAuthentication, CurlField } from './curl-request';

export interface CurlCredentials {
  authentication: CurlAuthentication;
  headers: CurlField[];
  parameters: CurlField[];
  notes: string[];
}

/**
 * The credentials of the command as an authentication of the form, taken out of headers and parameters. What is not
 * needed for it stays among them, marked secret.
 */
export function takeAuthentication(
  headers: readonly CurlField[],
  parameters: readonly CurlField[],
  user: string | undefined,
  isDigest: boolean,
): CurlCredentials {
  const found =
    ofUser(user, isDigest ? 'digest' : 'basic') ??
    ofAuthorization(headers) ??
    ofSecretField(headers, 'header') ??
    ofSecretField(parameters, 'query');
  const { authentication, used } = found ?? { authentication: { type: 'none' as const }, used: undefined };
  const others = (fields: readonly CurlField[]) => fields.filter((each) => each !== used);
  const variable = JSON.stringify(authentication).match(/\$\{?[A-Z_][A-Z0-9_]*\}?/)?.[0];
  const notes = variable
    ? [`The command takes a credential from the shell variable ${variable}. Enter its value instead.`]
    : [];
  return { authentication, headers: others(headers), parameters: others(parameters), notes };
}

interface Found {
  authentication: CurlAuthentication;
  used?: CurlField;
}

function ofUser(user: string | undefined, type: 'basic' | 'digest'): Found | undefined {
  if (user === undefined) return undefined;
  const [, username = user, password = ''] = /^([^:]*):([\s\S]*)$/.exec(user) ?? [];
  return { authentication: { type, username, password } };
}

function ofAuthorization(headers: readonly CurlField[]): Found | undefined {
  const used = headers.find(({ name }) => name.toLowerCase() === 'authorization');
  if (!used) return undefined;
  const [, scheme = '', credentials = ''] = /^(\S+)\s+(\S.*)$/s.exec(used.value) ?? [];
  if (/^bearer$/i.test(scheme)) return { authentication: { type: 'bearer', token: credentials }, used };
  const user = /^basic$/i.test(scheme) ? base64Text(credentials) : undefined;
  const basic = user?.includes(':') ? ofUser(user, 'basic') : undefined;
  return { authentication: basic?.authentication ?? { type: 'header', name: used.name, value: used.value }, used };
}

/** UTF-8 within Base64 (RFC 7617 section 2.1); `undefined` for what is neither. */
function base64Text(text: string): string | undefined {
  try {
    const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function ofSecretField(fields: readonly CurlField[], type: 'header' | 'query'): Found | undefined {
  const used = fields.find(({ secret, name }) => secret && name.toLowerCase() !== 'cookie');
  return used && { authentication: { type, name: used.name, value: used.value }, used };
}
