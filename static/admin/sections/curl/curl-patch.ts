import type { AuthenticationValues } from '../../form-model/data-source/authentication-values';
import type { BodyValues } from '../../form-model/data-source/body-values';
import { basicValuesOf } from '../../form-model/data-source/authentication/basic';
import { emptyBody } from '../../form-model/data-source/body-values';
import type { DataSourceValues } from '../../form-model/data-source/data-source-values';
import { newRow } from '../../form-model/named-rows';
import { isSecret } from '../../form-model/data-source/credential-names';
import type { SecretKeeper } from '../../form-model/data-source/placed-secrets';
import { secretKeeper } from '../../form-model/data-source/placed-secrets';
import { keptBraces, keptJsonBraces } from '../../form-model/data-source/placeholders';
import type { CurlAuthentication, CurlBody, CurlField, CurlRequest } from './curl-request';

export interface CurlPatch {
  patch: Partial<DataSourceValues>;
  /** Plain sentences about what was left out. */
  notes: string[];
}

/** What a curl command sets in the form. Credentials go into secret fields alone; what has no such field is left out. */
export function curlPatch(request: CurlRequest): CurlPatch {
  const keeper = secretKeeper();
  const patch = {
    method: request.method,
    url: plainUrl(request.url),
    parameters: request.parameters.map(({ name, value, secret }) => valueRow(name, value, secret, keeper)),
    headers: request.headers.map(headerRow),
    body: bodyValues(request.body, keeper),
    ...authentication(request.authentication),
  };
  const { placed } = keeper;
  return {
    patch: { ...patch, placedSecrets: placed },
    notes: [...request.notes, ...Object.keys(placed).map(keptNote)],
  };
}

/** The value of a parameter or field; in place of one that is a credential, a placeholder. */
function valueRow(name: string, value: string, secret: boolean, keeper: SecretKeeper) {
  return newRow(name, secret ? keeper.placeholderFor(name, value) : keptBraces(value));
}

/** A URL parser writes the braces of a placeholder as `%7B` and `%7D`. */
function plainUrl(url: string): string {
  return keptBraces(url.replace(/%7B/gi, '{').replace(/%7D/gi, '}'));
}

function headerRow({ name, value, secret }: CurlField) {
  return newRow(name, secret ? value : keptBraces(value), secret);
}

const keptNote = (name: string): string => `A credential is kept as the secret {${name}}.`;

function bodyValues(body: CurlBody, keeper: SecretKeeper): BodyValues {
  switch (body.kind) {
    case 'none':
      return emptyBody;
    case 'json':
      return { ...emptyBody, kind: 'json', json: withSecretsOut(body.text, keeper) };
    case 'form':
      return {
        ...emptyBody,
        kind: 'form',
        fields: body.fields.map(({ name, value }) => valueRow(name, value, isSecret(name, value), keeper)),
      };
    case 'text':
      return { ...emptyBody, kind: 'text', text: body.text, contentType: body.contentType };
    case 'graphql':
      return { ...emptyBody, kind: 'graphql', query: body.query, variables: withSecretsOut(body.variables, keeper) };
  }
}

/** A text with the name of its member. */
const member = /("[^"\\]*(?:\\.[^"\\]*)*")(\s*:\s*)("[^"\\]*(?:\\.[^"\\]*)*")/g;

/** JSON with placeholders in place of the credentials in it, and braces that stand for themselves doubled. */
function withSecretsOut(json: string, keeper: SecretKeeper): string {
  return keptJsonBraces(json).replace(member, (whole: string, name: string, between: string, literal: string) => {
    const [named, value] = [JSON.parse(name) as string, JSON.parse(literal) as string];
    const isOpen = value !== '' && !/[{}]/.test(value) && isSecret(named, value);
    return isOpen ? `${name}${between}"${keeper.placeholderFor(named, value)}"` : whole;
  });
}

/** A key, be it behind a word such as `Token`, is an API key; what has another shape stays secret as a whole. */
function headerValues(name: string, value: string): Partial<AuthenticationValues> {
  const [, prefix = '', key] = /^([A-Za-z][A-Za-z-]{0,19} +)?(\S+)$/.exec(value) ?? [];
  if (key === undefined) return { authenticationType: 'custom-header', headerName: name, headerValue: value };
  return { authenticationType: 'api-key', keyPlacement: 'header', keyName: name, keyPrefix: prefix, apiKey: key };
}

function authentication(found: CurlAuthentication): Partial<AuthenticationValues> {
  switch (found.type) {
    case 'none':
      return {};
    case 'basic':
      return { authenticationType: 'basic', ...basicValuesOf(found.username, found.password) };
    case 'digest':
      return { authenticationType: found.type, username: found.username, password: found.password };
    case 'bearer':
      return { authenticationType: 'bearer', token: found.token };
    case 'header':
      return headerValues(found.name, found.value);
    case 'query':
      return {
        authenticationType: 'api-key',
        keyPlacement: 'query',
        keyName: found.name,
        keyPrefix: '',
        apiKey: found.value,
      };
  }
}
