import { selectorErrors } from '../requests/selector-field';
import type { ColumnSettings } from '../shared/contract';
import type { FieldError } from '../shared/problem';
import { datePatternReader } from '../panel/shape/cells/date-pattern';
import { columnKey, makesRows } from '../panel/shape/frame-columns';

/** The broken rules of a panel's columns, by field; empty if they can be read. */
export function checkColumns(columns: readonly ColumnSettings[]): FieldError[] {
  return [
    ...(columns.length === 0 ? [{ path: 'columns', message: 'Add at least one column.' }] : []),
    ...columns.flatMap((column, place) => checkColumn(`columns.${place}`, column)),
    ...checkKeys(columns),
    ...checkRowMakers(columns),
  ];
}

function checkColumn(path: string, { label, selector, sortSelector = '', format }: ColumnSettings): FieldError[] {
  const errors = selectorErrors(`${path}.selector`, selector);
  if (sortSelector.trim() !== '') errors.push(...selectorErrors(`${path}.sortSelector`, sortSelector));
  const pattern = format?.datePattern?.trim() ?? '';
  const reader = pattern === '' ? undefined : datePatternReader(pattern);
  if (typeof reader === 'string') errors.push({ path: `${path}.format.datePattern`, message: reader });
  if (label.trim() === '') errors.push({ path: `${path}.label`, message: 'Enter a label.' });
  return errors;
}

function checkKeys(columns: readonly ColumnSettings[]): FieldError[] {
  const keys = columns.map(columnKey);
  return keys.flatMap((key, place) => {
    const message = `Another column already has the key ${key}. Enter a different key.`;
    return keys.indexOf(key) < place ? [{ path: `columns.${place}.key`, message }] : [];
  });
}

/** Which entry of one list belongs to which of another cannot be known, so only one list makes rows. */
function checkRowMakers(columns: readonly ColumnSettings[]): FieldError[] {
  const [first, ...others] = columns.flatMap((column, place) => (makesRows(column) ? [{ column, place }] : []));
  return others.map(({ place }) => {
    const message = `Only one column can show a row for each entry, and ${first?.column.label} already does. Show the entries of this list in one cell, or their number.`;
    return { path: `columns.${place}.format.list`, message };
  });
}
