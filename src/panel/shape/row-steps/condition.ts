import type { ConditionOperator, RowCondition } from '../../../shared/contract';
import type { CellValue, Column } from '../../../shared/frame';
import { nounOf } from '../cells/readers';
import { shorten } from '../../../shared/shorten';
import { comparisonWith } from './compare-with';
import type { Bind } from './row-step-kind';

export type RowTest = (row: number) => boolean;
type CellTest = (cell: CellValue) => boolean;

/** Operators that say the opposite of another; a row passes one of the two and never both. */
const opposites: Partial<Record<ConditionOperator, ConditionOperator>> = {
  'not-equals': 'equals',
  'not-contains': 'contains',
  'not-empty': 'empty',
};

const everyRow: RowTest = () => true;
const noRow: RowTest = () => false;

/**
 * The test of one condition on the values of its column. A value that is none of the column's type equals nothing and
 * comes with a warning. Every row passes where a value that was not empty as written comes out empty because a reader set
 * nothing, and none where nobody told a part of it.
 */
export function rowTest(
  column: Column,
  values: readonly CellValue[],
  { operator, value: written }: RowCondition,
  bind: Bind,
): { test: RowTest; warning?: string } {
  const opposite = opposites[operator];
  const value = needsValue(operator) ? bind(written) : '';
  if (value === undefined) return { test: noRow, warning: untoldValue(column) };
  if (needsValue(operator) && written !== '' && value === '') return { test: everyRow };
  const { passes, isUnreadable } = cellTest(column, opposite ?? operator, value);
  const test: RowTest = opposite ? (row) => !passes(values[row] ?? null) : (row) => passes(values[row] ?? null);
  return isUnreadable ? { test, warning: unreadableValue(column, value) } : { test };
}

/** What keeps a condition on this column from being saved. */
export function conditionErrors(column: Column, { operator, value }: RowCondition): string[] {
  if (!needsValue(operator) || value.includes('{$')) return [];
  if (value === '') {
    return opposites[operator] === 'equals' || operator === 'equals' ? [] : ['Enter a value to compare with.'];
  }
  const { isUnreadable } = cellTest(column, opposites[operator] ?? operator, value);
  return isUnreadable ? [`"${shorten(value, 40)}" is not ${nounOf(column)}, as ${column.label} needs.`] : [];
}

function needsValue(operator: ConditionOperator): boolean {
  return operator !== 'empty' && operator !== 'not-empty';
}

function untoldValue({ label }: Column): string {
  return `The condition on ${label} needs what Confluence does not tell the app, such as a hidden email address.`;
}

function unreadableValue(column: Column, value: string): string {
  return `The condition on ${column.label} compares with "${shorten(value, 40)}", which is not ${nounOf(column)}.`;
}

function cellTest(
  column: Column,
  operator: ConditionOperator,
  value: string,
): { passes: CellTest; isUnreadable?: boolean } {
  if (operator === 'empty' || (operator === 'equals' && value === '')) return { passes: isEmpty };
  const textTest = textTests[operator];
  if (textTest) return { passes: onText(textTest, value) };
  const compare = comparisonWith(column, value);
  const orderTest = orderTests[operator];
  if (!compare || !orderTest) return { passes: () => false, isUnreadable: true };
  return { passes: (cell) => cell !== null && cell !== '' && orderTest(compare(cell)) };
}

function isEmpty(cell: CellValue): boolean {
  return cell === null || cell === '';
}

const textTests: Partial<Record<ConditionOperator, (text: string, wanted: string) => boolean>> = {
  contains: (text, wanted) => text.includes(wanted),
  'starts-with': (text, wanted) => text.startsWith(wanted),
  'ends-with': (text, wanted) => text.endsWith(wanted),
};

function onText(test: (text: string, wanted: string) => boolean, value: string): CellTest {
  const wanted = value.toLowerCase();
  return (cell) => cell !== null && test(String(cell).toLowerCase(), wanted);
}

/** `NaN` is no order: a cell that cannot be compared passes none of them. */
const orderTests: Partial<Record<ConditionOperator, (order: number) => boolean>> = {
  equals: (order) => order === 0,
  less: (order) => order < 0,
  'at-most': (order) => order <= 0,
  greater: (order) => order > 0,
  'at-least': (order) => order >= 0,
};
