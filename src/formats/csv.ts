import type { CsvSettings } from '../shared/contract';
import type { Warn } from './json';
import { headerPlace } from './csv-header';
import { fromLine, withoutPreamble } from './csv-preamble';
import { readRecords, type TableRecords } from './csv-records';
import { headerNames, maxTableColumns } from './header';
import { detectSeparator } from './separator';
import { type TableRow, tableRows } from './table-rows';
import { unreadableResponse, webPageInstead } from './unreadable-response';
import { ValueBudget } from './value-budget';
import { isWebPage } from './web-page';

/** Enough to hold the first lines of any table. */
const lookedAt = 64 * 1024;

/** The sign before decimals that the separator of a table speaks for: a comma cannot be both, so those who write it take semicolons. */
export function likelySign(text: string, { separator }: CsvSettings = {}): '.' | ',' | undefined {
  const bare = withoutPreamble(text.slice(0, lookedAt));
  const between = separator ?? bare.separator ?? detectSeparator(bare.text);
  if (between === ';') return ',';
  return between === ',' ? '.' : undefined;
}

/** The records of a table, and the one that names its columns, if any. */
interface Table {
  header: readonly string[];
  rows: string[][];
}

/**
 * The records of a table (RFC 4180) after the one that names the columns. All cells are texts as they were written; a
 * record with fewer cells lacks the others. What the settings leave open is found out: the separator, comments and other
 * lines before the table, and whether there are names at all (`column 1` where not). Empty for a text without records. A
 * line feed ends a record, a carriage return before it belongs to the line end; a text without line feeds is cut at
 * carriage returns. A quote where none belongs is read as it can be, with a warning.
 * @throws Problem `sign-in-page` for a web page; `response-unreadable` for quotes without end, and for more than 500
 * columns; `response-too-large` for more records and cells than there is memory for
 */
export function parseCsv(text: string, dataSourceName: string, settings: CsvSettings = {}, warn?: Warn): TableRow[] {
  if (isWebPage(text)) throw webPageInstead(dataSourceName, 'csv', text);
  const budget = new ValueBudget(dataSourceName);
  const { header, rows } = tableIn(text, dataSourceName, settings, budget, warn);
  const width = rows.reduce((widest, { length }) => Math.max(widest, length), header.length);
  if (width > maxTableColumns) throw unreadableResponse(dataSourceName, 'csv', tooWide(width), text);
  return tableRows(headerNames(header, width), rows, budget);
}

const tooWide = (width: number) => `with ${width.toLocaleString('en')} columns; at most ${maxTableColumns} can be read`;

function tableIn(text: string, name: string, settings: CsvSettings, budget: ValueBudget, warn?: Warn): Table {
  const { headerLine, quote = '"', comment = '' } = settings;
  const bare = comment === '' && !headerLine ? withoutPreamble(text) : { text: text.replace(/^\ufeff/, '') };
  const table = headerLine ? fromLine(bare.text, headerLine) : bare.text;
  const separator = settings.separator ?? bare.separator ?? detectSeparator(table);
  const read = readRecords(table, name, { separator, quote, comment }, budget);
  if (read.stray.length > 0) warn?.(strayQuotes(name, read));
  const records = withoutBlankLines(read.records);
  if (headerLine !== undefined) return headerLine === 0 ? { header: [], rows: records } : tableFrom(records, 0);
  const named = bare.lastComment === undefined ? undefined : namesInComment(bare.lastComment, separator, records);
  return named ? { header: named, rows: records } : tableFrom(records, headerPlace(records));
}

function tableFrom(records: string[][], place: number | undefined): Table {
  if (place === undefined) return { header: [], rows: records };
  return { header: records[place] ?? [], rows: records.slice(place + 1) };
}

/** The names of the columns, where a comment has one for each cell of a first record that names nothing itself. */
function namesInComment(comment: string, separator: string, records: readonly string[][]): string[] | undefined {
  const names = comment.split(separator).map((name) => name.trim());
  const isFitting = names.length > 1 && names.length === records[0]?.length;
  return isFitting && headerPlace(records) === undefined ? names : undefined;
}

function strayQuotes(name: string, { stray: [first = 1, ...others] }: TableRecords): string {
  const where =
    others.length === 0
      ? `record ${count(first)}`
      : `${count(others.length + 1)} records, the first of them ${count(first)}`;
  return `${name} returned CSV with quotes where none belong, in ${where}. Its cells may not be as they are meant.`;
}

const count = (number: number) => number.toLocaleString('en');

/** In a table of one column a blank line is an empty cell, unless it ends the text. */
function withoutBlankLines(records: string[][]): string[][] {
  const isBlank = (cells: string[]) => cells.length === 1 && cells[0] === '';
  const start = records.findIndex((cells) => !isBlank(cells));
  const rest = start < 0 ? [] : records.slice(start);
  if (rest.every(({ length }) => length === 1))
    return rest.filter((cells, index) => index < rest.length - 1 || !isBlank(cells));
  return rest.filter((cells) => !isBlank(cells));
}
