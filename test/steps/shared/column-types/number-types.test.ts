import type { Column, ColumnFormat, ColumnType } from '../../../../src/shared/contract';
import { alignmentOf, isNumeric } from '../../../../src/shared/column-types/cell-kind';
import { columnTypes } from '../../../../src/shared/column-types/registry';
import { isAggregable } from '../../../../src/panel/shape/row-steps/aggregates';
import { checkVisual } from '../../../../src/visuals/check-visual';
import { firstCategory, firstNumber } from '../../../../static/admin/sections/visual/likely-columns';

const types = Object.keys(columnTypes) as ColumnType[];
const columnOf = (type: ColumnType, format?: ColumnFormat): Column => ({ key: 'a', label: 'A', type, format });
const columns = [...types.map((type) => columnOf(type)), columnOf('list', { list: 'count' })];

const ofNumbers = ['number', 'currency', 'percent', 'bytes', 'duration', 'list as count'];
const nameOf = ({ type, format }: Column): string => (format?.list ? `${type} as ${format.list}` : type);

it('says of which columns the values are numbers', () => {
  expect(columns.filter(isNumeric).map(nameOf)).toEqual(ofNumbers);
});

describe.each(columns.map((column) => [nameOf(column), column] as const))('a column of type %s', (name, column) => {
  const isOfNumbers = ofNumbers.includes(name);
  const errorsOf = (visual: Parameters<typeof checkVisual>[0]) => checkVisual(visual, [column]).map(({ path }) => path);

  it('is summed, averaged and drawn in charts exactly where its values are numbers', () => {
    expect(isAggregable('sum', column)).toBe(isOfNumbers);
    expect(isAggregable('average', column)).toBe(isOfNumbers);
    const number = { type: 'number', column: 'a', summary: 'sum', label: '', unit: '' } as const;
    expect(errorsOf(number)).toEqual(isOfNumbers ? [] : ['visual.column']);
    const bar = { type: 'bar', category: 'a', series: ['a'] } as const;
    expect(errorsOf({ ...bar, series: [...bar.series] })).toEqual(isOfNumbers ? [] : ['visual.series.0']);
  });

  it('is offered as numbers and set to the right exactly where its values are numbers', () => {
    expect(firstNumber([column])).toBe(isOfNumbers ? 'a' : undefined);
    expect(firstCategory([columnOf('number'), { ...column, key: 'b' }])).toBe(isOfNumbers ? 'a' : 'b');
    expect(alignmentOf(column)).toBe(isOfNumbers ? 'end' : 'start');
  });
});
