import { isSecret } from '../../form-model/data-source/credential-names';
import { type Part, listOf, partOf, resolved, textOf } from './document';
import { exampleSize, isSizeName } from './plain-examples';

interface Pair {
  name: string;
  value: string;
}

/** What is sent, with `{name}` where a variable stands, and what the API takes besides. */
export interface SentParameters {
  path: string;
  query: Pair[];
  headers: Pair[];
  /** What each variable has where a panel gives none. */
  defaults: Record<string, string>;
  /** The query with which an example is looked at for paging. */
  exampleQuery: Pair[];
  /** The name of the parameter for how many rows a page has, and the most it takes. */
  size?: Pair;
  /** Names of what is not sent. */
  leftOut: string[];
}

const usualSize = 100;

/** The parameters of an operation as a request has them: those that must be sent, and the size of a page. */
export function sentParameters(path: string, parameters: readonly Part[], document: Part): SentParameters {
  const sent: SentParameters = { path, query: [], headers: [], defaults: {}, exampleQuery: [], leftOut: [] };
  for (const parameter of parameters) take(parameter, partOf(resolved(parameter.schema, document)), sent);
  sent.path = sent.path.replace(/\{([^{}]*)\}/g, (_, name: string) => `{${variableName(name)}}`);
  return sent;
}

function take(parameter: Part, schema: Part, sent: SentParameters): void {
  const name = textOf(parameter.name);
  const value = usualValue(parameter, schema);
  if (parameter.in === 'path') sent.defaults[variableName(name)] = value;
  else if (parameter.in === 'query') takeQuery(name, value, parameter, schema, sent);
  else if (
    parameter.in === 'header' &&
    parameter.required === true &&
    !/^(?:accept|authorization|content-type)$/i.test(name)
  )
    sent.headers.push({ name, value: placeFor(name, value, sent) });
  else if (parameter.in === 'header' || parameter.in === 'cookie') sent.leftOut.push(name);
}

function takeQuery(name: string, value: string, parameter: Part, schema: Part, sent: SentParameters): void {
  const example = exampleNumberOf(name, schema) ?? (schema.type === 'string' ? '' : undefined);
  if (example !== undefined) sent.exampleQuery.push({ name, value: example });
  if (isSizeName(name) && !sent.size) {
    sent.size = { name, value: String(numberIn(schema.maximum) ?? numberIn(schema.default) ?? usualSize) };
    sent.query.push(sent.size);
  } else if (parameter.required === true) sent.query.push({ name, value: placeFor(name, value, sent) });
  else sent.leftOut.push(name);
}

/** A credential gets a field of its own, anything else is a variable. */
function placeFor(name: string, value: string, { defaults }: SentParameters): string {
  const variable = variableName(name);
  if (isSecret(name, value)) return `{secret.${variable}}`;
  defaults[variable] = value;
  return `{${variable}}`;
}

/** Numbers that say which page is meant, as the first one has them. */
function exampleNumberOf(name: string, schema: Part): string | undefined {
  if (schema.type !== 'integer' && schema.type !== 'number') return undefined;
  if (isSizeName(name)) return String(exampleSize);
  if (/offset|skip|start|from/i.test(name)) return String(numberIn(schema.default) ?? numberIn(schema.minimum) ?? 0);
  return /page/i.test(name) ? String(numberIn(schema.default) ?? numberIn(schema.minimum) ?? 1) : undefined;
}

const numberIn = (value: unknown) => (typeof value === 'number' ? value : undefined);

function usualValue(parameter: Part, schema: Part): string {
  const given =
    schema.default ?? parameter.example ?? schema.example ?? listOf(schema.examples)[0] ?? listOf(schema.enum)[0];
  return typeof given === 'string' || typeof given === 'number' || typeof given === 'boolean' ? String(given) : '';
}

/** The name as a variable can have it. */
function variableName(name: string): string {
  const plain = name
    .split(/[^\p{L}\p{N}_]+/u)
    .filter((word) => word !== '')
    .join('_');
  return /^[\p{L}_]/u.test(plain) ? plain : `p_${plain}`;
}
