import type {
  ColumnSettings,
  PanelSettings,
  PanelVariable,
  RowStep,
  VisualSettings,
} from '../../../src/shared/contract';
import { newId } from '../../../src/ids';
import { panelFormSchema } from '../../../src/resolvers/panel-schema';
import { panelSettings } from '../../support/panels';
import { refusal, withValueAt } from '../../support/refusal';

const long = (length: number) => 'x'.repeat(length);
const list = (count: number, entry: unknown) => Array.from({ length: count }, () => entry);
const option = 'Choose one of the options.';
const characters = (most: string) => `Use at most ${most} characters.`;

const settings = panelSettings(newId());

const said = (change: object) => refusal(panelFormSchema, { settings: { ...settings, ...change } });

test.each<[keyof PanelSettings, unknown, string]>([
  ['name', long(101), characters('100')],
  ['description', long(501), characters('500')],
  ['dataSourceId', '', 'Choose a data source.'],
  ['filters', list(21, settings.filters[0]), 'Use at most 20 filters.'],
  ['columns', list(101, settings.columns[0]), 'Use at most 100 columns.'],
  ['rowSteps', list(21, { kind: 'limit', count: 1 }), 'Use at most 20 row steps.'],
  [
    'variables',
    list(51, { key: 'a', label: 'A', type: 'text', required: false, defaultValue: '' }),
    'Use at most 50 variables.',
  ],
  [
    'variableValues',
    Object.fromEntries(list(51, '').map((each, index) => [`v${index}`, each])),
    'Use at most 50 variables.',
  ],
])('%s: %#', (path, value, sentence) => {
  expect(said({ [path]: value })).toEqual([[path, sentence]]);
});

test.each<[string, object, string, string]>([
  ['selector', { filters: [{ selector: long(4001) }] }, 'filters.0.selector', characters('4,000')],
  ['path', { request: { path: long(2001), parameters: [] } }, 'request.path', characters('2,000')],
  [
    'parameters',
    { request: { path: '', parameters: list(51, { name: 'a', value: '' }) } },
    'request.parameters',
    'Use at most 50 parameters.',
  ],
  ['value', { variableValues: { team: long(2001) } }, 'variableValues.team', characters('2,000')],
  [
    'age',
    { freshness: { freshSeconds: 0, staleSeconds: 0, keepSeconds: 1e9 } },
    'freshness.keepSeconds',
    'Enter a length of time from 0 to 31 days.',
  ],
])('the longest %s', (_, change, path, sentence) => {
  expect(said(change)).toEqual([[path, sentence]]);
});

const column: ColumnSettings = { key: 'a', label: 'A', selector: '$.a', sortSelector: '$.b', type: 'text', format: {} };
const currency = 'Enter the three-letter code of a currency, such as EUR.';
const decimals = 'Enter a number from 0 to 10.';
const width = 'Enter a number from 40 to 1,000.';
const color = { value: 'Done', color: 'green' };

test.each<[string, unknown, string]>([
  ['label', long(101), characters('100')],
  ['selector', long(4001), characters('4,000')],
  ['sortSelector', long(4001), characters('4,000')],
  ['type', 'html', option],
  ['align', 'left', option],
  ['key', '1a', 'A key starts with a letter and can have up to 40 letters, digits, hyphens and underscores.'],
  ['hidden', 'no', 'Choose yes or no.'],
  ['width', 39, width],
  ['width', 1001, width],
  ['width', 40.5, 'Enter a whole number from 40 to 1,000.'],
  ['format.currency', 'EURO', currency],
  ['format.currency', '€', currency],
  ['format.decimals', 15, decimals],
  ['format.decimals', -1, decimals],
  ['format.decimals', 0.5, 'Enter a whole number from 0 to 10.'],
  ['format.whole', 1000, option],
  ['format.dateStyle', 'iso', option],
  ['format.durationUnit', 'years', option],
  ['format.list', 'all', option],
  ['format.statusColors', list(31, color), 'Use at most 30 colors.'],
  ['format.statusColors', [{ ...color, value: long(101) }], characters('100')],
  ['format.statusColors', [{ ...color, color: '#f00' }], option],
])('a column with %s %j: %s', (path, value, sentence) => {
  const [[at, said_] = []] = said({ columns: [withValueAt(column, path, value)] });
  expect(said_).toBe(sentence);
  expect(at).toMatch(new RegExp(`^columns\\.0\\.${path}(\\.0\\.(value|color))?$`));
});

const condition = { column: 'a', operator: 'equals', value: '' } as const;
const where: RowStep = { kind: 'where', match: 'all', conditions: [condition] };
const group: RowStep = { kind: 'group', columns: ['a'], aggregates: [{ key: 'n', label: 'N', function: 'count' }] };
const sort: RowStep = { kind: 'sort', sorts: [{ column: 'a', direction: 'ascending' }] };
const compute: RowStep = { kind: 'compute', column: { key: 'n', label: 'N', type: 'number', expression: '1' } };
const limit: RowStep = { kind: 'limit', count: 1 };

test.each<[RowStep, string, unknown, string]>([
  [limit, 'kind', 'script', option],
  [limit, 'count', 0, 'Enter a number from 1 to 200,000.'],
  [limit, 'count', 200_001, 'Enter a number from 1 to 200,000.'],
  [limit, 'count', 1.5, 'Enter a whole number from 1 to 200,000.'],
  [where, 'match', 'some', option],
  [where, 'conditions', list(21, condition), 'Use at most 20 conditions.'],
  [where, 'conditions.0.operator', 'matches', option],
  [where, 'conditions.0.value', long(2001), characters('2,000')],
  [group, 'aggregates', list(21, { key: 'n', label: 'N', function: 'count' }), 'Use at most 20 aggregates.'],
  [group, 'aggregates.0.function', 'median', option],
  [group, 'aggregates.0.label', long(101), characters('100')],
  [sort, 'sorts', list(11, { column: 'a', direction: 'ascending' }), 'Use at most 10 columns to sort by.'],
  [sort, 'sorts.0.direction', 'up', option],
  [compute, 'column.label', long(101), characters('100')],
  [compute, 'column.expression', long(1001), characters('1,000')],
  [compute, 'column.format', { decimals: 11 }, decimals],
])('the row step %j with %s %j: %s', (step, path, value, sentence) => {
  const errors = said({ rowSteps: [limit, withValueAt(step, path, value)] });
  const at = path === 'column.format' ? 'column.format.decimals' : path;
  expect(errors).toEqual([[`rowSteps.1.${at}`, sentence]]);
});

const common = { key: 'a', label: 'A', required: false, defaultValue: '' };
const text: PanelVariable = { ...common, type: 'text' };
const entry = { value: 'a', label: 'A' };
const fixed: PanelVariable = { ...common, type: 'list', entries: { from: 'fixed', entries: [entry] } };
const ofPanel: PanelVariable = {
  ...common,
  type: 'list',
  entries: { from: 'panel', panelId: newId(), valueColumn: 'a' },
};

test.each<[PanelVariable, string, unknown, string]>([
  [text, 'type', 'date', option],
  [text, 'key', long(101), characters('100')],
  [text, 'label', long(101), characters('100')],
  [text, 'defaultValue', long(2001), characters('2,000')],
  [text, 'required', 'no', 'Choose yes or no.'],
  [fixed, 'entries.from', 'file', option],
  [fixed, 'entries.entries', list(201, entry), 'Use at most 200 entries.'],
  [fixed, 'entries.entries.0.value', long(2001), characters('2,000')],
  [fixed, 'entries.entries.0.label', long(2001), characters('2,000')],
  [ofPanel, 'entries.panelId', '', 'Choose a panel.'],
])('the variable %j with %s %#', (variable, path, value, sentence) => {
  expect(said({ variables: [withValueAt(variable, path, value)] })).toEqual([[`variables.0.${path}`, sentence]]);
});

const table: VisualSettings = { type: 'table', rowsPerPage: 25, sorts: [] };
const number: VisualSettings = { type: 'number', column: 'a', summary: 'sum', label: '', unit: '' };
const rows = 'Enter a number from 1 to 500.';

test.each<[VisualSettings, string, unknown, string]>([
  [table, 'type', 'map', option],
  [table, 'rowsPerPage', 0, rows],
  [table, 'rowsPerPage', 501, rows],
  [table, 'rowsPerPage', 0.5, 'Enter a whole number from 1 to 500.'],
  [table, 'sorts', list(6, { column: 'a', direction: 'ascending' }), 'Use at most 5 columns to sort by.'],
  [{ type: 'list', rowsPerPage: 1, primary: 'a', secondary: [] }, 'rowsPerPage', 0, rows],
  [
    { type: 'list', rowsPerPage: 1, primary: 'a', secondary: [] },
    'secondary',
    list(11, 'a'),
    'Use at most 10 other columns.',
  ],
  [{ type: 'cards', rowsPerPage: 1, title: 'a' }, 'rowsPerPage', 501, rows],
  [number, 'summary', 'median', option],
  [number, 'label', long(201), characters('200')],
  [number, 'unit', long(201), characters('200')],
  [number, 'goodWhen', 'equal', option],
  [{ type: 'bar', category: 'a', series: [] }, 'series', list(11, 'a'), 'Use at most 10 columns of numbers.'],
  [{ type: 'text', text: '' }, 'text', long(2001), characters('2,000')],
])('the visual %j with %s %j: %s', (visual, path, value, sentence) => {
  expect(said({ visual: withValueAt(visual, path, value) })).toEqual([[`visual.${path}`, sentence]]);
});
