import type { AuthenticationValues } from '../../form-model/data-source/authentication-values';
import type { BodyValues } from '../../form-model/data-source/body-values';
import { basicValuesOf } from '../../form-model/data-source/authentication/basic';
import { emptyBody } from '../../form-model/data-source/body-values';
import type { DataSourceValues } from '../../form-model/data-source/data-source-values';
import { newRow } from '../../form-model/named-rows';
import { keptBraces, keptJsonBraces } from '../../form-model/data-source/placeholders';
import type { CurlAuthentication, CurlBody, CurlField, CurlRequest } from './curl-request';

export interface CurlPatch {
  patch: Partial<DataSourceValues>;
  /** Plain sentences about what was left out. */
  notes: string[];
}

/** What a curl command sets in the form. Credentials go into secret fields alone; what has no such field is left out. */
export function curlPatch(request: CurlRequest): CurlPatch {
  const open = request.parameters.filter(({ secret }) => !secret);
  const leftOut = request.parameters.filter(({ secret }) => secret);
  const patch = {
    method: request.method,
    url: plainUrl(request.url),
    parameters: open.map(({ name, value }) => newRow(name, keptBraces(value))),
    headers: request.headers.map(headerRow),
    body: bodyValues(request.body),
    ...authentication(request.authentication),
  };
  return { patch, notes: [...request.notes, ...leftOut.map(leftOutNote)] };
}

/** A URL parser writes the braces of a placeholder as `%7B` and `%7D`. */
function plainUrl(url: string): string {
  return keptBraces(url.replace(/%7B/gi, '{').replace(/%7D/gi, '}'));
}

function headerRow({ name, value, secret }: CurlField) {
  return newRow(name, secret ? value : keptBraces(value), secret);
}

function leftOutNote({ name }: CurlField): string {
  return `The parameter ${name} contains a credential and was left out, because the form keeps only one credential in the query. If the API accepts a header instead, add one and mark it as secret.`;
}

function bodyValues(body: CurlBody): BodyValues {
  switch (body.kind) {
    case 'none':
      return emptyBody;
    case 'json':
      return { ...emptyBody, kind: 'json', json: keptJsonBraces(body.text) };
    case 'form':
      return {
        ...emptyBody,
        kind: 'form',
        fields: body.fields.map((field) => newRow(field.name, keptBraces(field.value))),
      };
    case 'text':
      return { ...emptyBody, kind: 'text', text: body.text, contentType: body.contentType };
    case 'graphql':
      return { ...emptyBody, kind: 'graphql', query: body.query, variables: keptJsonBraces(body.variables) };
  }
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
      return { authenticationType: 'custom-header', headerName: found.name, headerValue: found.value };
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
