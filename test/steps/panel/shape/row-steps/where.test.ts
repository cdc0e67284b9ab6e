import fc from 'fast-check';
import type { ConditionOperator, RowStep } from '../../../../../src/shared/contract';
import type { CellValue, ColumnFormat, ColumnType } from '../../../../../src/shared/frame';
import { applyRowSteps } from '../../../../../src/panel/shape/row-steps/apply-row-steps';
import { conditionOperators as operators } from '../../../../../src/resolvers/row-step-schema';
import { asWritten, column, frameOf } from './frames';

function whereStep(operator: ConditionOperator, value: string, match: 'all' | 'any' = 'all'): RowStep {
  return { kind: 'where', match, conditions: [{ column: 'a', operator, value }] };
}

function kept(
  type: ColumnType,
  values: CellValue[],
  operator: ConditionOperator,
  value: string,
  format?: ColumnFormat,
): number[] {
  const rows = values.map((_, row) => row);
  const frame = frameOf(column('a', type, values, format && { format }), column('row', 'number', rows));
  return applyRowSteps(frame, [whereStep(operator, value)], asWritten).frame.values[1] as number[];
}

/** For each column the rows that each operator keeps, in the order of `operators`. */
type Case = [ColumnType, CellValue[], string, (number[] | string)[], ColumnFormat?];

const texts: CellValue[] = ['Open', 'reopened', 'Closed', null, ''];
const numbers: CellValue[] = [5, 10, 1.5, null];
const times: CellValue[] = [
  '2026-11-22T23:59:59.5Z',
  '2026-11-23T00:00:00Z',
  '2026-11-23T12:30:00Z',
  '2026-11-24T00:00:00Z',
  null,
];

const ofTexts = [[0], [1, 2, 3, 4], [0, 1], [2, 3, 4], [0], [0], [2], [0, 2], [1], [0, 1], [3, 4], [0, 1, 2]];
const ofNumbers = [[0], [1, 2, 3], [0, 2], [1, 3], [0], [0, 2], [2], [0, 2], [1], [0, 1], [3], [0, 1, 2]];

const cases: Case[] = [
  ...(['text', 'link', 'image', 'email', 'user', 'status', 'list', 'json'] as const).map((type): Case => [
    type,
    texts,
    'OPEN',
    ofTexts,
  ]),
  ['number', numbers, '5', ofNumbers],
  ['currency', numbers, '5', ofNumbers, { currency: 'EUR' }],
  ['percent', numbers, '5', ofNumbers],
  ['duration', numbers, '5', ofNumbers],
  ['list', numbers, '5', ofNumbers, { list: 'count' }],
  [
    'date-time',
    times,
    '2026-11-23',
    [[1, 2], [0, 3, 4], [1, 2], [0, 3, 4], [1, 2], [], [0], [0, 1, 2], [3], [1, 2, 3], [4], [0, 1, 2, 3]],
  ],
  [
    'date-time',
    times,
    '2026-11-23T13:30:00+01:00',
    [[2], [0, 1, 3, 4], [], [0, 1, 2, 3, 4], [], [], [0, 1], [0, 1, 2], [3], [2, 3], [4], [0, 1, 2, 3]],
  ],
  [
    'date',
    ['2026-11-22', '2026-11-23', null],
    '2026-11-23',
    [[1], [0, 2], [1], [0, 2], [1], [1], [0], [0, 1], [], [1], [2], [0, 1]],
  ],
  [
    'date',
    ['2026-11-22', '2026-11-23', null],
    '2026-11-23T08:00:00Z',
    [[1], [0, 2], [], [0, 1, 2], [], [], [0], [0, 1], [], [1], [2], [0, 1]],
  ],
  ['boolean', [true, false, null], 'yes', [[0], [1, 2], [], [0, 1, 2], [], [], [1], [0, 1], [], [0], [2], [0, 1]]],
];

const table = cases.flatMap(([type, values, value, found, format]) =>
  operators.map((operator, index) => [type, operator, value, values, found[index] as number[], format] as const),
);

describe('conditions', () => {
  it.each(table)('%s %s %j', (type, operator, value, values, found, format) => {
    expect(kept(type, values, operator, value, format)).toEqual(found);
  });

  it.each<[ColumnType, CellValue[], string, number[]]>([
    ['percent', [0.25, 25], '25 %', [0]],
    ['percent', [0.25, 25], '0.25', [0]],
    ['duration', [90, 5400], 'PT1H30M', [1]],
    ['currency', [1234.5, 1], '€ 1.234,50', [0]],
    ['date', ['2026-11-03'], '03.11.2026', [0]],
    ['text', ['1', '01'], '01', [1]],
    ['number', [5, null], '', [1]],
    ['text', ['a', '', null], '', [1, 2]],
  ])('in %s %j equals %s', (type, values, value, found) => {
    expect(kept(type, values, 'equals', value)).toEqual(found);
  });

  it('compares with a value of another type as with nothing, and says so', () => {
    const frame = frameOf(column('a', 'number', [1, null]));
    const equal = applyRowSteps(frame, [whereStep('equals', 'many')], asWritten);
    expect(equal.frame.rowCount).toBe(0);
    expect(equal.warnings).toEqual(['The condition on A compares with "many", which is not a number.']);
    expect(applyRowSteps(frame, [whereStep('not-equals', 'many')], asWritten).frame.rowCount).toBe(2);
  });

  it('lets every row pass where the value comes out empty that was not', () => {
    const frame = frameOf(column('a', 'text', ['x', 'y', null]));
    const bind = (text: string) => text.replace('{$.q}', '');
    for (const operator of operators.filter((each) => !each.endsWith('empty'))) {
      expect(applyRowSteps(frame, [whereStep(operator, '{$.q}')], bind).frame.rowCount).toBe(3);
    }
    expect(applyRowSteps(frame, [whereStep('empty', '{$.q}')], bind).frame.rowCount).toBe(1);
    expect(applyRowSteps(frame, [whereStep('equals', 'x{$.q}')], bind).frame.rowCount).toBe(1);
  });

  it('joins conditions by all or any, and leaves out those on columns that are gone', () => {
    const frame = frameOf(column('a', 'number', [1, 2, 3]), column('b', 'text', ['x', 'y', 'x']));
    const conditions = [
      { column: 'a', operator: 'greater' as const, value: '1' },
      { column: 'b', operator: 'equals' as const, value: 'X' },
      { column: 'gone', operator: 'equals' as const, value: '1' },
    ];
    const all = applyRowSteps(frame, [{ kind: 'where', match: 'all', conditions }], asWritten);
    expect(all.frame.values[0]).toEqual([3]);
    expect(all.warnings).toEqual([expect.stringContaining('"gone" no longer exists')]);
    const any = applyRowSteps(frame, [{ kind: 'where', match: 'any', conditions }], asWritten);
    expect(any.frame.values[0]).toEqual([1, 2, 3]);
  });

  it('parts the rows between an operator and its opposite', () => {
    const cell = fc.oneof(fc.constant(null), fc.string(), fc.double({ noNaN: true }), fc.boolean());
    const pair = fc.constantFrom<[ConditionOperator, ConditionOperator]>(
      ['equals', 'not-equals'],
      ['contains', 'not-contains'],
      ['empty', 'not-empty'],
    );
    const types = fc.constantFrom<ColumnType>('text', 'number', 'boolean', 'date', 'date-time', 'percent', 'status');
    fc.assert(
      fc.property(types, fc.array(cell), pair, fc.string(), (type, values, [one, other], value) => {
        const rows = [...kept(type, values, one, value), ...kept(type, values, other, value)];
        expect(rows.sort((left, right) => left - right)).toEqual(values.map((_, row) => row));
      }),
    );
  });
});
