import type { CellValue, ColumnFormat } from '../frame';
import type { WriteNumber } from './column-type';

/** Every digit of an integer, and of other numbers the 15 that a double is sure of. */
const ownDigits: Intl.NumberFormatOptions = {
  maximumSignificantDigits: 15,
  maximumFractionDigits: 0,
  roundingPriority: 'morePrecision',
};

/** The digits that a column wants. */
export function digits({ decimals }: ColumnFormat): Intl.NumberFormatOptions {
  if (decimals === undefined) return ownDigits;
  return { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
}

/** Numbers outside of these are rows of zeros that nobody counts. */
const largest = 1e21;
const smallest = 1e-9;

function isWithin(value: number, { roundingPriority }: Intl.NumberFormatOptions): boolean {
  const size = Math.abs(value);
  const isTiny = size < smallest && size > 0 && roundingPriority === ownDigits.roundingPriority; // else it is written as 0
  return size < largest && !isTiny;
}

/** Writes numbers by these options, and by their exponent where they are beyond all reading. */
export function numberWriter(locale: string, options: Intl.NumberFormatOptions): WriteNumber {
  const usual = new Intl.NumberFormat(locale, options);
  const { style, currency } = options;
  let exponential: Intl.NumberFormat | undefined;
  return (value) => {
    if (isWithin(value, options)) return usual.format(value);
    exponential ??= new Intl.NumberFormat(locale, {
      style,
      currency,
      notation: 'scientific',
      maximumSignificantDigits: 15,
    });
    return exponential.format(value);
  };
}

/** Numbers with groups, decimals, a sign and an exponent. */
export const numberSamples = [1_234_567.891, 1.5e21, 1.5e-10].flatMap((size) => [size, -size]);

/** Writes a number with its own digits, or with exactly as many decimals as the column says. */
export function numberText(format: ColumnFormat, locale: string): WriteNumber {
  return numberWriter(locale, digits(format));
}

/** Beyond these no language has a word. */
const wordsUpTo = 1e15;

/** Writes a number with the language's word for millions and more. */
export function shortNumber(locale: string): WriteNumber {
  return (value) => {
    const notation = Math.abs(value) < wordsUpTo ? 'compact' : 'scientific';
    return new Intl.NumberFormat(locale, { notation, maximumSignificantDigits: 6 }).format(value);
  };
}

/** A number that needs no more characters has no more digits than a double is sure of. */
const sureLength = 15;

/** The value as programs write it, with the digits that a double is sure of. */
export function plainNumber(value: CellValue): string {
  const text = String(value);
  if (typeof value !== 'number' || Number.isInteger(value) || text.length <= sureLength) return text;
  return String(Number(value.toPrecision(sureLength)));
}
