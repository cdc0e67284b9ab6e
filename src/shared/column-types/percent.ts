import type { ColumnTypeChoice, ColumnTypeRules } from './column-type';
import { digits, numberWriter } from './number-text';
import { writeNumbers } from './write-cell';

const usualDigits = 2;

/** A part of 1 as percent, with two decimals at most where the column does not say how many. */
export const percent: ColumnTypeRules = {
  kind: 'number',
  write(format, { locale }) {
    const most = format.decimals === undefined ? { maximumFractionDigits: usualDigits } : digits(format);
    return writeNumbers(numberWriter(locale, { style: 'percent', ...most }));
  },
  // In points, for a percentage of a percentage cannot be told from one of the whole.
  writeChange({ decimals = usualDigits }, { locale }) {
    const points = new Intl.NumberFormat(locale, { maximumFractionDigits: decimals });
    return (change) => `${points.format(change * 100)} points`;
  },
};
export const percentChoice: ColumnTypeChoice = { label: 'Percent', group: 'Numbers', format: ['whole', 'decimals'] };
