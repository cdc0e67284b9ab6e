import type { ColumnSettings } from '../../../src/shared/contract';
import { checkColumns } from '../../../src/editing/check-columns';

const column = (change: Partial<ColumnSettings> = {}): ColumnSettings => ({
  label: 'Name',
  selector: '$.name',
  type: 'text',
  ...change,
});
const rows: Partial<ColumnSettings> = { type: 'list', format: { list: 'rows' } };

describe('the columns of a panel', () => {
  it.each([
    ['one', [column()]],
    ['a hundred', Array.from({ length: 100 }, () => column())],
    ['keys beside none', [column({ key: 'name' }), column()]],
    ['one list with a row for each entry', [column(rows), column({ ...rows, format: { list: 'count' } })]],
    ['a sort selector left empty', [column({ sortSelector: '' })]],
  ])('may be %s', (_, columns) => {
    expect(checkColumns(columns)).toEqual([]);
  });

  it.each([
    ['none', [], 'columns'],
    ['without a label', [column({ label: ' ' })], 'columns.0.label'],
    ['without a selector', [column(), column({ selector: '' })], 'columns.1.selector'],
    ['with a broken selector', [column({ selector: '$.a[' })], 'columns.0.selector'],
    ['with a broken sort selector', [column({ sortSelector: '$.a[' })], 'columns.0.sortSelector'],
    ['with the same key', [column({ key: 'a' }), column({ key: 'a' })], 'columns.1.key'],
    ['with the key that another one has by its place', [column({ key: 'c1' }), column()], 'columns.1.key'],
    ['with rows for two lists', [column(rows), column(rows)], 'columns.1.format.list'],
  ])('cannot be %s', (_, columns, path) => {
    expect(checkColumns(columns)).toEqual([{ path, message: expect.stringMatching(/^[A-Z].*\.$/) as string }]);
  });

  it('name the list that has the rows already', () => {
    const [error] = checkColumns([column({ ...rows, label: 'Lines' }), column(rows)]);
    expect(error?.message).toContain('Lines already does');
  });
});
