import { parse, type ParseError } from 'papaparse';
import type { Problem } from '../shared/problem';
import { headerNames, maxTableColumns } from './header';
import { type TableRow, tableRows } from './table-rows';
import { detectSeparator, type Separator } from './separator';
import { unreadableResponse, webPageInstead } from './unreadable-response';
import { ValueBudget } from './value-budget';
import { isWebPage } from './web-page';

/**
 * The records of a table (RFC 4180) after the first, which names the columns. All cells are texts as they were written;
 * a record with fewer cells lacks the others. The separator is found out where none is given. Empty for a text without
 * records. A line feed ends a record, a carriage return before it belongs to the line end; a text without line feeds is
 * cut at carriage returns.
 * @throws Problem `sign-in-page` for a web page; `response-unreadable` for a quote that is never closed or stands inside a quoted cell, and
 * for more than 500 columns; `response-too-large` for more records and cells than there is memory for
 */
export function parseCsv(text: string, dataSourceName: string, separator?: Separator): TableRow[] {
  if (isWebPage(text)) throw webPageInstead(dataSourceName, 'csv', text);
  const budget = new ValueBudget(dataSourceName);
  const records = recordsOf(text.replace(/^\ufeff/, ''), dataSourceName, budget, separator);
  const [header, ...others] = records;
  if (!header) return [];
  const width = others.reduce((widest, { length }) => Math.max(widest, length), header.length);
  if (width > maxTableColumns) throw unreadableResponse(dataSourceName, 'csv', tooWide(width), text);
  return tableRows(headerNames(header, width), others, budget);
}

const tooWide = (width: number) => `with ${width.toLocaleString('en')} columns; at most ${maxTableColumns} can be read`;

function recordsOf(text: string, name: string, budget: ValueBudget, separator?: Separator): string[][] {
  const newline = text.includes('\n') ? '\n' : '\r';
  const options = { delimiter: separator ?? detectSeparator(text), newline } as const;
  budget.spend(mostValues(text, options));
  const { data, errors } = parse<string[]>(newline === '\n' ? text.replace(/\r$/, '') : text, options);
  const broken = errors.find(({ type }) => type === 'Quotes');
  if (broken) throw brokenQuotes(broken, text, name);
  if (newline === '\n' && text.includes('\r')) data.forEach(dropReturn);
  return withoutBlankLines(data);
}

/** What a record takes while it is read, beside its cells. */
const recordCost = 6;

/** Every separator may end a cell, and every line end a record. Found out first, because the parser does not stop. */
function mostValues(text: string, { delimiter, newline }: { delimiter: string; newline: string }): number {
  return occurrences(text, delimiter) + recordCost * occurrences(text, newline);
}

function occurrences(text: string, character: string): number {
  let count = 0;
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) count++;
  return count;
}

function brokenQuotes({ row, code }: ParseError, text: string, name: string): Problem {
  const what = code === 'MissingQuotes' ? 'has an unclosed quote' : 'has a quote inside a quoted cell';
  return unreadableResponse(name, 'csv', `whose record ${((row ?? 0) + 1).toLocaleString('en')} ${what}`, text);
}

function dropReturn(cells: string[]): void {
  const last = cells.length - 1;
  cells[last] = (cells[last] ?? '').replace(/\r$/, '');
}

/** In a table of one column a blank line is an empty cell, unless it ends the text. */
function withoutBlankLines(records: string[][]): string[][] {
  const isBlank = (cells: string[]) => cells.length === 1 && cells[0] === '';
  const start = records.findIndex((cells) => !isBlank(cells));
  const rest = start < 0 ? [] : records.slice(start);
  if (rest[0]?.length === 1) return rest.filter((cells, index) => index < rest.length - 1 || !isBlank(cells));
  return rest.filter((cells) => !isBlank(cells));
}
