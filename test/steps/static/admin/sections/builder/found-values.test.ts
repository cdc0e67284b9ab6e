import type { View } from '../../../../../../src/shared/contract';
import { foundValues } from '../../../../../../static/admin/sections/builder/found-values';
import { rowsPathOf } from '../../../../../../static/admin/sections/builder/rows-path';

const document = { items: [{ state: 'Open', size: 2 }, { state: 'Done', size: 2 }, { state: null }, '… 40 more'] };
const rows = rowsPathOf([{ selector: '$.items[*]' }], document);
const nothing = { document: undefined, rows: undefined, proposal: undefined, view: undefined };
const state = { key: 'c1', selector: '$.state' };
const proposal = {
  rowsSelector: '$.items[*]',
  rowCount: 43,
  columns: [],
  otherRowsSelectors: [],
  values: { '$.state': ['Open', 'On hold'] },
};
const view: View = {
  visual: 'table',
  columns: [{ key: 'c1', label: 'State', type: 'text' }],
  rows: [['Lost'], [null], ['Open']],
  offset: 0,
  matchingRows: 3,
  totalRows: 3,
  whole: true,
};

test.each([
  ['the beginning of the response', { ...nothing, document, rows }, state, ['Open', 'Done']],
  ['numbers, as texts', { ...nothing, document, rows }, { key: 'c2', selector: '$.size' }, ['2']],
  ['the proposal, which knows the whole response', { ...nothing, proposal }, state, ['Open', 'On hold']],
  ['the preview, whatever the selector', { ...nothing, view }, { key: 'c1', selector: '$..state' }, ['Lost', 'Open']],
  ['all three, each value once', { document, rows, proposal, view }, state, ['Open', 'On hold', 'Done', 'Lost']],
  ['nothing', nothing, state, []],
])('the values of a column are found in %s', (_, found, column, values) => {
  expect(foundValues(column, found)).toEqual(values);
});
