import type { PanelVariable } from '../../../../src/shared/contract';
import { contextPaths } from '../../../../src/panel/variables/context-paths';
import { resolveVariables } from '../../../../src/panel/variables/resolve-variables';
import type { Problem } from '../../../../src/shared/problem';

const variable = (changes: Partial<PanelVariable> = {}): PanelVariable =>
  ({ key: 'v', label: 'Team', required: false, defaultValue: '', type: 'text', ...changes }) as PanelVariable;

const list = variable({
  type: 'list',
  entries: {
    from: 'fixed',
    entries: [
      { value: 'eu', label: 'Europe' },
      { value: 'us', label: 'States' },
    ],
  },
  defaultValue: 'eu',
});

const nobody = new Map<string, string>();

function refusal(of: PanelVariable, value: string): string {
  try {
    resolveVariables([of], { v: value }, nobody);
    return '';
  } catch (error) {
    return (error as Problem).message;
  }
}

test.each([
  ['text', 'any “text”, even\nwith lines', ''],
  ['text', 'x'.repeat(2001), 'The value of Team has more than 2,000 characters.'],
  ['text', 'half \ud83d', 'The value of Team contains a character that is not allowed in text.'],
  ['text', 'zero \0', 'The value of Team contains a character that is not allowed in text.'],
  ['number', '12.5', ''],
  ['number', '-3e2', ''],
  ['number', '', ''],
  ['number', '12,5', 'The value of Team must be a number, such as 12.5.'],
  ['number', '1 || true', 'The value of Team must be a number, such as 12.5.'],
  ['number', 'Infinity', 'The value of Team must be a number, such as 12.5.'],
  ['boolean', 'true', ''],
  ['boolean', 'false', ''],
  ['boolean', 'yes', 'The value of Team must be true or false.'],
] as const)('a %s variable given %j is answered with %j', (type, value, response) => {
  expect(refusal(variable({ type }), value)).toBe(response);
});

test.each([
  ['us', ''],
  ['', ''],
  ['US', 'The value of Team must be one of the entries of its list.'],
  ['asia', 'The value of Team must be one of the entries of its list.'],
])('a list of fixed entries given %j is answered with %j', (value, response) => {
  expect(refusal(list, value)).toBe(response);
});

test.each([
  ['[A-Z]{2}-\\d+', 'AB-17', ''],
  ['[A-Z]{2}-\\d+', '', ''],
  ['[A-Z]{2}-\\d+', 'ab-17', 'The value of Team must be a number such as AB-1.'],
  ['[A-Z]{2}-\\d+', "AB-17' OR 1=1", 'The value of Team must be a number such as AB-1.'],
  ['[A-Z]{2}-\\d+', 'AB-17\nx', 'The value of Team must be a number such as AB-1.'],
  ['(a+)+', `${'a'.repeat(1999)}!`, 'The value of Team must be a number such as AB-1.'],
  ['(no pattern', 'x', 'The value of Team must be a number such as AB-1.'],
])('a text variable with the pattern %s given %j is answered with %j', (expression, value, response) => {
  const pattern = { expression, words: 'a number such as AB-1' };
  expect(refusal(variable({ type: 'text', pattern }), value)).toBe(response);
});

test('a default of Confluence that the pattern does not allow is as good as untold', () => {
  const pattern = { expression: '\\d+', words: 'digits' };
  const of = variable({ type: 'text', pattern, defaultValue: '{$.user.email}' });
  const context = new Map([['$.user.email', 'ada@example.com']]);
  expect(resolveVariables([of], {}, context)).toMatchObject({ untold: ['v'] });
});

test('entries that are another panel’s rows bind nobody, but their length is bounded', () => {
  const entries = { from: 'panel' as const, panelId: '0'.repeat(32), valueColumn: 'c0' };
  const open = variable({ type: 'list', entries });
  expect(refusal(open, 'anything')).toBe('');
  expect(refusal(open, 'x'.repeat(2001))).toMatch(/more than 2,000 characters/);
});

test('a refusal names the field, by the key where there is no label', () => {
  const given = () => resolveVariables([variable({ label: ' ', type: 'number' })], { v: 'x' }, nobody);
  expect(given).toThrow('The value of v must be a number, such as 12.5.');
  expect(given).toThrow(
    expect.objectContaining({ details: { fields: [expect.objectContaining({ path: 'values.v' })] } }),
  );
});

test.each([...contextPaths, '$.user.email', 'user', 'user.anything', 'page.other'])(
  'a call that brings %s itself is refused',
  (path) => {
    expect(() => resolveVariables([], { [path]: 'x' }, nobody)).toThrow(/comes from Confluence and cannot be set/);
  },
);

test('values of variables that are gone are left alone, whatever their names', () => {
  const values = resolveVariables([variable()], { gone: 'x', constructor: 'y', users: 'z' }, nobody).values;
  expect([...values]).toEqual([['v', '']]);
});

test.each<[string, PanelVariable, Record<string, string>, string]>([
  ['the given value', variable({ defaultValue: 'd' }), { v: 'given' }, 'given'],
  ['no value where it was emptied', variable({ defaultValue: 'd' }), { v: '' }, ''],
  ['the default', variable({ defaultValue: 'd' }), {}, 'd'],
  ['the default with what Confluence provides', variable({ defaultValue: 'by {$.user.displayName}' }), {}, 'by Rita'],
  ['the first that Confluence says', variable({ defaultValue: '{$.user.email || $.user.displayName}' }), {}, 'Rita'],
  ['no value where the default is none of its list', { ...list, defaultValue: '{$.user.displayName}' }, {}, ''],
  [
    'no value where the default is no number',
    variable({ type: 'number', defaultValue: '{$.user.displayName}' }),
    {},
    '',
  ],
])('a variable has %s', (_what, of, given, value) => {
  const context = new Map([
    ['user.displayName', 'Rita'],
    ['user.email', ''],
  ]);
  const { values, views } = resolveVariables([of], given, context);
  expect(values.get('v')).toBe(value);
  expect(views).toMatchObject([{ key: 'v', label: 'Team', type: of.type, value }]);
});

test('required variables without a value are missing, and fixed entries travel with their variable', () => {
  const required = [
    variable({ key: 'a', required: true }),
    variable({ key: 'b', required: true }),
    { ...list, key: 'c' },
  ];
  const { missing, views } = resolveVariables(required, { b: 'x' }, nobody);
  expect(missing).toEqual(['a']);
  expect(views.map(({ entries }) => entries?.length)).toEqual([undefined, undefined, 2]);
});
