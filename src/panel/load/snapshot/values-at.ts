import type { CellValue } from '../../../shared/frame';

const lineFeed = 0x0a;
const comma = 0x2c;

/**
 * Some values of a list in JSON with a value on each line (`packLines`), in the order of their places, which must ascend
 * and lie in the list. Only the lines from the first to the last of them are parsed, and of scattered ones each alone:
 * parsing costs more than everything else there is to do.
 */
export function valuesAt(json: Buffer, places: readonly number[]): CellValue[] {
  const first = places[0] ?? 0;
  const count = (places.at(-1) ?? 0) - first + 1;
  if (places.length * 4 < count) return scatteredValues(json, places);
  const start = afterLines(json, 0, first + 1);
  const between = JSON.parse(`[${linesFrom(json, start, afterLines(json, start, count))}]`) as CellValue[];
  return places.map((place) => between[place - first] ?? null);
}

function scatteredValues(json: Buffer, places: readonly number[]): CellValue[] {
  let start = 0;
  let line = -1; // the first line holds nothing but the bracket
  return places.map((place) => {
    start = afterLines(json, start, place - line);
    line = place;
    return JSON.parse(linesFrom(json, start, afterLines(json, start, 1))) as CellValue;
  });
}

/** Where the text goes on after that many more ends of lines. */
function afterLines(json: Buffer, from: number, lines: number): number {
  let at = from;
  for (let left = lines; left > 0 && at < json.length; at++) if (json[at] === lineFeed) left--;
  return at;
}

/** The lines without the end of the last one and the comma before it. */
function linesFrom(json: Buffer, start: number, next: number): string {
  const end = next - 1;
  return json.toString('utf8', start, json[end - 1] === comma ? end - 1 : end);
}
