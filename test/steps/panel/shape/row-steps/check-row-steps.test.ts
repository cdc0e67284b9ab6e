import type { RowStep } from '../../../../../src/shared/contract';
import type { Column } from '../../../../../src/shared/frame';
import { checkRowSteps } from '../../../../../src/panel/shape/row-steps/check-row-steps';

const columns: Column[] = [
  { key: 'c0', label: 'Name', type: 'text' },
  { key: 'c1', label: 'Price', type: 'currency', format: { currency: 'EUR' } },
  { key: 'c2', label: 'Due', type: 'date' },
];

const where = (column: string, operator: 'equals' | 'less' | 'contains' | 'empty', value: string): RowStep => ({
  kind: 'where',
  match: 'all',
  conditions: [{ column, operator, value }],
});
const compute = (key: string, label: string, expression: string): RowStep => ({
  kind: 'compute',
  column: { key, label, type: 'number', expression },
});
const count = { key: 'n', label: 'Rows', function: 'count' } as const;

describe('checking row steps', () => {
  it('has nothing to say of steps that fit, also on columns that earlier ones made', () => {
    const steps: RowStep[] = [
      where('c0', 'contains', '{$.name}'),
      where('c1', 'less', '{$.most}'),
      where('c2', 'less', '2026-11-23'),
      where('c0', 'empty', ''),
      where('c0', 'equals', ''),
      compute('t', 'Twice', '[Price] * 2 + {$.more}'),
      where('t', 'less', '10'),
      { kind: 'group', columns: ['c0'], aggregates: [count, { key: 's', label: 'Sum', function: 'sum', column: 't' }] },
      { kind: 'sort', sorts: [{ column: 's', direction: 'descending' }] },
      { kind: 'distinct', columns: [] },
      { kind: 'limit', count: 200_000 },
    ];
    expect(checkRowSteps(columns, steps)).toEqual([]);
  });

  it.each<[RowStep, string, string]>([
    [where('c9', 'equals', 'x'), 'conditions.0.column', 'This column does not exist at this step. Choose another one.'],
    [where('', 'equals', 'x'), 'conditions.0.column', 'Choose a column.'],
    [where('c1', 'less', 'many'), 'conditions.0.value', '"many" is not an amount in EUR, as Price needs.'],
    [where('c1', 'equals', '$ 5'), 'conditions.0.value', '"$ 5" is not an amount in EUR, as Price needs.'],
    [where('c2', 'less', 'soon'), 'conditions.0.value', '"soon" is not a date, as Due needs.'],
    [where('c0', 'contains', ''), 'conditions.0.value', 'Enter a value to compare with.'],
    [{ kind: 'where', match: 'any', conditions: [] }, 'conditions', 'Add a condition.'],
    [compute('c1', 'Twice', '1'), 'column.key', 'Another column already has the key "c1".'],
    [compute('t', ' ', '1'), 'column.label', 'Enter a label.'],
    [
      compute('t', 'Twice', '[Price] * [Pieces]'),
      'column.expression',
      'The expression has an error at character 11 (after [Price] *): there is no column "Pieces" at this step.',
    ],
    [{ kind: 'group', columns: [], aggregates: [] }, 'columns', 'Choose a column to group by.'],
    [
      { kind: 'group', columns: ['c9'], aggregates: [] },
      'columns.0',
      'This column does not exist at this step. Choose another one.',
    ],
    [
      { kind: 'group', columns: [], aggregates: [count, count] },
      'aggregates.1.key',
      'Another column already has the key "n".',
    ],
    [{ kind: 'group', columns: [], aggregates: [{ ...count, label: '' }] }, 'aggregates.0.label', 'Enter a label.'],
    [
      { kind: 'group', columns: [], aggregates: [{ ...count, function: 'sum', column: 'c0' }] },
      'aggregates.0.column',
      'Name does not contain numbers. Use Count instead.',
    ],
    [
      { kind: 'group', columns: [], aggregates: [{ ...count, function: 'max' }] },
      'aggregates.0.column',
      'Choose a column.',
    ],
    [{ kind: 'sort', sorts: [] }, 'sorts', 'Choose a column to sort by.'],
    [
      { kind: 'sort', sorts: [{ column: 'c9', direction: 'ascending' }] },
      'sorts.0.column',
      'This column does not exist at this step. Choose another one.',
    ],
    [
      { kind: 'distinct', columns: ['c9'] },
      'columns.0',
      'This column does not exist at this step. Choose another one.',
    ],
  ])('%j has an error at %s', (step, path, message) => {
    const first: RowStep = { kind: 'distinct', columns: [] };
    expect(checkRowSteps(columns, [first, step])).toEqual([{ path: `rowSteps.1.${path}`, message }]);
  });

  it('knows that a grouping takes the other columns away', () => {
    const steps: RowStep[] = [{ kind: 'group', columns: ['c0'], aggregates: [count] }, where('c1', 'less', '1')];
    expect(checkRowSteps(columns, steps)).toEqual([
      {
        path: 'rowSteps.1.conditions.0.column',
        message: 'This column does not exist at this step. Choose another one.',
      },
    ]);
  });
});
