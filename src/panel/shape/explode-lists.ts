import type { CellValue } from '../../shared/frame';
import { entriesOf, readEntry } from './cells/list';

/** Rows made of the entries of lists: the place of the row that each comes from, and the text of its entry. */
export interface ExplodedRows {
  places: number[];
  entries: CellValue[];
  /** There were more than so many. */
  isCut: boolean;
}

const none = [null];

/** A row for each entry of each list, at most so many; a row without entries stays, with an empty cell. */
export function explode(lists: readonly unknown[], count: number, most: number): ExplodedRows {
  const rows: ExplodedRows = { places: [], entries: [], isCut: false };
  for (let place = 0; place < count; place++) {
    const entries = entriesOf(lists[place]);
    for (const entry of entries.length > 0 ? entries : none) {
      if (rows.places.length >= most) return { ...rows, isCut: true };
      rows.places.push(place);
      rows.entries.push(readEntry(entry));
    }
  }
  return rows;
}
