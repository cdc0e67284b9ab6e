import type { ColumnSettings } from '../contract';
import type { CellValue, Column, Frame } from '../frame';
import { Budget } from '../selectors/budget';
import { compileSelector, type Selector } from '../selectors/selector';
import { cellReaders } from './cells/readers';
import { readText } from './cells/text';
import { unreadable } from './cells/unreadable';

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
  /** Appends the column's values of the rows from one number on up to another. */
  fill(rows: readonly unknown[], from: number, to: number): void;
}

/** Rows read column by column while they are still in the processor's cache. */
const blockRows = 256;

type Pick = (row: unknown) => unknown;

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
  const fillings = columns.map((column, index) => filling(column, settings[index]?.selector ?? '$'));
  let rowCount = 0;
  return {
    add(rows) {
      rowCount += rows.length;
      for (let from = 0; from < rows.length; from += blockRows) {
        const to = Math.min(from + blockRows, rows.length);
        for (const each of fillings) each.fill(rows, from, to);
      }
    },
    finish: () => ({
      frame: { columns, values: fillings.map(({ values }) => values), rowCount },
      warnings: fillings.filter((each) => each.unreadable > 0).map(warning),
    }),
  };
}

function filling(column: Column, selector: string): Filling {
  const pick = picker(compileSelector(selector));
  const read = cellReaders[column.type];
  const result: Filling = { column, values: [], unreadable: 0, fill };
  function fill(rows: readonly unknown[], from: number, to: number): void {
    for (let row = from; row < to; row++) {
      const value = read(pick(rows[row]));
      if (value === unreadable) result.unreadable++;
      result.values.push(value === unreadable ? null : value);
    }
  }
  return result;
}

function picker(selector: Selector): Pick {
  const [name, ...others] = selector.names ?? [];
  if (name !== undefined) return others.length === 0 ? memberPicker(name) : pathPicker([name, ...others]);
  const budget = new Budget(selector.text);
  return (row) => onlyOrAll(selector.select(row, budget));
}

function memberPicker(name: string): Pick {
  // Objects from JSON inherit a few names only; for every other name a plain look is enough, and much faster.
  if (name in Object.prototype) return (row) => ownMember(row, name);
  return (row) => (isRecord(row) ? row[name] : undefined);
}

function pathPicker(names: readonly string[]): Pick {
  const pickers = names.map(memberPicker);
  return (row) => pickers.reduce((value, pick) => pick(value), row);
}

function ownMember(value: unknown, name: string): unknown {
  return isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
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
