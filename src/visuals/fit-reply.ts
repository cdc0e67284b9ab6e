import type { CellValue } from '../shared/frame';
import { shorten } from '../shared/shorten';

/** Room for rows in a reply, in bytes of JSON; the platform ends at 500 KB, and the reply holds more than rows. */
export const maxRowBytes = 400_000;
const maxCellLength = 2000;
const worstBytesPerCharacter = 6;

/**
 * As many of the rows, from the first on, as a reply can carry, with long texts shortened. The first row always fits:
 * the more columns, the shorter its texts.
 */
export function fitReply(rows: readonly CellValue[][]): CellValue[][] {
  const fitting: CellValue[][] = [];
  let bytes = 0;
  for (const row of rows) {
    const short = shortenRow(row);
    bytes += Buffer.byteLength(JSON.stringify(short)) + 1;
    if (bytes > maxRowBytes && fitting.length > 0) break;
    fitting.push(short);
  }
  return fitting;
}

function shortenRow(row: CellValue[]): CellValue[] {
  const limit = Math.min(maxCellLength, Math.floor(maxRowBytes / (worstBytesPerCharacter * Math.max(1, row.length))));
  return row.map((value) => (typeof value === 'string' ? shorten(value, limit) : value));
}
