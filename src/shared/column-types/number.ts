import type { ColumnTypeChoice, ColumnTypeRules } from './column-type';
import { numberSamples, numberText, plainNumber, shortNumber } from './number-text';
import { writeNumbers } from './write-cell';

/** A number with its own digits, or with exactly as many decimals as the column says. */
export const number: ColumnTypeRules = {
  kind: 'number',
  samples: numberSamples,
  write: (format, { locale }) => writeNumbers(numberText(format, locale)),
  writeShort: (_, { locale }) => shortNumber(locale),
  alsoFoundBy: plainNumber,
};
export const numberChoice: ColumnTypeChoice = {
  label: 'Number',
  group: 'Numbers',
  format: ['decimals', 'decimalSign', 'thresholds', 'fullBar'],
};
