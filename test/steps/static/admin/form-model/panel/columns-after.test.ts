import type { RowStep } from '../../../../../../src/shared/contract';
import { nextKey, keyedColumns } from '../../../../../../static/admin/form-model/panel/column-keys';
import type { OfferedColumn } from '../../../../../../static/admin/form-model/panel/columns-after';
import { columnsAfter } from '../../../../../../static/admin/form-model/panel/columns-after';

const columns: OfferedColumn[] = [
  { key: 'c1', label: 'City', type: 'text' },
  { key: 'c2', label: 'Price', type: 'currency' },
  { key: 'c3', label: 'Since', type: 'date' },
];
const compute: RowStep = {
  kind: 'compute',
  column: { key: 'c4', label: 'Double', type: 'number', expression: '[Price] * 2' },
};
const group: RowStep = {
  kind: 'group',
  columns: ['c1'],
  aggregates: [
    { key: 'c5', label: 'How many', function: 'count' },
    { key: 'c6', label: 'First day', function: 'min', column: 'c3' },
  ],
};

test('keeping, sorting, thinning out and cutting rows leaves the columns as they are', () => {
  const steps: RowStep[] = [
    { kind: 'where', match: 'all', conditions: [] },
    { kind: 'distinct', columns: ['c1'] },
    { kind: 'sort', sorts: [] },
    { kind: 'limit', count: 3 },
  ];
  expect(columnsAfter(columns, steps)).toEqual(columns);
});

test('computing adds a column behind the others', () => {
  expect(columnsAfter(columns, [compute]).map(({ key }) => key)).toEqual(['c1', 'c2', 'c3', 'c4']);
});

test('grouping leaves the columns grouped by and its own; counts are numbers, the smallest keeps its type', () => {
  expect(columnsAfter(columns, [compute, group])).toEqual([
    { key: 'c1', label: 'City', type: 'text' },
    { key: 'c5', label: 'How many', type: 'number' },
    { key: 'c6', label: 'First day', type: 'date' },
  ]);
});

test('a new key is one that no column has, read, computed or made by a grouping', () => {
  expect(nextKey([], [])).toBe('c1');
  expect(nextKey(columns, [])).toBe('c4');
  expect(nextKey(columns, [compute, group])).toBe('c7');
  expect(nextKey([{ key: 'name' }, { key: 'c10' }], [])).toBe('c11');
});

test('columns stored without a key are known by c and their place', () => {
  const stored = { label: 'A', selector: '$.a', type: 'text' } as const;
  expect(keyedColumns([stored, { ...stored, key: 'x' }, stored]).map(({ key }) => key)).toEqual(['c0', 'x', 'c2']);
});
