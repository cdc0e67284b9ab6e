import type { ValuesByName } from './values';
import { parseReference, type Reference, referenceText, valueOfReference } from './reference';
import { valueRefused } from './value-refused';

/** A placeholder, a backslash with what it takes, a name, or any other character. */
const token = /\{\s*(\$[^{}'"]*)\}|\\[\s\S]|[\p{L}_][\p{L}\p{N}_]*|[\s\S]/gu;

/** What is open around a place of the selector: brackets, a group, or the arguments of a function. */
interface Opened {
  bracket: '[' | '(';
  /** The function's, empty for a group. */
  name: string;
  /** Number of commas so far. */
  argument: number;
  isFilter: boolean;
}

/**
 * The JSONPath selector with values in place of `{$.key}` and `{$.a || $.b}`. Each becomes one literal (RFC 9535 section
 * 2.3.5.1), or a part of the text literal that it stands in, so the selector keeps its structure whatever the value. Out
 * of quotes, numbers, `true`, `false` and `null` are themselves and all else is text. In the pattern of `match` and
 * `search` a value stands for itself, not for a pattern.
 * @throws Problem `invalid-input` for a value that is no whole number where a slice needs one
 */
export function bindSelector(selector: string, values: ValuesByName): string {
  const around: Opened[] = [];
  let quote = '';
  let before = '';
  let bound = '';
  for (const found of selector.matchAll(token)) {
    const [text, inner] = found;
    const reference = inner === undefined ? undefined : parseReference(inner);
    if (reference) {
      const isPattern = isPatternOf(around.at(-1));
      const value = wellFormed(valueOfReference(reference, values));
      const shown = isPattern ? escapePattern(value) : value;
      const isSlice = before === ':' || /^\s*:/.test(selector.slice(found.index + text.length));
      bound += quote ? inText(shown, quote) : literal(shown, { reference, isPattern, isSlice, in: around.at(-1) });
    } else {
      if (quote) quote = text === quote ? '' : quote;
      else if (text === "'" || text === '"') quote = text;
      else follow(around, text, before);
      bound += text;
    }
    if (text.trim() !== '') before = text;
  }
  return bound;
}

function follow(around: Opened[], text: string, before: string): void {
  const inner = around.at(-1);
  if (text === '[') around.push({ bracket: '[', name: '', argument: 0, isFilter: false });
  else if (text === '(') around.push({ bracket: '(', name: before, argument: 0, isFilter: false });
  else if (text === ']' || text === ')') around.pop();
  else if (inner && text === '?') inner.isFilter = true;
  else if (inner && text === ',') Object.assign(inner, { argument: inner.argument + 1, isFilter: false });
}

function isPatternOf(opened: Opened | undefined): boolean {
  return opened?.bracket === '(' && opened.argument === 1 && (opened.name === 'match' || opened.name === 'search');
}

interface ReferenceUse {
  reference: Reference;
  isPattern: boolean;
  isSlice: boolean;
  in: Opened | undefined;
}

/** As many digits as a number holds exactly; longer ones are ids, and responses have those as text. */
const number = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,14})?$/;
const whole = /^(?:0|-?[1-9]\d{0,14})$/;

function literal(value: string, { reference, isPattern, isSlice, in: opened }: ReferenceUse): string {
  if (isPattern) return quoted(value);
  if (opened?.bracket !== '[' || opened.isFilter) return isPlain(value) ? value : quoted(value);
  if (whole.test(value)) return value;
  if (isSlice) throw valueRefused(referenceText(reference), 'must be a whole number');
  return quoted(value);
}

const isPlain = (value: string) => number.test(value) || ['true', 'false', 'null'].includes(value);

const quoted = (value: string) => `'${inText(value, "'")}'`;

function inText(value: string, quote: string): string {
  return value.replace(/[\\'"\b\f\n\r\t]/g, (character) => {
    const escaped = escapes.get(character);
    if (escaped !== undefined) return escaped;
    return character === quote ? `\\${character}` : character;
  });
}

const escapes: ReadonlyMap<string, string> = new Map([
  ['\\', '\\\\'],
  ['\b', '\\b'],
  ['\f', '\\f'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
]);

/** RFC 9485 section 3, and the two anchors that it does without. */
const escapePattern = (value: string) => value.replace(/[\\.*+?{}()[\]|^$-]/g, '\\$&');

/** Half a character cannot stand in a text literal, and json-p3 takes no control character but those above. */
const wellFormed = (value: string) => value.replace(/\p{Surrogate}|[^\P{Cc}\b\f\n\r\t\x7f-\x9f]/gu, '\uFFFD');
