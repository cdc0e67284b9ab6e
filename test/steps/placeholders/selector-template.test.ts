import fc from 'fast-check';
import { JSONPathEnvironment, jsonpath } from 'json-p3';
import { bindSelector } from '../../../src/placeholders/selector-template';
import { compileSelector } from '../../../src/selectors/selector';

const environment = new JSONPathEnvironment();
const { BooleanLiteral, NullLiteral, NumberLiteral, StringLiteral } = jsonpath.expressions;
const { IndexSelector, NameSelector } = jsonpath.selectors;

const bind = (selector: string, value: string) => bindSelector(selector, new Map([['v', value]]));

/** The parsed selector with every literal, name and index replaced by one mark: what no value may change. */
function structureOf(selector: string): unknown {
  return structure(environment.compile(selector).segments);
}

const leaves = [BooleanLiteral, NullLiteral, NumberLiteral, StringLiteral, IndexSelector, NameSelector];
const leftOut = ['token', 'environment'];

function structure(node: unknown): unknown {
  if (leaves.some((leaf) => node instanceof leaf)) return 'leaf';
  if (Array.isArray(node)) return node.map(structure);
  if (typeof node !== 'object' || node === null) return node;
  const members = Object.entries(node).filter(([name]) => !leftOut.includes(name));
  return [node.constructor.name, ...members.map(([name, value]) => [name, structure(value)])];
}

const selectors = [
  "$.value[?@.name == '{$.v}']",
  '$.value[?@.name == "{$.v}"].x',
  "$.value[?@.name == 'a{$.v}b' && @.n > 3]",
  '$.value[?@.n == {$.v}]',
  '$.value[?@.n>{$.v}||@.m<{$.v}]',
  '$.value[?(@.n == {$.v}) && !@.gone]',
  '$[{$.v}]',
  '$.value[?@.list[{$.v}] == 1]',
  "$.value[{$.v}, 'fixed', ?@.a == {$.v}]",
  "$.value[?match(@.name, '{$.v}.*')]",
  '$.value[?search(@.name, {$.v})]',
  '$.value[?length(@.name) == {$.v} && search(@.a[\'x\'], "^{$.v}")]',
];

const nasty = fc.constantFrom(
  "' || true || '",
  '\\',
  "\\'",
  "'] | $..secret",
  '"',
  '}',
  '{$.v}',
  '-0',
  '-5',
  '1e5',
  '007',
  'true',
  'null',
  '9999999999999999999',
  '\ud800',
  '\n',
);
const values = fc.oneof(
  nasty,
  fc.string({ unit: 'binary' }),
  fc.string(),
  fc.double().map(String),
  fc.integer().map(String),
);

test.each(selectors)('whatever the value, %s keeps its structure', (selector) => {
  const usual = structureOf(bind(selector, 'word'));
  fc.assert(
    fc.property(values, (value) => {
      expect(structureOf(bind(selector, value))).toEqual(usual);
    }),
    { numRuns: 300 },
  );
});

test('a text between quotes finds exactly itself, whatever is in it', () => {
  const texts = fc.oneof(nasty, fc.string({ unit: 'grapheme' }));
  fc.assert(
    fc.property(texts, texts, fc.constantFrom("'", '"'), (text, other, quote) => {
      const value = text.replace(/\p{Surrogate}/gu, '\uFFFD');
      const selector = bind(`$[?@ == ${quote}{$.v}${quote}]`, text);
      const found = compileSelector(selector).select([value, `${value}x`, other]);
      expect(found).toEqual([value, `${value}x`, other].filter((each) => each === value));
    }),
  );
});

test('a value in a pattern stands for itself', () => {
  const texts = fc.string({ unit: fc.constantFrom(...Array.from('ab.*+?()[]{}|^$-\\/')) });
  fc.assert(
    fc.property(texts, (text) => {
      const found = (selector: string) => compileSelector(bind(selector, text)).select([text, `x${text}`, 'b']);
      const wanted = [text, `x${text}`, 'b'];
      expect(found("$[?match(@, '{$.v}')]")).toEqual(wanted.filter((each) => each === text));
      expect(found('$[?search(@, {$.v})]')).toEqual(wanted.filter((each) => each.includes(text)));
    }),
  );
});

test.each([
  ['5', '$[?@.n == {$.v}]', '$[?@.n == 5]'],
  ['-1.5', '$[?@.n == {$.v}]', '$[?@.n == -1.5]'],
  ['true', '$[?@.n == {$.v}]', '$[?@.n == true]'],
  ['null', '$[?@.n == {$.v}]', '$[?@.n == null]'],
  ['5', "$[?@.n == '{$.v}']", "$[?@.n == '5']"],
  ['12345678901234567890', '$[?@.id == {$.v}]', "$[?@.id == '12345678901234567890']"],
  ['007', '$[?@.id == {$.v}]', "$[?@.id == '007']"],
  ["O'Hara", '$[?@.n == {$.v}]', "$[?@.n == 'O\\'Hara']"],
  ["O'Hara", '$[?@.n == "{$.v}"]', `$[?@.n == "O'Hara"]`],
  ['a', '$[{$.v}]', "$['a']"],
  ['3', '$[{$.v}]', '$[3]'],
  ['true', '$[{$.v}]', "$['true']"],
  ['3', '$[0:{$.v}]', '$[0:3]'],
  ['x', '$[?@.a == {$.w || $.v}]', "$[?@.a == 'x']"],
  ['x', '$[?@.a == {$.w}]', "$[?@.a == '']"],
  ['x', "$[?match(@.a, '[0-9]{3}')]", "$[?match(@.a, '[0-9]{3}')]"],
])('%j makes %s into %s', (value, selector, bound) => {
  expect(bind(selector, value)).toBe(bound);
});

test('a slice takes whole numbers alone', () => {
  expect(() => bind('$[{$.v}:]', '1.5')).toThrow('The value of v must be a whole number.');
  expect(() => bind('$[0:{$.v}:1]', 'x')).toThrow('The value of v must be a whole number.');
});
