import type { ColumnFormat } from '../../../src/contract';

type NumberText = (value: number) => string;

/** Digits that a double is sure of. */
const sureDigits = 15;
const usualPercentDigits = 2;

function digits({ decimals }: ColumnFormat): Intl.NumberFormatOptions {
  if (decimals === undefined) return { maximumSignificantDigits: sureDigits };
  return { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
}

/** Writes a number with its own digits, or with exactly as many decimals as the column says. */
export function numberText(format: ColumnFormat, locale: string): NumberText {
  const number = new Intl.NumberFormat(locale, digits(format));
  return (value) => number.format(value);
}

/** Writes a part of 1 as percent, with two decimals at most where the column does not say how many. */
export function percentText(format: ColumnFormat, locale: string): NumberText {
  const most = format.decimals === undefined ? { maximumFractionDigits: usualPercentDigits } : digits(format);
  const percent = new Intl.NumberFormat(locale, { style: 'percent', ...most });
  return (value) => percent.format(value);
}

/** Writes an amount of money with the decimals its currency has; a number alone where the currency is none. */
export function currencyText(format: ColumnFormat, locale: string): NumberText {
  const { currency, decimals } = format;
  if (!currency) return numberText(format, locale);
  try {
    const own = decimals === undefined ? {} : digits(format);
    const money = new Intl.NumberFormat(locale, { style: 'currency', currency, ...own });
    return (value) => money.format(value);
  } catch {
    const number = numberText(format, locale); // not three letters, so `Intl` refuses it
    return (value) => `${number(value)} ${currency}`;
  }
}
