import type { ColumnFormat } from '../frame';
import type { ColumnTypeChoice, ColumnTypeRules, WriteNumber } from './column-type';
import { writeNumbers } from './write-cell';

/** A number of bytes in the largest unit of which it has one. */
export const bytes: ColumnTypeRules = {
  kind: 'number',
  write: (format, { locale }) => writeNumbers(bytesText(format, locale)),
};
export const bytesChoice: ColumnTypeChoice = { label: 'Bytes', group: 'Numbers', format: ['byteUnits'] };

/** Three digits, and every digit of a larger whole. */
const digits: Intl.NumberFormatOptions = {
  maximumSignificantDigits: 3,
  maximumFractionDigits: 0,
  roundingPriority: 'morePrecision',
};

function unitText(locale: string, unit: string, unitDisplay: 'short' | 'long'): WriteNumber {
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay, ...digits }).format;
}

/** Of 1,000 each, as every language names them. */
const decimalUnits = ['kilobyte', 'megabyte', 'gigabyte', 'terabyte', 'petabyte'];
/** Of 1,024 each (IEC 80000-13), which are written alike everywhere. */
const binaryUnits = ['KiB', 'MiB', 'GiB', 'TiB', 'PiB'];

function binaryTexts(locale: string): WriteNumber[] {
  const number = new Intl.NumberFormat(locale, digits);
  return binaryUnits.map((unit) => (value) => `${number.format(value)} ${unit}`);
}

function bytesText({ byteUnits }: ColumnFormat, locale: string): WriteNumber {
  const isBinary = byteUnits === 'binary';
  const step = isBinary ? 1024 : 1000;
  const larger = isBinary ? binaryTexts(locale) : decimalUnits.map((unit) => unitText(locale, unit, 'short'));
  const units = [unitText(locale, 'byte', 'long'), ...larger];
  return (value) => {
    let at = 0;
    while (at < larger.length && Math.round(Math.abs(value) / step ** at) >= step) at++;
    return units[at]?.(value / step ** at) ?? '';
  };
}
