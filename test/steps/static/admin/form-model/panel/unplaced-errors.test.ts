import { newItem } from '../../../../../../static/admin/form-model/items';
import { tabsWithErrors } from '../../../../../../static/admin/form-model/panel/panel-tabs';
import type { PanelValues } from '../../../../../../static/admin/form-model/panel/panel-values';
import { emptyPanel } from '../../../../../../static/admin/form-model/panel/panel-values';
import { unplacedPanelErrors } from '../../../../../../static/admin/form-model/panel/unplaced-errors';

const values: PanelValues = {
  ...emptyPanel(),
  columns: [{ key: 'c1', label: 'A', selector: '$.a', type: 'currency' }],
  rowSteps: [
    newItem({ kind: 'compute', column: { key: 'c2', label: 'B', type: 'percent', expression: '1' } } as const),
  ],
};

test.each([
  'name',
  'request.path',
  'request.parameters.0.name',
  'filters.1.selector',
  'columns',
  'columns.0',
  'columns.0.sortSelector',
  'columns.0.format.currency',
  'variables.2.entries.entries.1.value',
  'variableValues.town',
  'rowSteps.0.conditions.3.value',
  'rowSteps.0.aggregates.0.label',
  'rowSteps.0.columns.1',
  'rowSteps.0.column.expression',
  'rowSteps.0.column.format.whole',
  'visual.series',
  'freshness.staleSeconds',
])('a field shows an error at %s', (path) => {
  expect(unplacedPanelErrors({ [path]: 'Wrong.' }, values)).toEqual([]);
});

test.each([
  'filters.0.unknown',
  'columns.0.format.whole',
  'columns.7.format.currency',
  'rowSteps.0.column.format.currency',
  'rowSteps.0.kind',
  'other',
])('no field shows an error at %s, so it is listed', (path) => {
  expect(unplacedPanelErrors({ [path]: 'Wrong.' }, values)).toEqual(['Wrong.']);
});

test('the tabs in which something is wrong are known, in their order', () => {
  expect(tabsWithErrors({ 'visual.series': 'x', 'filters.0.selector': 'y', name: 'z' })).toEqual(['rows', 'visual']);
});
