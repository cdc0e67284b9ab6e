import type { ColumnSettings } from '../../shared/contract';
import type { CellValue, Column, Frame } from '../../shared/frame';
import { compileSelector } from '../../selectors/selector';
import { explode } from './explode-lists';
import { columnFiller, fillSortValues, type FillCells, type UnreadableValues, unreadableWarning } from './fill-column';
import { type FindValues, firstNames, valueFinder } from './find-values';
import { frameColumns, frameSelectors, makesRows } from './frame-columns';
import { type RowMembers, rowMembers } from './read-members';

export { frameColumns } from './frame-columns';

/** Takes rows page by page, so that no response is kept longer than it takes to read its values. */
export interface FrameBuilder {
  /** Adds the rows, or those of their list's entries, until there are so many in all. */
  add(rows: readonly unknown[], most?: number): AddedRows;
  /** The frame of the rows that were added since they were last taken, which are its own no longer. */
  take(): Frame;
  /** How many values of each column were not of its type, in all rows added. */
  unreadable(): UnreadableValues[];
  /** The frame of all rows added, with a sentence for each column that held values of another type. */
  finish(): { frame: Frame; warnings: string[] };
}

/** How many rows were added, and whether others were left out. */
export interface AddedRows {
  added: number;
  isCut: boolean;
}

interface Filling {
  column: Column;
  values: CellValue[];
  unreadable: number;
  find: FindValues;
  fill: FillCells;
}

/** Rows read column by column while they are still in the processor's cache. */
const blockRows = 1024;

/**
 * A builder of frames with the panel's columns.
 * @throws Problem `selector-invalid`
 */
export function frameBuilder(settings: readonly ColumnSettings[]): FrameBuilder {
  const columns = frameColumns(settings);
  const selectors = frameSelectors(settings).map(compileSelector);
  const members = rowMembers(firstNames(selectors));
  const fillings = columns.map((column, place): Filling => {
    const fill = place < settings.length ? columnFiller(column) : fillSortValues;
    return { column, values: [], unreadable: 0, find: valueFinder(selectors[place]!, members), fill };
  });
  const rowMaker = fillings.find(({ column }) => makesRows(column));
  const addBlocks = rowMaker ? explodedBlocks(fillings, rowMaker, members) : plainBlocks(fillings, members);
  let rowCount = 0;
  const take = (): Frame => {
    const frame = { columns, values: fillings.map(({ values }) => values), rowCount };
    for (const each of fillings) each.values = [];
    rowCount = 0;
    return frame;
  };
  const unreadable = () => fillings.map((each) => ({ column: each.column, count: each.unreadable }));
  return {
    add(rows, most = Infinity) {
      const taken = addBlocks(rows, rowCount, most);
      rowCount += taken.added;
      return taken;
    },
    take,
    unreadable,
    finish: () => ({
      frame: take(),
      warnings: unreadable()
        .filter(({ count }) => count > 0)
        .map(({ column, count }) => unreadableWarning(column, count)),
    }),
  };
}

/** Adds rows behind those that are there, until there are as many as there may be in all. */
type AddBlocks = (rows: readonly unknown[], before: number, most: number) => AddedRows;

function plainBlocks(fillings: readonly Filling[], members: RowMembers): AddBlocks {
  return (rows, before, most) => {
    const count = Math.max(0, Math.min(rows.length, most - before));
    for (const { values } of fillings) values.length += count;
    for (let from = 0; from < count; from += blockRows) {
      const to = Math.min(from + blockRows, count);
      members.read(rows, from, to);
      for (const each of fillings) {
        each.unreadable += each.fill(each.values, each.find(rows, from, to), before + from, to - from);
      }
    }
    return { added: count, isCut: count < rows.length };
  };
}

/** Every value is read once for its row and then stands in each row that comes of it. */
function explodedBlocks(fillings: readonly Filling[], rowMaker: Filling, members: RowMembers): AddBlocks {
  return (rows, before, most) => {
    let count = before;
    let isCut = false;
    for (let from = 0; from < rows.length && !isCut; from += blockRows) {
      const to = Math.min(from + blockRows, rows.length);
      members.read(rows, from, to);
      const { places, entries, ...exploded } = explode(rowMaker.find(rows, from, to), to - from, most - count);
      isCut = exploded.isCut;
      for (const each of fillings) {
        if (each === rowMaker) place(each.values, entries, count);
        else spread(each, each.find(rows, from, to), places, count);
      }
      count += places.length;
    }
    return { added: count - before, isCut };
  };
}

function spread(filling: Filling, found: readonly unknown[], places: readonly number[], at: number): void {
  const cells: CellValue[] = [];
  filling.unreadable += filling.fill(cells, found, 0, (places.at(-1) ?? -1) + 1);
  place(
    filling.values,
    places.map((from) => cells[from] ?? null),
    at,
  );
}

function place(values: CellValue[], cells: readonly CellValue[], at: number): void {
  for (let index = 0; index < cells.length; index++) values[at + index] = cells[index] ?? null;
}
