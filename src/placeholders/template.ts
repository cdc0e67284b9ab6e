import { parseReference, referenceText } from './reference';
import { isSecretPlaceholder } from './secret-marks';

/** Named ways to write a value into text of a language of its own. */
export const encoderNames = [
  'number',
  'odata',
  'soql',
  'literal',
  'jql',
  'scim',
  'phrase',
  'lucene',
  'servicenow',
] as const;

export type EncoderName = (typeof encoderNames)[number];

/** `{name}` or `{name:encoder}`: where a variable's value goes. */
export interface Placeholder {
  /** Of a data source's variable; a secret as in `secret.NAME`; or a reference to a panel's, as in `$.key || $.user.email`. */
  name: string;
  encoder?: EncoderName;
}

/** Fixed text and placeholders, in order. */
export type TemplatePart = string | Placeholder;
export type Template = readonly TemplatePart[];

export type ParsedTemplate = { template: Template; refusal?: undefined } | { template?: undefined; refusal: string };

const token = /\{\{|\}\}|\{([^{}]*)\}|[{}]|[^{}]+/g;
const named = /^([\p{L}_][\p{L}\p{N}_]*|secret\.[A-Za-z_][\w-]{0,79}|\$[^:]*)(?::([a-z]+))?$/u;

/**
 * The text as fixed parts and placeholders, or a plain sentence that says what is wrong. A brace that is meant is written
 * twice, as in `{{` and `}}`.
 */
export function parseTemplate(text: string): ParsedTemplate {
  const parts: TemplatePart[] = [];
  for (const [piece, inner] of text.matchAll(token)) {
    const part = inner === undefined ? fixedPart(piece) : placeholderOf(inner);
    if (part === undefined) return { refusal: refusalOf(piece, inner) };
    append(parts, part);
  }
  return { template: parts };
}

function fixedPart(piece: string): string | undefined {
  if (piece === '{{' || piece === '}}') return piece.charAt(0);
  return piece === '{' || piece === '}' ? undefined : piece;
}

function placeholderOf(inner: string): Placeholder | undefined {
  const { name, encoder } = namesIn(inner);
  if (name === undefined) return undefined;
  if (encoder === undefined) return { name };
  if (isSecretPlaceholder(name)) return undefined;
  const known = encoderNames.find((each) => each === encoder);
  return known && { name, encoder: known };
}

function namesIn(inner: string): { name?: string; encoder?: string } {
  const [, written, encoder] = named.exec(inner.trim()) ?? [];
  if (!written?.startsWith('$')) return { name: written, encoder };
  const reference = parseReference(written);
  return { name: reference && referenceText(reference), encoder };
}

function refusalOf(piece: string, inner: string | undefined): string {
  if (inner === undefined) return `There is a single ${piece} here. Write ${piece}${piece} for the brace itself.`;
  const { name, encoder } = namesIn(inner);
  if (name !== undefined && isSecretPlaceholder(name)) return `Write {${name}}: a secret is sent as it was entered.`;
  if (name === undefined)
    return `{${inner}} is not a variable. A name has letters, digits and _. To write a brace itself, double it.`;
  return `{${inner}} names an unknown encoding: ${encoder} is not one of ${encoderNames.join(', ')}.`;
}

function append(parts: TemplatePart[], part: TemplatePart): void {
  const last = parts.at(-1);
  if (typeof part === 'string' && typeof last === 'string') parts[parts.length - 1] = last + part;
  else parts.push(part);
}

export function placeholdersOf(template: Template): Placeholder[] {
  return template.filter((part): part is Placeholder => typeof part !== 'string');
}

/** The text with a brace written twice, so that it stands for itself in a template. */
export function escapeBraces(text: string): string {
  return text.replace(/[{}]/g, '$&$&');
}
