import type { EncoderName } from './template';
import { valueRefused } from './value-refused';

/**
 * What a value becomes in the text of a language: the inside of a literal where the template has the quotes around it,
 * else the whole literal.
 */
export interface Literal {
  /** The characters that open and close a literal in this language; empty where it has none. */
  quotes: readonly string[];
  /** Whether a backslash takes the next character for itself. */
  backslash: boolean;
  write(value: string, variable: string, quote: string | undefined): string;
}

const number = /^-?(?:0|[1-9]\d{0,30})(?:\.\d{1,30})?(?:[eE][+-]?\d{1,3})?$/;

/**
 * Each named way to write a value.
 * @throws Problem `invalid-input` for control characters, and for what the language cannot hold
 */
export const literals: { readonly [Key in EncoderName]: Literal } = {
  number: { quotes: [], backslash: false, write: numberLiteral },
  /** A quote within is doubled (OData 4.01 ABNF, `string`). */
  odata: { quotes: ["'"], backslash: false, write: doubled },
  /** Backslash sequences ("SOQL and SOSL Reference", quoted string escape sequences). */
  soql: { quotes: ["'"], backslash: true, write: withBackslashes("'") },
  /** A quote within is doubled (ISO/IEC 9075-2, character string literal); the same in the queries of Socrata. */
  literal: { quotes: ["'"], backslash: false, write: doubled },
  /** Either quote, with backslashes; the same in CQL. */
  jql: { quotes: ['"', "'"], backslash: true, write: withBackslashes('"') },
  /** A JSON string (RFC 7644 section 3.4.2.2). */
  scim: { quotes: ['"'], backslash: true, write: withBackslashes('"') },
  /** What `$search` looks for as a whole (OData 4.01 part 2, section 5.1.8). */
  phrase: { quotes: ['"'], backslash: true, write: withBackslashes('"') },
  /** A phrase of Lucene's query parser, in which no operator counts. */
  lucene: { quotes: ['"'], backslash: true, write: withBackslashes('"') },
  /** Encoded queries know no quotes: `^` begins the next condition. */
  servicenow: { quotes: [], backslash: false, write: withoutOperators },
};

function numberLiteral(value: string, variable: string): string {
  if (number.test(value)) return value;
  throw valueRefused(variable, 'must be a number');
}

function doubled(value: string, variable: string, quote: string | undefined): string {
  refuseControls(value, variable);
  const inside = value.replaceAll("'", "''");
  return quote === undefined ? `'${inside}'` : inside;
}

function withBackslashes(usual: string): Literal['write'] {
  return (value, variable, quote) => {
    refuseControls(value, variable);
    const inside = value.replace(
      /["'\\]/g,
      (character) => (needsBackslash(character, quote ?? usual) ? '\\' : '') + character,
    );
    return quote === undefined ? usual + inside + usual : inside;
  };
}

const needsBackslash = (character: string, quote: string) => character === '\\' || character === quote;

function withoutOperators(value: string, variable: string): string {
  refuseControls(value, variable);
  if (value.includes('^')) throw valueRefused(variable, 'contains the character ^, which starts another condition');
  if (/javascript\s*:/i.test(value)) throw valueRefused(variable, 'contains javascript:, which the server would run');
  return value;
}

function refuseControls(value: string, variable: string): void {
  if (/\p{Cc}/u.test(value)) throw valueRefused(variable, 'contains a control character');
}
