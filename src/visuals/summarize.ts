import type { AggregateFunction } from '../shared/contract';
import type { CellValue, ColumnType } from '../shared/frame';
import { compareCells } from '../shared/order';

/**
 * The values of a column as one. `count` counts those that are not empty, sum and average go over numbers, least and
 * greatest by the column's own order; `null` where there is nothing to go over.
 */
export function summarize(values: readonly CellValue[], type: ColumnType, by: AggregateFunction): CellValue {
  if (by === 'count') return values.filter((value) => value !== null).length;
  if (by === 'min' || by === 'max') return extreme(values, type, by === 'min' ? -1 : 1);
  const numbers = values.filter((value) => typeof value === 'number');
  if (numbers.length === 0) return null;
  const sum = numbers.reduce((total, value) => total + value, 0);
  return finite(by === 'sum' ? sum : sum / numbers.length);
}

function extreme(values: readonly CellValue[], type: ColumnType, sign: 1 | -1): CellValue {
  const compare = compareCells(type);
  return values.reduce((best, value) => {
    if (value === null) return best;
    return best === null || sign * compare(value, best) > 0 ? value : best;
  }, null);
}

/** JSON knows no infinity. */
const finite = (value: number) => (Number.isFinite(value) ? value : null);
