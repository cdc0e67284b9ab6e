import fc from 'fast-check';
import type { Aggregate, RowStep } from '../../../../../src/shared/contract';
import type { CellValue, Frame } from '../../../../../src/shared/frame';
import { applyRowSteps, columnsAfter } from '../../../../../src/panel/shape/row-steps/apply-row-steps';
import { asWritten, column, frameOf } from './frames';

const sales = frameOf(
  column('team', 'status', ['blue', 'red', 'blue', null, 'red', ''], { format: { statusColors: [] }, sortedBy: 'on' }),
  column('amount', 'currency', [0.1, 5, 0.2, null, 7, 1], { format: { currency: 'EUR' }, align: 'end' }),
  column('on', 'date', ['2026-02-01', null, '2026-01-31', '2026-05-05', '2026-03-03', '2026-04-04']),
);

const run = (frame: Frame, ...steps: RowStep[]) => {
  const outcome = applyRowSteps(frame, steps, asWritten);
  expect(outcome.frame.columns).toEqual(columnsAfter(frame.columns, steps));
  for (const values of outcome.frame.values) expect(values).toHaveLength(outcome.frame.rowCount);
  return outcome;
};

const aggregate = (key: string, name: Aggregate['function'], source?: string): Aggregate => ({
  key,
  label: key,
  function: name,
  ...(source !== undefined && { column: source }),
});

describe('grouping', () => {
  const aggregates = [
    aggregate('rows', 'count'),
    aggregate('dated', 'count', 'on'),
    aggregate('sum', 'sum', 'amount'),
    aggregate('mean', 'average', 'amount'),
    aggregate('first', 'min', 'on'),
    aggregate('last', 'max', 'on'),
  ];

  it('makes one row of equal ones, in the order of their first appearance, and counts no empty cell', () => {
    const { frame, warnings } = run(sales, { kind: 'group', columns: ['team'], aggregates });
    expect(warnings).toEqual([]);
    expect(frame.values).toEqual([
      ['blue', 'red', null],
      [2, 2, 2],
      [2, 1, 2],
      [0.3, 12, 1],
      [0.15, 6, 1],
      ['2026-01-31', '2026-03-03', '2026-04-04'],
      ['2026-02-01', '2026-03-03', '2026-05-05'],
    ]);
  });

  it('keeps what the columns were: amounts stay amounts, dates dates', () => {
    const { columns } = run(sales, { kind: 'group', columns: ['team'], aggregates }).frame;
    expect(columns.map(({ key, type, format }) => [key, type, format])).toEqual([
      ['team', 'status', { statusColors: [] }],
      ['rows', 'number', undefined],
      ['dated', 'number', undefined],
      ['sum', 'currency', { currency: 'EUR' }],
      ['mean', 'currency', { currency: 'EUR' }],
      ['first', 'date', undefined],
      ['last', 'date', undefined],
    ]);
    expect(columns[0]).not.toHaveProperty('sortedBy');
  });

  it('makes one row of all without a column, even of none', () => {
    const total: RowStep = {
      kind: 'group',
      columns: [],
      aggregates: [aggregate('n', 'count'), aggregate('s', 'sum', 'amount')],
    };
    expect(run(sales, total).frame.values).toEqual([[6], [13.3]]);
    const none = frameOf(column('amount', 'number', []));
    expect(run(none, total).frame.values).toEqual([[0], [null]]);
  });

  it('leaves out what cannot be worked out, and says so', () => {
    const odd = [
      aggregate('team', 'count'),
      aggregate('s', 'sum', 'on'),
      aggregate('g', 'max', 'gone'),
      aggregate('n', 'count'),
    ];
    const { frame, warnings } = run(sales, { kind: 'group', columns: ['team'], aggregates: odd });
    expect(frame.columns.map(({ key }) => key)).toEqual(['team', 'n']);
    expect(warnings).toEqual([
      expect.stringContaining('another column has its key "team"'),
      's was left out, because ON does not contain numbers.',
      expect.stringContaining('"gone" no longer exists'),
    ]);
  });

  it('leaves the rows alone where a column to group by is gone', () => {
    const { frame, warnings } = run(sales, { kind: 'group', columns: ['gone'], aggregates });
    expect(frame).toEqual(sales);
    expect(warnings).toHaveLength(1);
  });

  it('has counts that together are the rows', () => {
    const cells = fc.array(fc.tuple(fc.constantFrom<CellValue>('a', 'b', '', null, 0, 1, '1', true), fc.nat(3)));
    fc.assert(
      fc.property(cells, (rows) => {
        const frame = frameOf(
          column(
            'a',
            'text',
            rows.map(([a]) => a),
          ),
          column(
            'b',
            'number',
            rows.map(([, b]) => b),
          ),
        );
        const { values } = run(frame, {
          kind: 'group',
          columns: ['a', 'b'],
          aggregates: [aggregate('n', 'count')],
        }).frame;
        expect((values[2] as number[]).reduce((sum, count) => sum + count, 0)).toBe(rows.length);
        expect(values[0]).toHaveLength(new Set(rows.map(([a, b]) => JSON.stringify([a === '' ? null : a, b]))).size);
      }),
    );
  });
});

describe('telling rows apart', () => {
  it('keeps the first of the rows that are alike in a column, or in all', () => {
    expect(run(sales, { kind: 'distinct', columns: ['team'] }).frame.values[1]).toEqual([0.1, 5, null]);
    const doubled = frameOf(column('a', 'number', [1, 1, 2, 1]), column('b', 'text', ['x', 'x', 'x', 'y']));
    expect(run(doubled, { kind: 'distinct', columns: [] }).frame.values).toEqual([
      [1, 2, 1],
      ['x', 'x', 'y'],
    ]);
  });

  it('keeps all where no column it names is there', () => {
    const { frame, warnings } = run(sales, { kind: 'distinct', columns: ['gone'] });
    expect(frame).toEqual(sales);
    expect(warnings).toHaveLength(1);
  });

  it('changes nothing the second time', () => {
    const values = fc.array(fc.constantFrom<CellValue>('a', 'A', '', null, 0, 1, '1', true, false));
    fc.assert(
      fc.property(values, (cells) => {
        const once = run(frameOf(column('a', 'text', cells)), { kind: 'distinct', columns: ['a'] }).frame;
        expect(run(once, { kind: 'distinct', columns: ['a'] }).frame).toEqual(once);
      }),
    );
  });
});

describe('sorting', () => {
  it('sorts by several columns, empty cells last, by the values a column is sorted by', () => {
    const amounts = run(sales, { kind: 'sort', sorts: [{ column: 'amount', direction: 'descending' }] }).frame;
    expect(amounts.values[1]).toEqual([7, 5, 1, 0.2, 0.1, null]);
    const teams = run(sales, { kind: 'sort', sorts: [{ column: 'team', direction: 'ascending' }] }).frame;
    expect(teams.values[2]).toEqual(['2026-01-31', '2026-02-01', '2026-03-03', '2026-04-04', '2026-05-05', null]);
    const sorts = [
      { column: 'gone', direction: 'ascending' as const },
      { column: 'on', direction: 'ascending' as const },
    ];
    expect(run(sales, { kind: 'sort', sorts }).warnings).toHaveLength(1);
  });

  it('is a stable total order for values of mixed types', () => {
    const cell = fc.oneof(
      fc.constant(null),
      fc.string({ maxLength: 3 }),
      fc.integer({ min: -3, max: 3 }),
      fc.boolean(),
    );
    fc.assert(
      fc.property(fc.array(cell), fc.constantFrom('ascending' as const, 'descending' as const), (cells, direction) => {
        const step: RowStep = { kind: 'sort', sorts: [{ column: 'a', direction }] };
        const frame = frameOf(
          column('a', 'text', cells),
          column(
            'row',
            'number',
            cells.map((_, row) => row),
          ),
        );
        const once = run(frame, step).frame;
        expect(run(once, step).frame).toEqual(once);
        const [sorted = [], rows = []] = once.values;
        sorted.forEach((value, at) => {
          if (at > 0 && value === sorted[at - 1]) expect(Number(rows[at])).toBeGreaterThan(Number(rows[at - 1]));
        });
        expect([...(rows as number[])].sort((left, right) => left - right)).toEqual(cells.map((_, row) => row));
      }),
    );
  });
});

describe('computed columns', () => {
  const price = frameOf(column('p', 'currency', [0.1, 2, null]), column('n', 'number', [3, 4, 5]));
  const computed = (expression: string, more: object = {}): RowStep => ({
    kind: 'compute',
    column: { key: 't', label: 'Total', type: 'number', expression, ...more },
  });

  it('stand beside the others and can be used by the next step', () => {
    const { frame } = run(price, computed('[P] * [N]', { type: 'currency', format: { currency: 'EUR' }, width: 90 }), {
      kind: 'where',
      match: 'all',
      conditions: [{ column: 't', operator: 'greater', value: '1' }],
    });
    expect(frame.values).toEqual([[2], [4], [8]]);
    expect(frame.columns[2]).toEqual({
      key: 't',
      label: 'Total',
      type: 'currency',
      format: { currency: 'EUR' },
      width: 90,
    });
    expect(run(price, computed('[P] + 0.2')).frame.values[2]).toEqual([0.3, 2.2, null]);
  });

  it('are typed, and what is not of their type is empty and counted', () => {
    const { frame, warnings } = run(price, computed("IF([N] = 4, 'four', [N])"));
    expect(frame.values[2]).toEqual([3, null, 5]);
    expect(warnings).toEqual(['In Total, 1 value is not a number and left empty.']);
    expect(run(price, computed("'javascript:alert(1)'", { type: 'link' })).frame.values[2]).toEqual([null, null, null]);
  });

  it('are empty where the expression has an error, and left out where their key is taken', () => {
    const wrong = run(price, computed('[Gone] * 2'));
    expect(wrong.frame.values[2]).toEqual([null, null, null]);
    expect(wrong.warnings).toEqual([
      'Total is empty. The expression has an error at character 1: there is no column "Gone" at this step.',
    ]);
    expect(run(price, computed('1', { key: 'n' })).warnings).toEqual([expect.stringContaining('has its key "n"')]);
  });

  it('take values of variables as values, whatever they hold', () => {
    const step = computed("'{$.q}' & [N]", { type: 'text' });
    const { frame } = applyRowSteps(price, [step], (text) => text.replace('{$.q}', "' & [P] & '"));
    expect(frame.values[2]).toEqual(["' & [P] & '3", "' & [P] & '4", "' & [P] & '5"]);
  });
});

describe('row steps together', () => {
  it('limit after all else, and leave the frame they were given as it was', () => {
    const before = structuredClone(sales);
    const { frame } = run(
      sales,
      { kind: 'where', match: 'all', conditions: [{ column: 'amount', operator: 'not-empty', value: '' }] },
      { kind: 'group', columns: ['team'], aggregates: [aggregate('n', 'count')] },
      { kind: 'sort', sorts: [{ column: 'n', direction: 'descending' }] },
      { kind: 'limit', count: 2 },
      { kind: 'limit', count: 10 },
    );
    expect(frame.values).toEqual([
      ['blue', 'red'],
      [2, 2],
    ]);
    expect(sales).toEqual(before);
  });

  it('take 400,000 rows', () => {
    const rows = Array.from({ length: 400_000 }, (_, row) => row);
    const frame = frameOf(
      column(
        'a',
        'number',
        rows.map((row) => (row * 7919) % 400_000),
      ),
      column(
        'b',
        'text',
        rows.map((row) => `group ${row % 1000}`),
      ),
    );
    const { frame: left } = run(
      frame,
      { kind: 'distinct', columns: [] },
      {
        kind: 'sort',
        sorts: [
          { column: 'b', direction: 'descending' },
          { column: 'a', direction: 'ascending' },
        ],
      },
      { kind: 'compute', column: { key: 'c', label: 'C', type: 'number', expression: '[A] * 2' } },
      { kind: 'where', match: 'any', conditions: [{ column: 'c', operator: 'at-least', value: '0' }] },
      { kind: 'group', columns: ['b'], aggregates: [aggregate('most', 'max', 'c'), aggregate('n', 'count')] },
      { kind: 'limit', count: 1 },
    );
    expect(left.values).toEqual([['group 999'], [expect.any(Number)], [400]]);
  });
});
