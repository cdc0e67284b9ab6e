import type { ValueBudget } from './value-budget';

/** One record of a table, its cells by the names in the first record. Nothing is inherited, since the names come from data. */
export type TableRow = Record<string, string>;

const prototype: object = Object.freeze(Object.create(null) as object);

/** What a cell takes beside itself in a row that has not all of the cells, and so no make that it shares with others. */
const looseCellCost = 2;

/** The records as rows. They are emptied on the way, so that both never exist side by side. */
export function tableRows(names: readonly string[], records: string[][], budget: ValueBudget): TableRow[] {
  const template = Object.fromEntries(names.map((name) => [name, '']));
  return records.map((cells, at) => {
    records[at] = [];
    const isWhole = cells.length === names.length;
    if (!isWhole) budget.spend(looseCellCost * cells.length);
    const row = isWhole ? withoutInheritance({ ...template }) : newRow();
    for (let place = 0; place < cells.length; place++) row[names[place]!] = cells[place]!;
    return row;
  });
}

/** A copy of a template is ten times smaller than an object that was given its members one by one. */
function withoutInheritance(row: TableRow): TableRow {
  return Object.setPrototypeOf(row, prototype) as TableRow;
}

const newRow = () => Object.create(prototype) as TableRow;
