import fc from 'fast-check';
import { bindText, referenceRefusals, referencesIn } from '../../../src/placeholders/text-template';

const values = new Map([
  ['size', '20'],
  ['empty', ''],
  ['user.displayName', 'Rita'],
]);

test.each([
  ['{$.size}', '20'],
  ['top {$.size} of {$.user.displayName}', 'top 20 of Rita'],
  ['{ $.size }', '20'],
  ['{$.empty || $.user.displayName}', 'Rita'],
  ['{$.size||$.user.displayName}', '20'],
  ['{$.empty || $.unknown}', ''],
  ['{$.unknown}', ''],
  ['{size} {} { } {{$.size}}', '{size} {} { } {20}'],
  ['{$size} {$.a b} {$}', '{$size} {$.a b} {$}'],
  ['', ''],
])('%j becomes %j', (text, bound) => {
  expect(bindText(text, values)).toBe(bound);
});

test('a value is put in as it is, and what it holds is not bound again', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.constantFrom('{$.size}', '$&', '$1')), (value) => {
      expect(bindText('<{$.v}>', new Map([['v', value]]))).toBe(`<${value}>`);
    }),
  );
});

test('the variables of a text are known, and what is wrong with them is said', () => {
  expect(referencesIn('{$.a || $.b.c} {x} {$.d}')).toEqual([['a', 'b.c'], ['d']]);
  expect(referenceRefusals('{$.a} {$.b} {$x}', (path) => path === 'a')).toEqual([
    'There is no variable $.b. Add it to the panel, or remove it here.',
    '{$x} is not a variable. Write {$.key}, or {$.a || $.b} for the first that has a value.',
  ]);
});
