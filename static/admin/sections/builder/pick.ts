import { isColumnLists, isKeyedList, isLeftOut, isObject, valueAt } from './response-shape';
import type { RowsPath } from './rows-path';
import { pathInRow, rowsSelectorAt } from './rows-path';
import type { ValuePath } from './simple-path';
import { every, isSelectablePath } from './simple-path';

/** What can be made of a value of the response. */
export interface Picks {
  /** The selector that makes rows of it. Absent for a plain value outside a list. */
  rowsSelector?: string;
  /** The way to it inside a row. Absent outside the rows, and where no selector leads. */
  inRow?: ValuePath;
  /** What a click does; `nothing` opens or closes a branch. */
  click: 'rows' | 'column' | 'nothing';
}

const noPicks: Picks = { click: 'nothing' };

/** What can be made of the value at the path, while the rows are where they are. */
export function picksAt(document: unknown, rows: RowsPath | undefined, path: ValuePath): Picks {
  const value = valueAt(document, path);
  if (value === undefined || isLeftOut(value) || !isSelectablePath(path)) return noPicks;
  const rowsSelector = canBeRows(value, path) ? rowsSelectorAt(document, path) : undefined;
  const inRow = rows && pathInRow(rows, path);
  if (inRow?.length === 0 && isNamedRow(value, path) && rows?.path.at(-1) === every)
    return { rowsSelector, inRow: [rowName], click: 'nothing' };
  if (inRow) {
    return { rowsSelector, inRow: isColumn(value, inRow) ? inRow : undefined, click: clickInRow(value, inRow) };
  }
  return { rowsSelector, click: rowsSelector !== undefined && isRowsByNature(document, path) ? 'rows' : 'nothing' };
}

/** The member under which a row that comes from an object keyed by id has its name there. */
const rowName = '@key';

function isNamedRow(value: unknown, path: ValuePath): boolean {
  return isObject(value) && typeof path.at(-1) === 'string';
}

function isColumn(value: unknown, inRow: ValuePath): boolean {
  return inRow.length > 0 || !isObject(value);
}

function clickInRow(value: unknown, inRow: ValuePath): Picks['click'] {
  if (isObject(value)) return 'nothing';
  return inRow.length > 0 || !Array.isArray(value) ? 'column' : 'nothing';
}

function canBeRows(value: unknown, path: ValuePath): boolean {
  return Array.isArray(value) || isObject(value) || typeof path.at(-1) === 'number';
}

/** Lists, their items, and objects that are lists in disguise. */
function isRowsByNature(document: unknown, path: ValuePath): boolean {
  const value = valueAt(document, path);
  if (Array.isArray(value) || isKeyedList(value) || isColumnLists(value)) return true;
  const around = valueAt(document, path.slice(0, -1));
  return path.length > 0 && (Array.isArray(around) || isKeyedList(around));
}
