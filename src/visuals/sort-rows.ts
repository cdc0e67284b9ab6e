import { compareRows, type SortKey, sortRows } from '../shared/order';
import { leadOf } from './lead-of';

type CompareRows = ReturnType<typeof compareRows>;

/** The first `count` of the rows in the order of the keys, as `compareRows` has it. */
export function firstSorted(rows: ArrayLike<number>, keys: readonly SortKey[], count: number): number[] {
  // Keeping the best `count` in a heap beats sorting everything as long as they are few.
  if (count * 8 < rows.length) return smallest(rows, compareRows(keys), count, keys[0]);
  return sortRows(rows, keys).slice(0, count);
}

function smallest(rows: ArrayLike<number>, compare: CompareRows, count: number, first: SortKey | undefined): number[] {
  const heap = Array.from({ length: count }, (_, place) => rows[place] ?? 0);
  for (let at = count >> 1; at >= 0; at--) sink(heap, at, compare);
  const { values = [], type = 'text', direction } = first ?? {};
  const lead = leadOf(type, direction === 'descending');
  let last = lead(values[heap[0] ?? 0]);
  for (let place = count; place < rows.length && count > 0; place++) {
    const row = rows[place] ?? 0;
    if (last !== 0 && lead(values[row]) > last) continue; // most rows, and a look at one letter is cheap
    if (compare(row, heap[0] ?? row) >= 0) continue;
    heap[0] = row;
    sink(heap, 0, compare);
    last = lead(values[heap[0]]);
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
