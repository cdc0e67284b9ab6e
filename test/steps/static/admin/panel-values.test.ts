import type { PanelSettings } from '../../../../src/contract';
import type { PanelValues } from '../../../../static/admin/panel/panel-values';
import {
  emptyPanel,
  fromPanelSettings,
  movedColumn,
  newColumn,
  proposalPatch,
  showsTheSame,
  toPanelSettings,
} from '../../../../static/admin/panel/panel-values';

const stored: PanelSettings = {
  name: 'All employees',
  description: 'Everybody in the directory',
  dataSourceId: 'ds1',
  filters: [{ selector: '$.value[*]' }, { selector: '$[?@.accountEnabled]' }],
  columns: [
    { label: 'Name', selector: '$.displayName', type: 'text' },
    { label: 'Mail', selector: '$.mail', type: 'email' },
  ],
  visual: { type: 'table', rowsPerPage: 50 },
  variableValues: { city: 'Oslo' },
  freshness: { freshSeconds: 1, staleSeconds: 2, keepSeconds: 3 },
};

test('settings survive the way through the form, later filter steps included', () => {
  expect(toPanelSettings(fromPanelSettings(stored))).toEqual(stored);
});

test('the rows selector is the first filter step, also while it is empty', () => {
  expect(toPanelSettings(emptyPanel('ds1')).filters).toEqual([{ selector: '' }]);
});

test.each([
  ['25', 25],
  [' 7 ', 7],
  ['', 0],
  ['2.5', 0],
  ['-1', 0],
  ['many', 0],
])('%j rows per page are sent as %d', (rowsPerPage, expected) => {
  const values: PanelValues = { ...emptyPanel(), rowsPerPage };
  expect(toPanelSettings(values).visual.rowsPerPage).toBe(expected);
});

test('a proposal sets rows selector and columns', () => {
  const patch = proposalPatch({ rowsSelector: '$[*]', rowCount: 3, columns: stored.columns, otherRowsSelectors: [] });
  expect(toPanelSettings({ ...emptyPanel(), ...patch })).toMatchObject({
    filters: [{ selector: '$[*]' }],
    columns: stored.columns,
  });
});

test('a column moves one place and never out of the list', () => {
  const [a, b, c] = ['a', 'b', 'c'].map((label) => newColumn({ label, selector: '$', type: 'text' })) as [
    ReturnType<typeof newColumn>,
    ReturnType<typeof newColumn>,
    ReturnType<typeof newColumn>,
  ];
  expect(movedColumn([a, b, c], 0, 1)).toEqual([b, a, c]);
  expect(movedColumn([a, b, c], 2, -1)).toEqual([a, c, b]);
  expect(movedColumn([a, b, c], 0, -1)).toEqual([a, b, c]);
  expect(movedColumn([a, b, c], 2, 1)).toEqual([a, b, c]);
});

test('a preview is outdated by what changes the table, not by a name', () => {
  expect(showsTheSame(stored, { ...stored, name: 'Other', description: '' })).toBe(true);
  expect(showsTheSame(stored, { ...stored, columns: stored.columns.slice(1) })).toBe(false);
  expect(showsTheSame(stored, { ...stored, variableValues: {} })).toBe(false);
});

test('a variable left empty keeps the default of the data source', () => {
  const values: PanelValues = { ...emptyPanel(), variableValues: { city: '', country: 'NO' } };
  expect(toPanelSettings(values).variableValues).toEqual({ country: 'NO' });
});
