import { pathsToFirstRow } from '../../../../../../static/admin/sections/builder/first-row';
import type { RowsPath } from '../../../../../../static/admin/sections/builder/rows-path';
import {
  pathInRow,
  rowsPathOf,
  rowsSelectorAt,
  valuesInRows,
} from '../../../../../../static/admin/sections/builder/rows-path';
import { every } from '../../../../../../static/admin/sections/builder/simple-path';

const people = {
  '@odata.context': 'x',
  value: [
    { id: '1', tags: ['a'], orders: [{ sum: 3 }], manager: null },
    { id: '2', tags: [], orders: [{ sum: 4 }, { sum: 5 }], manager: { name: 'Ann' } },
    '… 198 more',
  ],
};
const keyed = { users: { '17': { name: 'A', orders: [{ sum: 1 }] }, '18': { name: 'B', orders: [] } } };
const series = { hourly: { time: ['10:00', '11:00'], height: [1, 2] } };

const rowsAt = (selectors: string[], document: unknown) =>
  rowsPathOf(
    selectors.map((selector) => ({ selector })),
    document,
  );

test.each([
  [people, ['value'], '$.value[*]'],
  [people, ['value', 1], '$.value[*]'],
  [people, ['value', 1, 'orders'], '$.value[*].orders[*]'],
  [people, ['value', 1, 'orders', 0], '$.value[*].orders[*]'],
  [people, ['value', 1, 'manager'], '$.value[*].manager'],
  [people, [], '$'],
  [[{ a: 1 }], [], '$[*]'],
  [keyed, ['users'], '$.users[*]'],
  [keyed, ['users', '17'], '$.users[*]'],
  [keyed, ['users', '17', 'orders'], '$.users[*].orders[*]'],
  [series, ['hourly'], '$.hourly'],
  [{ 'odd name': [1] }, ['odd name'], "$['odd name'][*]"],
])('of %j the rows at %j are %s', (document, path, selector) => {
  expect(rowsSelectorAt(document, path)).toBe(selector);
});

test('a path of names that leads to a list means its items, and a table by columns stays one place', () => {
  expect(rowsAt(['$.value'], people)).toEqual({ path: ['value', every], columnLists: false });
  expect(rowsAt(['$.value[*]'], people)).toEqual({ path: ['value', every], columnLists: false });
  expect(rowsAt(['$.hourly'], series)).toEqual({ path: ['hourly'], columnLists: true });
});

test('steps that leave rows out keep the place, steps that drill lengthen it, others cannot be shown', () => {
  expect(rowsAt(['$.value[*]', "$[?@.id == '{$.id}']"], people)?.path).toEqual(['value', every]);
  expect(rowsAt(['$.value[*]', '$[*].orders[*]'], people)?.path).toEqual(['value', every, 'orders', every]);
  expect(rowsAt(['$.value[*]', '$..sum'], people)).toBeUndefined();
  expect(rowsAt(['$..orders'], people)).toBeUndefined();
  expect(rowsAt([''], people)).toBeUndefined();
});

test('objects that list values by name have rows, and unfolded rows cannot be shown', () => {
  const rates = { rates: { CHF: 0.9, EUR: 1, SEK: 11, '…': '… 9 more' } };
  expect(rowsSelectorAt(rates, ['rates', 'CHF'])).toBe('$.rates[*]');
  expect(rowsPathOf([{ selector: '$.value[*]', unfold: '$.orders' }], people)).toBeUndefined();
});

test('the way inside a row leaves out the way to the row', () => {
  const rows: RowsPath = { path: ['value', every], columnLists: false };
  expect(pathInRow(rows, ['value', 7, 'manager', 'name'])).toEqual(['manager', 'name']);
  expect(pathInRow(rows, ['value', 7])).toEqual([]);
  expect(pathInRow(rows, ['value'])).toBeUndefined();
  expect(pathInRow(rows, ['other', 7, 'a'])).toBeUndefined();
  expect(pathInRow({ path: ['hourly'], columnLists: true }, ['hourly', 'time', 1])).toEqual(['time']);
});

test('the values of all rows are gathered, without empty ones and without what was left out', () => {
  const rows: RowsPath = { path: ['value', every], columnLists: false };
  expect(valuesInRows(people, rows, ['id'])).toEqual(['1', '2']);
  expect(valuesInRows(people, rows, ['manager', 'name'])).toEqual(['Ann']);
  expect(valuesInRows(series, { path: ['hourly'], columnLists: true }, ['height'])).toEqual([1, 2]);
});

test('the paths to the first row are those that must be open to see it', () => {
  expect(pathsToFirstRow(people, { path: ['value', every], columnLists: false })).toEqual([
    [],
    ['value'],
    ['value', 0],
  ]);
  expect(pathsToFirstRow(keyed, { path: ['users', every], columnLists: false })).toEqual([
    [],
    ['users'],
    ['users', '17'],
  ]);
  expect(pathsToFirstRow({ value: [] }, { path: ['value', every], columnLists: false })).toEqual([[], ['value']]);
});
