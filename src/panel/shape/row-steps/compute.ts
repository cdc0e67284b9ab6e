import type { ComputedColumn } from '../../../shared/contract';
import { countSentence } from '../../../shared/field-sentences';
import { compileExpression } from '../../../expressions/compile';
import type { CellValue, Column, Frame } from '../../../shared/frame';
import { type FieldError, Problem } from '../../../shared/problem';
import { maxColumns } from '../read-bounds';
import { cellReader } from '../cells/readers';
import { unreadable } from '../cells/unreadable';
import { isKnown, takenKey } from './known-columns';
import type { Bind, RowStepKind } from './row-step-kind';

/** Adds a column, each cell worked out of the others of its row; it stays empty where the expression has an error. */
export const compute: RowStepKind<'compute'> = {
  apply(frame, { column }, bind) {
    if (isKnown(frame.columns, column.key)) {
      return { frame, warnings: [`${column.label} was left out, because another column has its key "${column.key}".`] };
    }
    const isUntold = bind(column.expression) === undefined;
    const { cells, warnings, failed } = isUntold ? emptied(frame, column, untold) : computed(frame, column, bind);
    const columns = [...frame.columns, columnOf(column)];
    const unreadable = { column: columnOf(column), count: failed };
    return { frame: { ...frame, columns, values: [...frame.values, cells] }, warnings, unreadable, isUntold };
  },
  columnsAfter(columns, { column }) {
    return isKnown(columns, column.key) ? [...columns] : [...columns, columnOf(column)];
  },
  check(columns, { column }) {
    const errors = takenKey(columns, 'column.key', column.key);
    if (column.label.trim() === '') errors.push({ path: 'column.label', message: 'Enter a label.' });
    if (columns.length >= maxColumns) errors.push({ path: 'column', message: countSentence(maxColumns, 'columns') });
    return [...errors, ...expressionErrors(columns, column.expression)];
  },
};

function columnOf({ expression: _, ...column }: ComputedColumn): Column {
  return column;
}

interface Computed {
  cells: CellValue[];
  warnings: string[];
  failed: number;
}

function computed(frame: Frame, column: ComputedColumn, bind: Bind): Computed {
  try {
    const surroundings = { columns: frame.columns, bind: (text: string) => bind(text) ?? '' };
    return calculated(frame, column, compileExpression(column.expression, surroundings));
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'expression-invalid') throw error;
    return emptied(frame, column, error.message);
  }
}

const untold = 'Confluence does not tell the app what it is worked out of.';

function emptied({ rowCount }: Frame, { label }: ComputedColumn, why: string): Computed {
  const cells = Array.from({ length: rowCount }, (): CellValue => null);
  return { cells, warnings: [`${label} is empty. ${why}`], failed: 0 };
}

function calculated(
  frame: Frame,
  column: ComputedColumn,
  calculationOn: ReturnType<typeof compileExpression>,
): Computed {
  const calculation = calculationOn(frame.values);
  const read = cellReader(column);
  const cells: CellValue[] = [];
  let failed = 0;
  for (let row = 0; row < frame.rowCount; row++) {
    const cell = read(tidy(calculation.at(row)));
    if (cell === unreadable) failed++;
    cells.push(cell === unreadable ? null : cell);
  }
  return { cells, warnings: calculation.isSpent ? [spent(column)] : [], failed };
}

/** Without the last digits that only the binary arithmetic made: 0.1 + 0.2 is 0.3. */
function tidy(value: CellValue): CellValue {
  return typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(15)) : value;
}

const spent = ({ label }: ComputedColumn) =>
  `${label} is empty from some row on, because its expression produces too much text.`;

function expressionErrors(columns: readonly Column[], expression: string): FieldError[] {
  try {
    compileExpression(expression, { columns, bind: () => '' });
    return [];
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'expression-invalid') throw error;
    return [{ path: 'column.expression', message: error.message }];
  }
}
