import type { ColumnFormat } from '../contract';

type NumberText = (value: number) => string;

/** Every digit of an integer, and of other numbers the 15 that a double is sure of. */
const ownDigits: Intl.NumberFormatOptions = {
  maximumSignificantDigits: 15,
  maximumFractionDigits: 0,
  roundingPriority: 'morePrecision',
};
const usualPercentDigits = 2;

function digits({ decimals }: ColumnFormat): Intl.NumberFormatOptions {
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
function written(locale: string, options: Intl.NumberFormatOptions): NumberText {
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

/** Writes a number with its own digits, or with exactly as many decimals as the column says. */
export function numberText(format: ColumnFormat, locale: string): NumberText {
  return written(locale, digits(format));
}

/** Writes a part of 1 as percent, with two decimals at most where the column does not say how many. */
export function percentText(format: ColumnFormat, locale: string): NumberText {
  const most = format.decimals === undefined ? { maximumFractionDigits: usualPercentDigits } : digits(format);
  return written(locale, { style: 'percent', ...most });
}

/** Writes an amount of money with the decimals its currency has; a number alone where the currency is none. */
export function currencyText(format: ColumnFormat, locale: string): NumberText {
  const { currency, decimals } = format;
  if (!currency) return numberText(format, locale);
  try {
    const own = decimals === undefined ? {} : digits(format);
    return written(locale, { style: 'currency', currency, ...own });
  } catch {
    const number = numberText(format, locale); // not three letters, so `Intl` refuses it
    return (value) => `${number(value)} ${currency}`;
  }
}
