import type { RequestBody } from '../shared/contract';
import type { FieldError } from '../shared/problem';
import { compileField, type FieldRules, type RequestField } from './field';
import { secretMark } from './secret-marks';
import type { ValuesByName } from './values';
import { compileJson, type CompiledText, type TextTemplate } from './json-template';
import { languagesOf } from './query-language';

export interface FilledBody {
  text: string;
  contentType: string;
}

/** The body of a request, ready to be filled. */
export interface BodyTemplate {
  variables: readonly string[];
  /**
   * The body and its content type; `undefined` where the request has none.
   * @throws Problem `invalid-input` for a value that is missing or that its place cannot hold
   */
  fill(values: ValuesByName): FilledBody | undefined;
}

export type CompiledBody =
  { template: BodyTemplate; errors?: undefined } | { template?: undefined; errors: FieldError[] };

type Kind = RequestBody['kind'];
type BodyOf<Key extends Kind> = Extract<RequestBody, { kind: Key }>;

const compilers: { readonly [Key in Kind]: (body: BodyOf<Key>) => CompiledBody } = {
  none: () => ({ template: { variables: [], fill: () => undefined } }),
  json: ({ text }) => jsonBody(text),
  form: ({ fields }) => formBody(fields),
  text: ({ text, contentType }) => textBody(text, contentType),
  graphql: ({ query, variables }) => graphqlBody(query, variables),
};

/**
 * The body as a template. JSON takes placeholders inside its strings, forms in their values, GraphQL in its variables
 * alone; plain text takes secrets alone, and all else in it is sent as it stands. The paths of the errors begin with `body`.
 */
export function compileBody(body: RequestBody): CompiledBody {
  return (compilers[body.kind] as (body: RequestBody) => CompiledBody)(body);
}

function jsonBody(text: string): CompiledBody {
  return asBody(compileJson(text), 'body.text', 'application/json', (filled) => filled);
}

/** GraphQL over HTTP, "Request parameters". A query is never put together from values, so its braces are its own. */
function graphqlBody(query: string, variables: string): CompiledBody {
  if (query.trim() === '') return { errors: [{ path: 'body.query', message: 'Enter the query.' }] };
  const compiled = compileJson(variables.trim() === '' ? '{}' : variables);
  if (compiled.template && !/^\s*\{/.test(variables.trim() || '{}')) {
    return {
      errors: [{ path: 'body.variables', message: 'Enter the variables as a JSON object, such as {"first": 50}.' }],
    };
  }
  const start = `{"query":${JSON.stringify(query)},"variables":`;
  return asBody(compiled, 'body.variables', 'application/json', (filled) => `${start}${filled}}`);
}

function asBody(
  compiled: CompiledText,
  path: string,
  contentType: string,
  whole: (filled: string) => string,
): CompiledBody {
  const { template, refusal } = compiled;
  if (template === undefined) return { errors: [{ path, message: refusal }] };
  return { template: withType(template, contentType, whole) };
}

function withType(
  { variables, fill }: TextTemplate,
  contentType: string,
  whole: (filled: string) => string,
): BodyTemplate {
  return { variables, fill: (values) => ({ text: whole(fill(values)), contentType }) };
}

const secretInText = /\{(secret\.[A-Za-z_][\w-]{0,79})\}/g;

function textBody(text: string, contentType: string): CompiledBody {
  const names = Array.from(text.matchAll(secretInText), ([, name = '']) => name);
  const marked = text.replace(secretInText, (_whole, name: string) => secretMark(name, 'text'));
  const filled = { text: marked, contentType: contentType || 'text/plain; charset=utf-8' };
  return { template: { variables: [...new Set(names)], fill: () => filled } };
}

function formBody(fields: BodyOf<'form'>['fields']): CompiledBody {
  const compiled = fields.map(({ name, value }) => {
    const languages: FieldRules['languages'] = (text, quotes) => languagesOf(name, text, quotes.size > 0);
    return {
      name,
      ...compileField(value, { place: 'form', secrets: 'query', writeFixed: encodeURIComponent, languages }),
    };
  });
  const errors = compiled.flatMap(({ refusal }, index) =>
    refusal === undefined ? [] : [{ path: `body.fields.${index}.value`, message: refusal }],
  );
  if (errors.length > 0) return { errors };
  const items = compiled.flatMap(({ name, field }) => (field ? [{ name: encodeURIComponent(name), field }] : []));
  return { template: formTemplate(items) };
}

function formTemplate(items: readonly { name: string; field: RequestField }[]): BodyTemplate {
  const variables = [...new Set(items.flatMap(({ field }) => field.variables))];
  const write = (values: ValuesByName) => items.map(({ name, field }) => `${name}=${field.fill(values)}`).join('&');
  return { variables, fill: (values) => ({ text: write(values), contentType: 'application/x-www-form-urlencoded' }) };
}
