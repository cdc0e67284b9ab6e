import type { PanelSettings } from '../../../../../../src/shared/contract';
import type { PanelValues } from '../../../../../../static/admin/form-model/panel/panel-values';
import {
  emptyPanel,
  fromPanelSettings,
  proposalPatch,
  shownPart,
  toPanelSettings,
} from '../../../../../../static/admin/form-model/panel/panel-values';
import { newItem, moved } from '../../../../../../static/admin/form-model/items';

const stored: PanelSettings = {
  name: 'All employees',
  description: 'Everybody in the directory',
  dataSourceId: 'ds1',
  request: { path: '/groups', parameters: [{ name: '$top', value: '5' }] },
  variables: [{ key: 'city', label: 'City', type: 'text', required: true, defaultValue: 'Oslo' }],
  filters: [{ selector: '$.value[*]' }, { selector: '$[?@.accountEnabled]', ignoreOnFail: true, resultIsList: true }],
  columns: [
    { key: 'c1', label: 'Name', selector: '$.displayName', type: 'text', width: 200, hidden: true, align: 'end' },
    { key: 'c2', label: 'Mail', selector: '$.mail', type: 'email', sortSelector: '$.id' },
    { key: 'c5', label: 'Price', selector: '$.price', type: 'currency', format: { currency: 'EUR', decimals: 2 } },
  ],
  rowSteps: [
    { kind: 'where', match: 'any', conditions: [{ column: 'c1', operator: 'contains', value: '{$.city}' }] },
    { kind: 'compute', column: { key: 'c6', label: 'Double', type: 'number', expression: '[Price] * 2' } },
  ],
  visual: { type: 'bar', category: 'c1', series: ['c5'] },
  variableValues: { town: '{$.city}' },
  freshness: { freshSeconds: 1, staleSeconds: 2, keepSeconds: 3 },
  sharedWithoutAccount: true,
};

test('settings survive the way through the form, every part of them', () => {
  expect(toPanelSettings(fromPanelSettings(stored))).toEqual(stored);
});

test('the rows selector is the first filter step, also while it is empty', () => {
  expect(toPanelSettings(emptyPanel('ds1')).filters).toEqual([{ selector: '' }]);
});

test('a proposal sets rows selector and columns', () => {
  const patch = proposalPatch({ rowsSelector: '$[*]', rowCount: 3, columns: stored.columns, otherRowsSelectors: [] });
  expect(toPanelSettings({ ...emptyPanel(), ...patch })).toMatchObject({
    filters: [{ selector: '$[*]' }],
    columns: stored.columns.map((column, index) => ({ ...column, key: `c${index + 1}` })),
  });
});

test('a proposal that takes more than a rows selector sets all its filter steps', () => {
  const filters = [{ selector: '$[*]', unfold: '$.lines', beside: ['total'] }];
  const patch = proposalPatch({ rowsSelector: '$[*]', filters, rowCount: 3, columns: [], otherRowsSelectors: [] });
  expect(toPanelSettings({ ...emptyPanel(), ...patch }).filters).toEqual(filters);
  const typed = {
    ...emptyPanel(),
    filters: [newItem({ selector: '$', unfold: ' $.a ' }), newItem({ selector: '$', unfold: ' ' })],
  };
  expect(toPanelSettings(typed).filters).toEqual([{ selector: '$', unfold: '$.a' }, { selector: '$' }]);
});

test('an entry moves to another place and never out of the list', () => {
  const list = ['a', 'b', 'c'];
  expect(moved(list, 0, 1)).toEqual(['b', 'a', 'c']);
  expect(moved(list, 2, 1)).toEqual(['a', 'c', 'b']);
  expect(moved(list, 0, 2)).toEqual(['b', 'c', 'a']);
  expect(moved(list, 2, 0)).toEqual(['c', 'a', 'b']);
  expect(moved(list, 0, -1)).toBe(list);
  expect(moved(list, 2, 3)).toBe(list);
});

test('blanks around what is typed do not count, and neither do empty parts', () => {
  const values: PanelValues = {
    ...emptyPanel('ds1'),
    name: ' People ',
    path: ' ',
    filters: [newItem({ selector: ' $.a ' })],
    columns: [{ key: 'c1', label: ' A ', selector: ' $.a ', type: 'text', sortSelector: ' ' }],
  };
  expect(toPanelSettings(values)).toEqual({
    name: 'People',
    description: '',
    dataSourceId: 'ds1',
    variableValues: {},
    filters: [{ selector: '$.a' }],
    columns: [{ key: 'c1', label: 'A', selector: '$.a', type: 'text' }],
    visual: { type: 'table', rowsPerPage: 20 },
  });
});

test('a preview is outdated by what changes the table, not by a name', () => {
  expect(shownPart({ ...stored, name: 'Other', description: '' })).toBe(shownPart(stored));
  expect(shownPart({ ...stored, columns: stored.columns.slice(1) })).not.toBe(shownPart(stored));
  expect(shownPart({ ...stored, variableValues: {} })).not.toBe(shownPart(stored));
});

test('a variable left empty keeps the default of the data source', () => {
  const values: PanelValues = { ...emptyPanel(), variableValues: { city: '', country: 'NO' } };
  expect(toPanelSettings(values).variableValues).toEqual({ country: 'NO' });
});
