import type { RowCondition } from '../../../shared/contract';
import type { Column, Frame } from '../../../shared/frame';
import type { FieldError } from '../../../shared/problem';
import { conditionErrors, rowTest, type RowTest } from './condition';
import { findColumn } from '../../../shared/placed-query';
import { missingColumn, unknownColumn } from './known-columns';
import { pickRows } from './pick-rows';
import type { Bind, RowStepKind } from './row-step-kind';

/** Keeps the rows that pass all conditions, or any of them; all rows where no condition is left. */
export const where: RowStepKind<'where'> = {
  apply(frame, { match, conditions }, bind) {
    const read = conditions.map((condition) => testFor(frame, condition, bind));
    const tests = read.flatMap(({ test }) => test ?? []);
    const warnings = read.flatMap(({ warning }) => warning ?? []);
    if (tests.length === 0) return { frame, warnings };
    return { frame: pickRows(frame, passing(frame.rowCount, tests, match === 'any')), warnings };
  },
  columnsAfter: (columns) => [...columns],
  check(columns, { conditions }) {
    if (conditions.length === 0) return [{ path: 'conditions', message: 'Add a condition.' }];
    return conditions.flatMap((condition, index) => checkCondition(columns, `conditions.${index}`, condition));
  },
};

interface ReadCondition {
  test?: RowTest;
  warning?: string;
}

function testFor(frame: Frame, condition: RowCondition, bind: Bind): ReadCondition {
  const place = findColumn(frame.columns, condition.column);
  const column = place === undefined ? undefined : frame.columns[place];
  if (place === undefined || !column) return { warning: missingColumn('A condition', condition.column) };
  return rowTest(column, frame.values[place] ?? [], condition, bind);
}

function passing(rowCount: number, tests: readonly RowTest[], any: boolean): number[] {
  const rows: number[] = [];
  for (let row = 0; row < rowCount; row++) {
    if (any ? tests.some((test) => test(row)) : tests.every((test) => test(row))) rows.push(row);
  }
  return rows;
}

function checkCondition(columns: readonly Column[], path: string, condition: RowCondition): FieldError[] {
  const column = columns.find(({ key }) => key === condition.column);
  if (!column) return unknownColumn(columns, `${path}.column`, condition.column);
  return conditionErrors(column, condition).map((message) => ({ path: `${path}.value`, message }));
}
