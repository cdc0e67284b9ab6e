import { compileField, type FieldRules } from './field';
import type { ValuesByName } from './values';
import { languagesOf } from './query-language';
import { parseTemplate } from './template';

/** Text with placeholders, ready to be filled. */
export interface TextTemplate {
  variables: readonly string[];
  /** @throws Problem `invalid-input` for a value that is missing or that its place cannot hold */
  fill(values: ValuesByName): string;
}

export type CompiledText = { template: TextTemplate; refusal?: undefined } | { template?: undefined; refusal: string };

interface Piece {
  variables: readonly string[];
  fill(values: ValuesByName): string;
}

interface JsonString {
  /** The name of the member whose value it is, as far as it is one. */
  member: string;
  isName: boolean;
  /** The literal with its quotes. */
  literal: string;
}

/** A string literal, with the colon that makes it a name; or all between two of them. */
const token = /"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?|[^"]+/g;

/**
 * JSON text with placeholders inside its strings. Nothing but the content of a string changes, so whatever the values,
 * the text has the same members and lists. A string that is `{name:number}` and nothing else becomes a number. Braces
 * between strings are JSON's own; one inside a string is written twice.
 */
export function compileJson(text: string): CompiledText {
  if (!isJson(text)) return { refusal: 'This is not valid JSON. Put placeholders inside strings, as in "{name}".' };
  const pieces: Piece[] = [];
  let member = '';
  for (const [piece, colon] of text.matchAll(token)) {
    const isName = colon !== undefined;
    const compiled = piece.startsWith('"') ? stringPiece({ literal: piece, isName, member }) : { piece: fixed(piece) };
    if (compiled.refusal !== undefined) return compiled;
    pieces.push(compiled.piece);
    if (isName) member = JSON.parse(piece.slice(0, -colon.length)) as string;
  }
  const variables = [...new Set(pieces.flatMap((piece) => piece.variables))];
  return { template: { variables, fill: (values) => pieces.map((piece) => piece.fill(values)).join('') } };
}

type CompiledPiece = { piece: Piece; refusal?: undefined } | { piece?: undefined; refusal: string };

const fixed = (text: string): Piece => ({ variables: [], fill: () => text });

function stringPiece({ literal, isName, member }: JsonString): CompiledPiece {
  if (!/[{}]/.test(literal)) return { piece: fixed(literal) };
  if (isName) return nameRefusal(literal);
  const content = JSON.parse(literal) as string;
  // A double quote in a text of JSON may well be one of JSON within it.
  const languages: FieldRules['languages'] = (text, quotes) => languagesOf(member, text, quotes.has("'"));
  const { field, refusal } = compileField(content, {
    place: 'json',
    secrets: 'json',
    writeFixed: (text) => writeJson(text),
    languages,
  });
  if (refusal !== undefined) return { refusal };
  const fill = isLoneNumber(content) ? field.fill : (values: ValuesByName) => `"${field.fill(values)}"`;
  return { piece: { variables: field.variables, fill } };
}

/** A name with doubled braces is one that has braces; a placeholder would let a value choose the member. */
function nameRefusal(literal: string): CompiledPiece {
  const { template } = parseTemplate(literal);
  const [only, ...others] = template ?? [];
  if (typeof only === 'string' && others.length === 0) return { piece: fixed(only) };
  return { refusal: 'Variables can be used in the values of JSON, not in its names.' };
}

const writeJson = (text: string) => JSON.stringify(text).slice(1, -1);

function isLoneNumber(content: string): boolean {
  const [only, ...others] = parseTemplate(content).template ?? [];
  return others.length === 0 && typeof only === 'object' && only.encoder === 'number';
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
