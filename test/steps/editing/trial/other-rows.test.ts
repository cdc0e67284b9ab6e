import { broughtBy, type Brought } from '../../../../src/editing/trial/other-rows';

const rows = (...ids: number[]) => ids.map((id) => ({ id, name: `Row ${id}` }));

test.each<[string, unknown, unknown, Brought]>([
  ['other rows', rows(1, 2), rows(3, 4), 'other'],
  ['a shorter last page', rows(1, 2, 3), rows(4), 'other'],
  ['the same rows', rows(1, 2), rows(1, 2), 'same'],
  ['the same rows in another order', rows(1, 2), rows(2, 1), 'same'],
  ['rows of which most were there', rows(1, 2, 3), rows(2, 3, 4), 'same'],
  ['a live list that has moved by one', rows(1, 2, 3, 4), rows(4, 5, 6, 7), 'other'],
  ['no rows', rows(1, 2), [], 'none'],
  ['rows that lack what is empty', rows(1, 2), [{ id: 3 }], 'other'],
  ['rows of another kind', rows(1, 2), [{ code: 4, message: 'No such page' }], 'unlike'],
  ['texts instead of objects', rows(1, 2), ['a'], 'unlike'],
  ['rows that are alike, but for a total', [[1], [1]], [[1], [1], [1]], 'other'],
])('a second page with %s', (_, first, second, brought) => {
  expect(broughtBy({ items: second }, { items: first }, '$.items[*]')).toBe(brought);
});
