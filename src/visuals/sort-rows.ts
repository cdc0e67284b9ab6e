import type { CellValue, ColumnType } from '../frame';
import type { SortOrder } from '../view';
import { compareCells } from './compare-cells';

type CompareRows = (left: number, right: number) => number;

/**
 * The first `count` of the rows in the order of one column's values. Null comes last in both directions, and rows with
 * equal values keep the order they came in.
 */
export function firstSorted(
  rows: ArrayLike<number>,
  values: readonly CellValue[],
  type: ColumnType,
  direction: SortOrder['direction'],
  count: number,
): number[] {
  const compare = compareRows(values, type, direction);
  // Keeping the best `count` in a heap beats sorting everything as long as they are few.
  if (count * 8 < rows.length) return smallest(rows, compare, count);
  return Array.from(rows).sort(compare).slice(0, count);
}

function compareRows(values: readonly CellValue[], type: ColumnType, direction: SortOrder['direction']): CompareRows {
  const compare = compareCells(type);
  const sign = direction === 'ascending' ? 1 : -1;
  return (left, right) => {
    const a = values[left] ?? null;
    const b = values[right] ?? null;
    if (a === null || b === null) return a === b ? left - right : a === null ? 1 : -1;
    return sign * compare(a, b) || left - right;
  };
}

function smallest(rows: ArrayLike<number>, compare: CompareRows, count: number): number[] {
  const heap = Array.from({ length: count }, (_, place) => rows[place] ?? 0);
  for (let at = count >> 1; at >= 0; at--) sink(heap, at, compare);
  for (let place = count; place < rows.length && count > 0; place++) {
    const row = rows[place] ?? 0;
    if (compare(row, heap[0] ?? row) >= 0) continue;
    heap[0] = row;
    sink(heap, 0, compare);
  }
  return heap.sort(compare);
}

/** Restores a heap whose root is the largest, after the entry at `at` may have become too small for its place. */
function sink(heap: number[], at: number, compare: CompareRows): void {
  const moved = heap[at];
  if (moved === undefined) return;
  for (let child = 2 * at + 1; child < heap.length; child = 2 * at + 1) {
    const largest = largerChild(heap, child, compare);
    const value = heap[largest];
    if (value === undefined || compare(moved, value) >= 0) break;
    heap[at] = value;
    at = largest;
  }
  heap[at] = moved;
}

function largerChild(heap: readonly number[], child: number, compare: CompareRows): number {
  const left = heap[child];
  const right = heap[child + 1];
  return left !== undefined && right !== undefined && compare(left, right) < 0 ? child + 1 : child;
}
