import type { Aggregate, AggregateFunction } from '../../../shared/contract';
import { isNumeric } from '../../../shared/column-types/cell-kind';
import type { CellValue, Column } from '../../../shared/frame';
import { compareCells } from '../../../shared/order';
import type { RowGroups } from './row-groups';

/** A value for each group, from the cells of one column in it; `null` where no cell counts. Empty cells never do. */
type Aggregation = (cells: readonly CellValue[], groups: RowGroups, column: Column) => CellValue[];

const aggregations: { readonly [Key in AggregateFunction]: Aggregation } = {
  count: (cells, groups) => counts(cells, groups),
  sum: (cells, groups) => sums(cells, groups).map(({ sum, count }) => (count > 0 ? finite(sum) : null)),
  average: (cells, groups) => sums(cells, groups).map(({ sum, count }) => (count > 0 ? finite(sum / count) : null)),
  min: (cells, groups, { type }) => extremes(cells, groups, compareCells(type)),
  max: (cells, groups, { type }) => extremes(cells, groups, (left, right) => -compareCells(type)(left, right)),
};

/** Whether the function has a meaning for the column's cells; sums and averages need numbers. */
export function isAggregable(aggregate: AggregateFunction, column: Column): boolean {
  return (aggregate !== 'sum' && aggregate !== 'average') || isNumeric(column);
}

/** The column that an aggregate makes: a number for a count, else of the type and format of what it is worked out of. */
export function aggregateColumn({ key, label, function: name }: Aggregate, source: Column | undefined): Column {
  if (!source || name === 'count' || source.type === 'list') return { key, label, type: 'number' };
  const { type, format, align } = source;
  return { key, label, type, ...(format && { format }), ...(align && { align }) };
}

/** The value of each group. */
export function aggregated(
  { function: name }: Aggregate,
  cells: readonly CellValue[],
  groups: RowGroups,
  source: Column,
): CellValue[] {
  return aggregations[name](cells, groups, source);
}

/** How many rows each group has. */
export function rowCounts({ groupOf, firstRows }: RowGroups): CellValue[] {
  const found = firstRows.map(() => 0);
  for (const group of groupOf) found[group]!++;
  return found;
}

function counts(cells: readonly CellValue[], { groupOf, firstRows }: RowGroups): CellValue[] {
  const found = firstRows.map(() => 0);
  for (let row = 0; row < groupOf.length; row++) if (!isEmpty(cells[row] ?? null)) found[groupOf[row]!]!++;
  return found;
}

function sums(cells: readonly CellValue[], { groupOf, firstRows }: RowGroups): { sum: number; count: number }[] {
  const found = firstRows.map(() => ({ sum: 0, lost: 0, count: 0 }));
  for (let row = 0; row < groupOf.length; row++) {
    const value = cells[row];
    if (typeof value === 'number') add(found[groupOf[row]!]!, value);
  }
  return found.map(({ sum, lost, count }) => ({ sum: sum + lost, count }));
}

/** Keeps what the addition rounds away (Neumaier 1974), so that the order of many rows does not change the sum. */
function add(total: { sum: number; lost: number; count: number }, value: number): void {
  const sum = total.sum + value;
  total.lost += Math.abs(total.sum) >= Math.abs(value) ? total.sum - sum + value : value - sum + total.sum;
  total.sum = sum;
  total.count++;
}

/** Without the last digits that only the binary arithmetic made; `null` beyond all numbers. */
function finite(value: number): number | null {
  if (!Number.isFinite(value)) return null;
  return Number.isInteger(value) ? value : Number(value.toPrecision(15));
}

function extremes(
  cells: readonly CellValue[],
  { groupOf, firstRows }: RowGroups,
  compare: (left: CellValue, right: CellValue) => number,
): CellValue[] {
  const best = firstRows.map((): CellValue => null);
  for (let row = 0; row < groupOf.length; row++) {
    const value = cells[row] ?? null;
    const group = groupOf[row]!;
    if (isEmpty(value)) continue;
    const known = best[group] ?? null;
    if (known === null || compare(value, known) < 0) best[group] = value;
  }
  return best;
}

function isEmpty(value: CellValue): boolean {
  return value === null || value === '';
}
