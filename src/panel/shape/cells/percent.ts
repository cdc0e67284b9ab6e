import type { ColumnFormat } from '../../../shared/frame';
import { numberReader } from './number';
import { type ReadCell, unreadable } from './unreadable';
import { readWrittenNumber } from './written-number';

/** Reads a part of the whole, 1 being all of it: a number of `format.whole`, or a text such as "25 %" that says so itself. */
export function percentReader({ whole = 1, decimalSign }: ColumnFormat): ReadCell {
  const readPlain = numberReader({ decimalSign });
  return (value) => {
    const hundredths = typeof value === 'string' ? /^(.*\d)\s?%$/s.exec(value.trim())?.[1] : undefined;
    if (hundredths !== undefined) return partOf(hundredths, decimalSign);
    const number = readPlain(value);
    return typeof number === 'number' && whole === 100 ? hundredth(number) : number;
  };
}

function partOf(hundredths: string, decimalSign: ColumnFormat['decimalSign']): number | typeof unreadable {
  const plain = numberReader({ decimalSign })(hundredths);
  const number = typeof plain === 'number' ? plain : readWrittenNumber(hundredths);
  return number === undefined ? unreadable : hundredth(number);
}

/** Moves the decimal point, which dividing does not: 99.999 / 100 is 0.9999899999999999. */
function hundredth(number: number): number {
  const moved = Number(`${number}e-2`);
  return Number.isNaN(moved) ? number / 100 : moved; // very large and very small ones are written with an exponent
}
