import type { PanelSettings, PanelVariable } from '../../../src/shared/contract';
import { checkPanel } from '../../../src/editing/check-panel';
import { savePanel } from '../../../src/editing/save-panel';
import type { Problem } from '../../../src/shared/problem';
import { dataSource, panelSettings, panelWorld, requestTo, usersUrl } from '../../support/panels';
import { json } from '../../support/memory-upstream';

const source = dataSource({
  request: requestTo(`${usersUrl}?amount={amount}`),
  variables: [{ name: 'amount', defaultValue: '5' }],
});

const text = (key: string, changes: object = {}): PanelVariable => ({
  key,
  label: key,
  required: false,
  defaultValue: '',
  type: 'text',
  ...changes,
});
const list = (...values: string[]) => ({
  type: 'list',
  entries: { from: 'fixed', entries: values.map((value) => ({ value, label: value })) },
});
const filter = (selector: string) => ({ filters: [{ selector }] });
const errorsOf = (changes: Partial<PanelSettings>) =>
  checkPanel(panelSettings(source.id, changes), source).map(({ path, message }) => `${path}: ${message}`);

const v = { variables: [text('v')] };

test.each<[string, Partial<PanelSettings>]>([
  ['no variables', {}],
  [
    'variables of every type',
    {
      variables: [
        text('a'),
        text('größe_1', { type: 'number', defaultValue: '3' }),
        text('c', { type: 'boolean', defaultValue: 'true' }),
        text('d', { ...list('x', 'y'), defaultValue: 'x' }),
        text('e', { pattern: { expression: '[A-Z]{2}-\\d+', words: 'a number such as AB-1' }, defaultValue: 'AB-17' }),
      ],
    },
  ],
  [
    'a default that Confluence fills',
    { variables: [text('a', { type: 'number', defaultValue: '{$.user.displayName || $.now}' })] },
  ],
  ['a quoted variable', { ...v, ...filter("$.value[?@.a == '{$.v}']") }],
  ['a bare variable', { ...v, ...filter('$.value[?@.n > {$.v}]') }],
  ['a variable in a slice', { ...v, ...filter('$.value[0:{$.v}]') }],
  ['a variable in a pattern', { ...v, ...filter("$.value[?search(@.a, '^{$.v}')]") }],
  ['what Confluence provides', filter("$.value[?@.mail == '{$.user.email || $.user.accountId}']")],
  ['values for the data source', { ...v, variableValues: { amount: '{$.v}' } }],
  ['a path and parameters', { ...v, request: { path: '/{$.v}', parameters: [{ name: 'q', value: '{$.v}{amount}' }] } }],
  [
    'a condition and an expression',
    {
      ...v,
      rowSteps: [{ kind: 'where', match: 'all', conditions: [{ column: 'c0', operator: 'equals', value: '{$.v}' }] }],
    },
  ],
  ['a sentence', { ...v, visual: { type: 'text', text: '[Name] [[{$.v}]' } }],
])('a panel may be saved with %s', (_what, changes) => {
  expect(errorsOf(changes)).toEqual([]);
});

const pattern = (expression: string, words = 'a number such as AB-1', defaultValue = '') => ({
  variables: [text('v', { pattern: { expression, words }, defaultValue })],
});

test.each<[string, Partial<PanelSettings>]>([
  ['variables.0.pattern.expression: Enter a regular expression, such as [A-Z]{2}-\\d{4}.', pattern('[A-Z')],
  ['variables.0.pattern.expression: Enter a regular expression, such as [A-Z]{2}-\\d{4}.', pattern('(a)\\1')],
  ['variables.0.pattern.words: Enter what readers are told, such as a number like AB-1234.', pattern('x', ' ')],
  [
    'variables.0.defaultValue: The default must be a number such as AB-1.',
    pattern('[A-Z]{2}-\\d', 'a number such as AB-1', 'ab'),
  ],
  ['variables.0.key: Enter a key. Filters refer to the variable by it.', { variables: [text('', { label: 'x' })] }],
  [
    'variables.0.key: A key can have up to 50 letters, digits and _, and cannot start with a digit.',
    { variables: [text('a b')] },
  ],
  ['variables.0.key: $.user is provided by Confluence. Choose another key.', { variables: [text('user')] }],
  ['variables.0.key: $.now is provided by Confluence. Choose another key.', { variables: [text('now')] }],
  ['variables.1.key: Another variable already has the key v.', { variables: [text('v'), text('v')] }],
  ['variables.0.label: Enter a label. Readers see it.', { variables: [text('a', { label: ' ' })] }],
  [
    'variables.0.defaultValue: The default must be a number, such as 12.5.',
    { variables: [text('a', { type: 'number', defaultValue: 'x' })] },
  ],
  [
    'variables.0.defaultValue: The default must be one of the entries of its list.',
    { variables: [text('a', { ...list('x'), defaultValue: 'y' })] },
  ],
  ['variables.0.entries.entries: Add at least one entry.', { variables: [text('a', list())] }],
  [
    'variables.0.entries.entries.1.value: This value is already in the list.',
    { variables: [text('a', list('x', 'x'))] },
  ],
  ['variables.0.entries.entries.0.value: Enter a value.', { variables: [text('a', list(''))] }],
  [
    'filters.0.selector: There is no variable $.gone. Add it to the panel, or remove it here.',
    filter("$[?@.a == '{$.gone}']"),
  ],
  [
    'filters.0.selector: There is no variable $.user.name. Add it to the panel, or remove it here.',
    filter("$[?@.a == '{$.user.name}']"),
  ],
  [
    'variableValues.amount: There is no variable $.gone. Add it to the panel, or remove it here.',
    { variableValues: { amount: '{$.gone}' } },
  ],
  [
    'request.path: The path must stay below the URL of the data source. Remove . and .. from it.',
    { request: { path: '/../admin', parameters: [] } },
  ],
  [
    'rowSteps.0.conditions.0.value: There is no variable $.gone. Add it to the panel, or remove it here.',
    {
      rowSteps: [
        { kind: 'where', match: 'all', conditions: [{ column: 'c0', operator: 'equals', value: '{$.gone}' }] },
      ],
    },
  ],
  [
    'visual.text: A variable cannot be used inside brackets, which name a column.',
    { ...v, visual: { type: 'text', text: '[Name{$.v}]' } },
  ],
  [
    'visual.text: There is no variable $.gone. Add it to the panel, or remove it here.',
    { visual: { type: 'text', text: '[Name] {$.gone}' } },
  ],
])('%s', (error, changes) => {
  expect(errorsOf(changes)).toContain(error);
});

test('a default that names a variable says what it may name', () => {
  const [error] = errorsOf({ variables: [text('a'), text('b', { defaultValue: '{$.a}' })] });
  expect(error).toMatch(
    /^variables\.1\.defaultValue: A default can use only these values of Confluence: {\$\.user\.accountId}, /,
  );
});

test.each(['$.value.{$.v}', '$[?{$.v}]', '$.{$.v', '$[?@.a == {$.v'])('%s is no place for a value', (selector) => {
  expect(errorsOf({ ...v, ...filter(selector) })).toEqual([expect.stringMatching(/^filters\.0\.selector: /)]);
});

test('a list from another panel needs that panel and its columns', async () => {
  const { services, dataSource: own, panel } = await panelWorld({ [usersUrl]: () => json({ value: [] }) });
  const saving = (entries: object) =>
    savePanel(
      {
        settings: panelSettings(own.id, {
          variables: [text('a', { type: 'list', entries: { from: 'panel', ...entries } })],
        }),
      },
      'ada',
      services,
    );
  const fields = (entries: object) =>
    saving(entries).then(
      () => [],
      (error: unknown) => (error as Problem).details.fields,
    );
  expect(await fields({ panelId: panel.id, valueColumn: 'c0', labelColumn: 'c1' })).toEqual([]);
  expect(await fields({ panelId: 'f'.repeat(32), valueColumn: 'c0' })).toMatchObject([
    { path: 'variables.0.entries.panelId' },
  ]);
  expect(await fields({ panelId: panel.id, valueColumn: 'c9', labelColumn: 'c1' })).toMatchObject([
    { path: 'variables.0.entries.valueColumn' },
  ]);
  expect(await fields({ panelId: panel.id, valueColumn: 'c0', labelColumn: 'c9' })).toMatchObject([
    { path: 'variables.0.entries.labelColumn' },
  ]);
});
