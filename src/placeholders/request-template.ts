import type { HeaderSettings, RequestBody } from '../shared/contract';
import type { FieldError } from '../shared/problem';
import { type BodyTemplate, compileBody, type FilledBody } from './body-template';
import { compileField, type RequestField } from './field';
import type { ValuesByName } from './values';
import { compileUrl, type NamedText, type UrlTemplate } from './url-template';

/** A request as the admin writes it, with placeholders. */
export interface WrittenRequest {
  url: string;
  parameters: readonly NamedText[];
  /** Those that are not secret: a secret value is sent as it was typed. */
  headers: readonly HeaderSettings[];
  body: RequestBody;
}

export interface FilledRequest {
  url: URL;
  /** In the order of the settings. A content type of the settings wins over the body's own. */
  headers: [name: string, value: string][];
  body: FilledBody | undefined;
}

/** The whole request, parsed once and filled for each reading. */
export interface RequestTemplate {
  /** Names of all variables in it, each once. */
  variables: readonly string[];
  /**
   * The request with every value encoded for the place it lands in, so that no value changes its structure.
   * @throws Problem `invalid-input` for a value that is missing or that its place cannot hold
   */
  fill(values: ValuesByName): FilledRequest;
}

export type CompiledRequest =
  { template: RequestTemplate; errors?: undefined } | { template?: undefined; errors: FieldError[] };

interface HeaderField {
  name: string;
  field: RequestField;
}

/** The request as a template, or what of it cannot be one; the paths of the errors are relative to the request. */
export function compileRequest({ url, parameters, headers, body }: WrittenRequest): CompiledRequest {
  const compiledUrl = compileUrl(url, parameters);
  const compiledBody = compileBody(body);
  const errors: FieldError[] = [...(compiledUrl.errors ?? []), ...(compiledBody.errors ?? [])];
  const fields = headers.flatMap((header, index) => headerField(header, index, errors));
  if (!compiledUrl.template || !compiledBody.template || errors.length > 0) return { errors };
  return { template: requestTemplate(compiledUrl.template, fields, compiledBody.template) };
}

function headerField({ name, value, secret }: HeaderSettings, index: number, errors: FieldError[]): HeaderField[] {
  if (secret) return [];
  const { field, refusal } = compileField(value, { place: 'header' });
  if (field) return [{ name, field }];
  errors.push({ path: `headers.${index}.value`, message: refusal });
  return [];
}

function requestTemplate(url: UrlTemplate, headers: readonly HeaderField[], body: BodyTemplate): RequestTemplate {
  const variables = [url, ...headers.map(({ field }) => field), body].flatMap((part) => part.variables);
  return {
    variables: [...new Set(variables)],
    fill: (values) => ({
      url: url.fill(values),
      headers: headers.map(({ name, field }) => [name, field.fill(values)]),
      body: body.fill(values),
    }),
  };
}
