import type { WriteCell, WriteNumber } from './column-type';

/** Writes numbers; a value of another kind as it is. */
export function writeNumbers(write: WriteNumber): WriteCell {
  return (value) => (typeof value === 'number' ? write(value) : String(value));
}

/** Writes texts; a value of another kind as it is. */
export function writeTexts(write: (value: string) => string): WriteCell {
  return (value) => (typeof value === 'string' ? write(value) : String(value));
}
