import type { CellValue } from '../../../shared/frame';

/** Rows with the same values in some columns, groups numbered in the order in which they first appear. */
export interface RowGroups {
  /** The group of each row. */
  groupOf: Uint32Array;
  /** The first row of each group. */
  firstRows: number[];
}

/** Rows grouped by the values of all the lists given; an empty text is the same as no value. Without lists one group. */
export function rowGroups(lists: readonly (readonly CellValue[])[], rowCount: number): RowGroups {
  let groups: RowGroups = { groupOf: new Uint32Array(rowCount), firstRows: rowCount > 0 ? [0] : [] };
  for (const values of lists) groups = divided(groups, values, rowCount);
  return groups;
}

/** The groups parted further. Pairs of numbers are one number, so that no text is made for a row. */
function divided({ groupOf: before }: RowGroups, values: readonly CellValue[], rowCount: number): RowGroups {
  const codes = codesOf(values, rowCount);
  const groups = new Map<number, number>();
  const groupOf = new Uint32Array(rowCount);
  const firstRows: number[] = [];
  for (let row = 0; row < rowCount; row++) {
    const pair = before[row]! * rowCount + codes[row]!;
    let group = groups.get(pair);
    if (group === undefined) {
      group = groups.size;
      groups.set(pair, group);
      firstRows.push(row);
    }
    groupOf[row] = group;
  }
  return { groupOf, firstRows };
}

/** A number below `rowCount` for each different value. */
function codesOf(values: readonly CellValue[], rowCount: number): Uint32Array {
  const known = new Map<CellValue, number>();
  const codes = new Uint32Array(rowCount);
  for (let row = 0; row < rowCount; row++) {
    const value = values[row] || values[row] === 0 || values[row] === false ? values[row]! : null;
    let code = known.get(value);
    if (code === undefined) {
      code = known.size;
      known.set(value, code);
    }
    codes[row] = code;
  }
  return codes;
}
