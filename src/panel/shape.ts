import type { ColumnSettings } from '../contract';
import type { CellValue, Column, Frame } from '../frame';
import { Budget } from '../selectors/budget';
import { compileSelector, type Selector } from '../selectors/selector';
import { maxTextLength } from './bounds';
import { cellReaders, typedAlready } from './cells/readers';
import { readText } from './cells/text';
import { unreadable } from './cells/unreadable';
import { ownMember, rowMembers, type RowMembers } from './row-members';

/** Takes rows page by page, so that no response is kept longer than it takes to read its values. */
export interface FrameBuilder {
  add(rows: readonly unknown[]): void;
  /** The frame of all rows added, with a sentence for each column that held values of another type. */
  finish(): { frame: Frame; warnings: string[] };
}

interface Filling {
  column: Column;
  values: CellValue[];
  unreadable: number;
  /** What the column's selector finds in the rows from one number on up to another; row `from` is at place 0. */
  found(rows: readonly unknown[], from: number, to: number): readonly unknown[];
}

/** Rows read column by column while they are still in the processor's cache. */
const blockRows = 256;

/** The columns of a panel as its frames have them; their keys never come from data. */
export function frameColumns(settings: readonly ColumnSettings[]): Column[] {
  return settings.map(({ label, type }, index) => ({ key: `c${index}`, label, type }));
}

/**
 * A builder of frames with the panel's columns.
 * @throws Problem `selector-invalid`
 */
export function frameBuilder(settings: readonly ColumnSettings[]): FrameBuilder {
  const columns = frameColumns(settings);
  const selectors = settings.map(({ selector }) => compileSelector(selector));
  const members = rowMembers([...new Set(selectors.flatMap(({ names }) => names?.slice(0, 1) ?? []))]);
  const fillings = columns.map((column, index) => filling(column, selectors[index]!, members));
  let rowCount = 0;
  return {
    add(rows) {
      for (const { values } of fillings) values.length += rows.length;
      for (let from = 0; from < rows.length; from += blockRows) {
        const to = Math.min(from + blockRows, rows.length);
        members.read(rows, from, to);
        for (const each of fillings) fill(each, each.found(rows, from, to), rowCount + from, to - from);
      }
      rowCount += rows.length;
    },
    finish: () => ({
      frame: { columns, values: fillings.map(({ values }) => values), rowCount },
      warnings: fillings.filter((each) => each.unreadable > 0).map(warning),
    }),
  };
}

/** Types the found values into the column's places from `at` on. */
function fill(filling: Filling, found: readonly unknown[], at: number, count: number): void {
  if (filling.column.type === 'text') fillTexts(filling, found, at, count);
  else fillTyped(filling, found, at, count);
}

function fillTyped(filling: Filling, found: readonly unknown[], at: number, count: number): void {
  const { values, column } = filling;
  const read = cellReaders[column.type];
  const asIs = typedAlready[column.type];
  for (let index = 0; index < count; index++) {
    const value = found[index];
    const cell = typeof value === asIs ? (value as CellValue) : read(value);
    if (cell === unreadable) filling.unreadable++;
    values[at + index] = cell === unreadable ? null : cell;
  }
}

/** Most columns are texts, and nearly all of those are texts in the response too; everything can be read as one. */
function fillTexts({ values }: Filling, found: readonly unknown[], at: number, count: number): void {
  for (let index = 0; index < count; index++) {
    const value = found[index];
    values[at + index] = typeof value === 'string' && value.length <= maxTextLength ? value : readText(value);
  }
}

function filling(column: Column, selector: Selector, members: RowMembers): Filling {
  return { column, values: [], unreadable: 0, found: finder(selector, members) };
}

function finder(selector: Selector, { names, values }: RowMembers): Filling['found'] {
  const [name, ...others] = selector.names ?? [];
  if (name === undefined) return selectedInRows(selector);
  const list = values[names.indexOf(name)] ?? [];
  if (others.length === 0) return () => list;
  return (_, from, to) => {
    const found: unknown[] = [];
    for (let at = 0; at < to - from; at++) found.push(others.reduce(ownMember, list[at]));
    return found;
  };
}

function selectedInRows(selector: Selector): Filling['found'] {
  const budget = new Budget(selector.text);
  return (rows, from, to) => rows.slice(from, to).map((row) => onlyOrAll(selector.select(row, budget)));
}

/** One found value is the cell's value; several are a list. */
function onlyOrAll(found: readonly unknown[]): unknown {
  return found.length > 1 ? readText(found) : found[0];
}

function warning({ column, unreadable: count }: Filling): string {
  const values = count === 1 ? '1 value is' : `${count.toLocaleString('en')} values are`;
  return `In ${column.label}, ${values} not ${kinds[column.type]} and left empty.`;
}

const kinds: { readonly [Type in Column['type']]: string } = {
  text: 'text',
  number: 'a number',
  boolean: 'true or false',
  date: 'a date',
  'date-time': 'a date and time',
  link: 'an https or mailto link',
  email: 'an e-mail address',
};
