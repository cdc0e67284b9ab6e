import { parse } from 'papaparse';
import { unreadableResponse } from './unreadable-response';
import type { ValueBudget } from './value-budget';

export interface RecordOptions {
  separator: string;
  /** One character; empty where cells are never quoted. */
  quote: string;
  /** Lines that begin with it are passed over; none where empty. */
  comment: string;
}

/** The records of a table, blank lines among them as one empty cell. */
export interface TableRecords {
  records: string[][];
  /** Numbers of records, counted from 1, in which a quote is where none belongs. */
  stray: number[];
}

/** Quotes that are never closed, taken for what they are one after the other; more are a sign of another format. */
const mostUnclosed = 50;
/** Stands for a quote that begins no quoted cell; a character for private use, which no text has. */
const plainQuote = '\ue0ff';
/** A quote that no text has, for tables whose cells are never quoted. */
const noQuote = '\u0000';

/**
 * The cells of a table in text (RFC 4180), record by record. A quote behind or within a quoted cell is kept; one that is
 * never closed counts as a character of its cell, so that it swallows no other record.
 * @throws Problem `response-unreadable` where too many quotes are never closed; `response-too-large`
 */
export function readRecords(
  text: string,
  dataSourceName: string,
  options: RecordOptions,
  budget: ValueBudget,
): TableRecords {
  const newline = text.includes('\n') ? '\n' : '\r';
  budget.spend(mostValues(text, options.separator, newline));
  const records: string[][] = [];
  const stray = new Set<number>();
  let rest = newline === '\n' ? text.replace(/\r$/, '') : text;
  for (let unclosed = 0; ; unclosed++) {
    const { data, errors } = parse<string[]>(rest, papaOptions(options, newline));
    const quotes = errors.filter(({ type }) => type === 'Quotes');
    for (const { row = 0 } of quotes) stray.add(records.length + row + 1);
    const open = quotes.find(({ code }) => code === 'MissingQuotes');
    if (open?.row === undefined || open.index === undefined) {
      append(records, data, data.length);
      break;
    }
    if (unclosed >= mostUnclosed)
      throw unreadableResponse(dataSourceName, 'csv', 'with quotes that are never closed', text);
    append(records, data, open.row);
    rest = fromRecord(rest, open.index - 1, data[open.row] ?? [], newline);
  }
  if (stray.size > 0) records.forEach(restoreQuotes);
  if (newline === '\n' && text.includes('\r')) records.forEach(dropReturn);
  return { records, stray: [...stray] };
}

function papaOptions({ separator, quote, comment }: RecordOptions, newline: '\n' | '\r') {
  const quoteChar = quote === '' ? noQuote : quote;
  return { delimiter: separator, newline, quoteChar, comments: comment === '' ? false : comment } as const;
}

/** What a record takes while it is read, beside its cells. */
const recordCost = 6;

/** Every separator may end a cell, and every line end a record. Found out first, because the parser does not stop. */
function mostValues(text: string, separator: string, newline: string): number {
  return occurrences(text, separator) + recordCost * occurrences(text, newline);
}

function occurrences(text: string, character: string): number {
  let count = 0;
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) count++;
  return count;
}

function append(records: string[][], data: readonly string[][], count: number): void {
  for (let row = 0; row < count; row++) records.push(data[row] ?? []);
}

/** The text from the record on that has the open quote, with that quote as a plain character. */
function fromRecord(text: string, quoteAt: number, cells: readonly string[], newline: string): string {
  const before = cells.slice(0, -1).join('').split(newline).length;
  let start = quoteAt;
  for (let line = 0; line < before && start > 0; line++) start = text.lastIndexOf(newline, start - 1);
  return text.slice(start <= 0 ? 0 : start + 1, quoteAt) + plainQuote + text.slice(quoteAt + 1);
}

function restoreQuotes(cells: string[]): void {
  cells.forEach((cell, at) => {
    if (cell.includes(plainQuote)) cells[at] = cell.replaceAll(plainQuote, '"');
  });
}

function dropReturn(cells: string[]): void {
  const last = cells.length - 1;
  cells[last] = (cells[last] ?? '').replace(/\r$/, '');
}
