import type { JSONPathError } from 'json-p3';
import { Problem } from '../shared/problem';

/** What is wrong, by what json-p3 2.3.1 says. The first line that fits counts; `$1` is the found character or name. */
const sentences: readonly [RegExp, string][] = [
  [/^expected '\$'/, 'a selector starts with "$"'],
  [/^can't backup/, 'a name is missing here'],
  [/^bald descendant segment/, 'a name, "*" or "[" is missing after ".."'],
  [
    /^unexpected shorthand selector '(.*)'/s,
    'a name cannot have "$1" here; write it in brackets, as in ["first name"]',
  ],
  [/^expected '\.', '\.\.' or a bracketed selection, found '(.*)'/s, 'expected ".", ".." or "[" but found "$1"'],
  [/^unexpected whitespace after dot|^unexpected descendent selection token '\s/, 'no space can follow a dot'],
  [/^unexpected token '(\w)' in bracketed/, `a name in brackets needs quotes, as in ['name']`],
  [/^unexpected token '(.*)' in bracketed/s, '"$1" is not allowed in brackets here'],
  [
    /^unexpected token in bracketed selection 'TOKEN_COMMA'|^expected token 'TOKEN_COMMA', found 'TOKEN_INDEX'|^unexpected trailing comma/,
    'a comma must be between two selectors',
  ],
  [/^invalid character/, 'a quoted text cannot contain a line break or another control character'],
  [/^invalid number|^a fractional digit/, 'the number is not written as JSON writes numbers'],
  [/^unclosed string/, 'a quoted text is not closed'],
  [/^unclosed bracketed selection/, 'the closing "]" is missing'],
  [/^unbalanced/, 'an opening bracket or parenthesis is not closed'],
  [/^empty bracketed segment/, 'the brackets are empty'],
  [/^unexpected filter selector token '='/, 'a single "=" is not a comparison; write "=="'],
  [/^unexpected filter selector token '(.*)'/s, '"$1" is not allowed in a filter here'],
  [/^unexpected end of expression/, 'the filter is incomplete'],
  [/^no such function '(.*)'/s, 'there is no function "$1"; use length, count, match, search or value'],
  [/^(\w+)\(\) takes (\d+) arguments?, (\d+) given/, '$1() takes $2, not $3, arguments'],
  [/^(\w+)\(\) argument \d+ must be of ValueType/, '$1() needs a single value, so no "*", ".." or filter'],
  [/^(\w+)\(\) argument \d+ must be of NodesType/, '$1() needs a path, as in $1(@.items)'],
  [/^result of (\w+)\(\) +must be compared/, 'the result of $1() must be compared, as in $1(@.name) > 3'],
  [/^result of (\w+)\(\) is not comparable/, '$1() is already true or false and cannot be compared'],
  [/^non-singular query is not comparable/, 'a path that may select several values cannot be compared'],
  [/^filter expression literals/, 'a text, number, true, false or null must be compared with something'],
  [/^leading zero/, 'a number cannot start with zero'],
  [/^index out of range/, 'the index is too large'],
  [
    /^(?:invalid|unknown|incomplete) .*escape|^invalid escape|codepoint/,
    'a backslash sequence in the text is not valid',
  ],
  [/^trailing whitespace|^unexpected token 'TOKEN_ERROR'/, 'a selector cannot end in a space'],
];

/** The problem `selector-invalid` that says at which character of the text (counted from 1) what is wrong. */
export function selectorProblem(text: string, error: JSONPathError): Problem {
  const at = Math.min(error.token.index, text.length);
  const place = at < text.length ? `at character ${at + 1}${context(text, at)}` : 'at its end';
  const message = `The selector has an error ${place}: ${sentence(error.message)}.`;
  return new Problem('selector-invalid', message, { cause: error });
}

function context(text: string, at: number): string {
  return at === 0 ? '' : ` (after ${text.slice(Math.max(0, at - 12), at)})`;
}

function sentence(message: string): string {
  const reason = message.replace(/ \('.*':\d+\)$/s, ''); // json-p3 adds the text around the error
  for (const [pattern, words] of sentences) {
    const match = pattern.exec(reason);
    if (match) return words.replaceAll(/\$(\d)/g, (_, group) => match[Number(group)] ?? '');
  }
  return 'this is not allowed here';
}
