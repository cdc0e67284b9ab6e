import type { CellValue, ColumnFormat } from '../frame';
import type { Reader } from '../reader';

/** What the cells of a column hold where they are not empty. */
export type CellKind = 'text' | 'number' | 'boolean' | 'day' | 'moment';

/** How a cell is drawn where it is more than its text. */
export type CellLook = 'link' | 'image' | 'person' | 'lozenge' | 'code';

/** The text of a value that is not null. */
export type WriteCell = (value: CellValue) => string;
export type WriteNumber = (value: number) => string;

/** All that showing the values of a type depends on. How they are read is registered in `panel/shape/cells`. */
export interface ColumnTypeRules {
  kind: CellKind | ((format: ColumnFormat) => CellKind);
  look?: CellLook;
  /** The text for a reader; the value as it is where absent. */
  write?: (format: ColumnFormat, reader: Reader) => WriteCell;
  /** What else a search finds a value by. */
  alsoFoundBy?: WriteCell;
  /**
   * Numbers whose texts have, digits aside, every character that the text of any number has: with them a search passes over
   * most numbers without writing them.
   */
  samples?: readonly number[];
  /** A text is that of a day and that of a time of day, in words of their own: a search passes over whole days. */
  isDayAndTime?: true;
  /** The address a value leads to, `null` for one that must not be opened. */
  linkTo?: (value: string) => string | null;
  /** The text of a large number where there is little room. */
  writeShort?: (format: ColumnFormat, reader: Reader) => WriteNumber;
  /** A value is a part of a whole. It changes by points, for a percentage of a percentage cannot be told from one of the whole. */
  isShare?: true;
}

/** How an admin comes to choose a type. */
export interface ColumnTypeChoice {
  label: string;
  group: 'Text' | 'Numbers' | 'Time' | 'Addresses' | 'Other';
  /** The parts of a format it has a use for, in the order of the form. */
  format: readonly (keyof ColumnFormat)[];
}
