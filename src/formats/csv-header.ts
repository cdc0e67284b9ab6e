/** Records looked at to see how a table is made. */
const sampled = 100;

/**
 * The place of the record that names the columns; `undefined` where none does. Titles, dates of a report and empty
 * records before it have few cells filled; a first record like all the others is one of them.
 */
export function headerPlace(records: readonly string[][]): number | undefined {
  const sample = records.slice(0, sampled);
  const place = firstFull(sample);
  const header = sample[place] ?? [];
  const isTitled = place > 0 && (header.some(isValue) || sample.length < place + 2);
  const found = isTitled ? 0 : place;
  return isLikeOthers(sample[found] ?? [], sample.slice(found + 1)) ? undefined : found;
}

/** The first record with more than half of the cells that most records have. */
function firstFull(records: readonly string[][]): number {
  const width = usualWidth(records);
  const few = Math.max(1, Math.floor(width / 2));
  const place = records.findIndex((cells) => cells.filter((cell) => cell.trim() !== '').length > few);
  return width < 2 || place < 0 ? 0 : place;
}

function usualWidth(records: readonly string[][]): number {
  const counts = new Map<number, number>();
  for (const { length } of records) counts.set(length, (counts.get(length) ?? 0) + 1);
  return [...counts].reduce((usual, each) => (each[1] > usual[1] ? each : usual), [0, 0])[0];
}

const value = /^[-+]?[\d.,'’ ]*\d[.,]*\s?%?$|^\d{4}-\d{2}-\d{2}|^\d{1,2}[./]\d{1,2}[./]\d{2,4}/;

/** Longer cells are neither, and looking through them would take long. */
const longestValue = 40;
const isNumberOrDate = (cell: string) => cell.length <= longestValue && value.test(cell);

/** A number or a date; a year alone may well name a column. */
const isValue = (cell: string) => isNumberOrDate(cell.trim()) && !isYear(cell);
const isYear = (cell: string) => /^(?:19|20)\d{2}$/.test(cell.trim());

/** Whether the record has a number or a date wherever all others have one, so that it names nothing. */
function isLikeOthers(first: readonly string[], others: readonly string[][]): boolean {
  const cells = first.filter((_, column) => hasValues(others, column)).map((cell) => cell.trim());
  return cells.some(isValue) && cells.every(isNumberOrDate) && !isSequence(cells);
}

function hasValues(records: readonly string[][], column: number): boolean {
  const cells = records.map((record) => record[column]?.trim() ?? '').filter((cell) => cell !== '');
  return cells.length > 0 && cells.every(isNumberOrDate);
}

/** Names that count, as those of weeks and days of a month do. */
function isSequence(cells: readonly string[]): boolean {
  return cells.length > 2 && cells.every((cell, at) => Number(cell) === Number(cells[0]) + at);
}
