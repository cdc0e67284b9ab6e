import { isTime } from '../shared/column-types/cell-kind';
import type { CellValue, ColumnType } from '../shared/frame';
import { laterScript, letterRank } from '../shared/letter-rank';

/**
 * A number for the beginning of a value, such that of two values with different numbers the one with the smaller number
 * comes first in the order of `compareCells`, or in its reverse. 0 where only a comparison can tell.
 */
export function leadOf(type: ColumnType, isReversed: boolean): (value: CellValue | undefined) => number {
  if (isTime({ type })) return () => 0;
  return (value) => {
    const letter = typeof value === 'string' && value !== '' ? letterRank(value.charCodeAt(0)) : 0;
    return isReversed && letter !== 0 ? laterScript + 1 - letter : letter;
  };
}
