import { withType } from '../../../../../../static/admin/sections/columns/with-type';
import { entriesOf, isList } from '../../../../../../static/admin/sections/variables/column-values';

test('a column that becomes a status has a color for each value found, unless it has colors or the values are many', () => {
  const statusColors = [{ value: 'Done', color: 'green' as const }];
  expect(withType({}, 'status', ['Done'])).toEqual({ type: 'status', format: { statusColors } });
  expect(withType({ format: { statusColors } }, 'status', ['Failed'])).toEqual({ type: 'status' });
  expect(withType({}, 'text', ['Done'])).toEqual({ type: 'text' });
  expect(withType({}, 'status', [])).toEqual({ type: 'status' });
  const many = Array.from({ length: 13 }, (_, at) => String(at));
  expect(withType({}, 'status', many)).toEqual({ type: 'status' });
});

test('the values of a column become the entries of a list in their order, and labels written for them stay', () => {
  const before = [{ value: '10', label: 'Ten' }];
  expect(entriesOf(['10', '9', 'b', 'a'], before)).toEqual([
    { value: '9', label: '' },
    { value: '10', label: 'Ten' },
    { value: 'a', label: '' },
    { value: 'b', label: '' },
  ]);
});

test('one value is no list to choose from, and neither are more than a list may have', () => {
  const column = { key: 'c1', label: 'State', selector: '$.state', type: 'text' as const };
  const found = (count: number) => ({ column, found: Array.from({ length: count }, (_, at) => String(at)) });
  expect([1, 2, 200, 201].map((count) => isList(found(count)))).toEqual([false, true, true, false]);
});
