import type { ColumnTypeChoice, ColumnTypeRules } from './column-type';
import { digits, numberSamples, numberWriter } from './number-text';
import { writeNumbers } from './write-cell';

/** A part of 1 as percent, with two decimals at most where the column does not say how many. */
export const percent: ColumnTypeRules = {
  kind: 'number',
  samples: numberSamples,
  write(format, { locale }) {
    const most = format.decimals === undefined ? { maximumFractionDigits: 2 } : digits(format);
    return writeNumbers(numberWriter(locale, { style: 'percent', ...most }));
  },
  isShare: true,
};
export const percentChoice: ColumnTypeChoice = {
  label: 'Percent',
  group: 'Numbers',
  format: ['whole', 'decimals', 'decimalSign', 'thresholds', 'fullBar'],
};
