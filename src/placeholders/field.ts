import { type Literal, literals } from './literals';
import { type Place, places } from './place';
import { type EncoderName, parseTemplate, type Placeholder, type Template, type TemplatePart } from './template';
import { hasMark, isSecretPlaceholder, secretMark, type SecretPlace } from './secret-marks';
import { valueRefused } from './value-refused';
import type { ValuesByName } from './values';

/** One place of a request, ready to be filled. */
export interface RequestField {
  /** Names of the variables in it, each once. */
  variables: readonly string[];
  /**
   * The text with every placeholder replaced by its encoded value.
   * @throws Problem `invalid-input` for a value that is missing or that the place cannot hold
   */
  fill(values: ValuesByName): string;
}

export type CompiledField = { field: RequestField; refusal?: undefined } | { field?: undefined; refusal: string };

export interface FieldRules {
  place: Place;
  /** What the fixed text says once the server has decoded it. */
  decode?: (fixed: string) => string;
  /** How fixed text is written into the place; as it stands where absent. */
  writeFixed?: (fixed: string) => string;
  /** How secrets are written here; absent where none may stand. */
  secrets?: SecretPlace;
  /** The encoders one of which every placeholder needs, given all fixed text and the quotes that any stands in; empty where none. */
  languages?: (fixedText: string, quotes: ReadonlySet<string>) => readonly EncoderName[];
}

/** The text as a field of a request, or a plain sentence that says why it cannot be one. */
export function compileField(text: string, rules: FieldRules): CompiledField {
  const { template, refusal } = parseTemplate(text);
  if (template === undefined) return { refusal };
  const decoded = template.map((part) => (typeof part === 'string' ? (rules.decode ?? same)(part) : part));
  const fixedText = decoded.filter((part) => typeof part === 'string').join('');
  const needed = rules.languages?.(fixedText, quotesAround(decoded)) ?? [];
  const broken = decoded
    .map((part) => secretRefusal(part, rules) ?? encoderRefusal(part, needed))
    .find((each) => each !== undefined);
  const unclosed = broken ?? quoteRefusal(decoded);
  return unclosed === undefined ? { field: fieldOf(template, decoded, rules) } : { refusal: unclosed };
}

const same = (text: string) => text;

function secretRefusal(part: TemplatePart, { secrets }: FieldRules): string | undefined {
  if (typeof part === 'string' || !isSecretPlaceholder(part.name) || secrets) return undefined;
  return `{${part.name}} can be used in the values of query parameters and in the body, not here.`;
}

/** The quotes that placeholders stand in; one within a word, as in `it's`, opens none. */
function quotesAround(decoded: Template): Set<string> {
  const around = new Set<string>();
  let before = ' ';
  let open = '';
  for (const part of decoded) {
    if (typeof part !== 'string') {
      if (open !== '' && !isSecretPlaceholder(part.name)) around.add(open);
      before = 'x';
      continue;
    }
    for (const character of part) {
      if (open === character) open = '';
      else if (open === '' && /["']/.test(character) && /[^\p{L}\p{N}]/u.test(before)) open = character;
      before = character;
    }
  }
  return around;
}

function encoderRefusal(part: TemplatePart, needed: readonly EncoderName[]): string | undefined {
  if (typeof part === 'string' || needed.length === 0 || isSecretPlaceholder(part.name)) return undefined;
  if (part.encoder === 'number' || (part.encoder && needed.includes(part.encoder))) return undefined;
  const choices = [...needed, 'number'].map((encoder) => `{${part.name}:${encoder}}`);
  return `This text is in a query language, where {${part.name}} could change the query. Write ${choices.join(' or ')}.`;
}

function quoteRefusal(decoded: Template): string | undefined {
  for (const part of decoded) {
    if (typeof part === 'string' || part.encoder === undefined) continue;
    if (quoteAfter(decoded, literals[part.encoder]) !== undefined) return 'A quote in this text is not closed.';
  }
  return undefined;
}

function fieldOf(template: Template, decoded: Template, rules: FieldRules): RequestField {
  const { writeFixed = same } = rules;
  const writers = template.map((part, index) =>
    typeof part === 'string' ? () => writeFixed(part) : writerOf(part, decoded.slice(0, index), rules),
  );
  const names = template.flatMap((part) => (typeof part === 'string' ? [] : [part.name]));
  return { variables: [...new Set(names)], fill: (values) => writers.map((write) => write(values)).join('') };
}

function writerOf(
  { name, encoder }: Placeholder,
  before: Template,
  { place, secrets }: FieldRules,
): (values: ValuesByName) => string {
  if (secrets && isSecretPlaceholder(name)) return () => secretMark(name, secrets);
  const write = places[place];
  const literal = encoder && literals[encoder];
  const quote = literal && quoteAfter(before, literal);
  return (values) => {
    const value = values.get(name);
    if (value === undefined) throw valueRefused(name, 'is missing');
    if (hasMark(value)) throw valueRefused(name, 'is a text that the app uses itself');
    return write(literal ? literal.write(value, name, quote) : value, name);
  };
}

/** The quote that is open after the parts. Values change nothing here, because they are written without bare quotes. */
function quoteAfter(parts: Template, { quotes, backslash }: Literal): string | undefined {
  let open: string | undefined;
  for (const part of parts) {
    if (typeof part !== 'string') continue;
    for (let at = 0; at < part.length; at++) {
      const character = part.charAt(at);
      if (backslash && character === '\\') at++;
      else if (open === undefined) open = quotes.includes(character) ? character : undefined;
      else if (character === open) open = undefined;
    }
  }
  return open;
}
