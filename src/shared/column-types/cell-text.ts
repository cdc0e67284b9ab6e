import type { CellValue } from '../frame';
import type { Reader } from '../reader';
import type { CellColumn } from './cell-kind';
import type { WriteCell } from './column-type';
import { columnTypes } from './registry';

export type FormatCell = (value: CellValue, column: CellColumn) => string;

/**
 * A function that returns a cell's text as the reader writes it; empty for `null`. Numbers keep the digits that a
 * double is sure of. A date has no time zone and never moves to the day before; a date-time is shown in the reader's.
 * What a column needs of `Intl` is made once.
 */
export function cellFormatter(reader: Reader): FormatCell {
  const made = new WeakMap<CellColumn, WriteCell>();
  return (value, column) => {
    if (value === null) return '';
    let write = made.get(column);
    if (!write) made.set(column, (write = cellWriter(column, reader)));
    return write(value);
  };
}

function cellWriter({ type, format = {} }: CellColumn, reader: Reader): WriteCell {
  return columnTypes[type].write?.(format, reader) ?? String;
}

const formatters = new WeakMap<Reader, FormatCell>();

/** A cell's text as the reader writes it, empty for `null`: what stands on the screen, is searched and goes into a CSV. */
export function cellText(value: CellValue, column: CellColumn, reader: Reader): string {
  let format = formatters.get(reader);
  if (!format) formatters.set(reader, (format = cellFormatter(reader)));
  return format(value, column);
}
