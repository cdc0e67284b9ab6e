import type { ColumnFormat } from '../frame';
import type { ColumnTypeChoice, ColumnTypeRules, WriteNumber } from './column-type';
import { digits, numberSamples, numberText, numberWriter, plainNumber, shortNumber } from './number-text';
import { writeNumbers } from './write-cell';

/** An amount of money with the decimals its currency has; a number alone where the currency is none. */
export const currency: ColumnTypeRules = {
  kind: 'number',
  samples: numberSamples,
  write: (format, { locale }) => writeNumbers(currencyText(format, locale)),
  writeShort: shortAmount,
  alsoFoundBy: plainNumber,
};
export const currencyChoice: ColumnTypeChoice = {
  label: 'Currency',
  group: 'Numbers',
  format: ['currency', 'decimals', 'decimalSign', 'thresholds', 'fullBar'],
};

function currencyText(format: ColumnFormat, locale: string): WriteNumber {
  const { currency, decimals } = format;
  if (!currency) return numberText(format, locale);
  try {
    const own = decimals === undefined ? {} : digits(format);
    return numberWriter(locale, { style: 'currency', currency, ...own });
  } catch {
    return withCode(numberText(format, locale), currency); // not three letters, so `Intl` refuses it
  }
}

function shortAmount({ currency }: ColumnFormat, { locale }: { locale: string }): WriteNumber {
  return currency ? withCode(shortNumber(locale), currency) : shortNumber(locale);
}

const withCode =
  (write: WriteNumber, code: string): WriteNumber =>
  (value) =>
    `${write(value)} ${code}`;
