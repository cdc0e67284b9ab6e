import type { SortOrder } from '../view';
import type { ColumnSettings } from './column';

export type ConditionOperator =
  | 'equals'
  | 'not-equals'
  | 'contains'
  | 'not-contains'
  | 'starts-with'
  | 'ends-with'
  | 'less'
  | 'at-most'
  | 'greater'
  | 'at-least'
  | 'empty'
  | 'not-empty';

export interface RowCondition {
  /** Key of the column. */
  column: string;
  operator: ConditionOperator;
  /** May hold `{$.key}`; a condition whose whole value readers leave empty lets every row pass. */
  value: string;
}

export type AggregateFunction = 'count' | 'sum' | 'average' | 'min' | 'max';

/** A column of a grouping. `count` counts rows where no column is named. */
export interface Aggregate {
  key: string;
  label: string;
  function: AggregateFunction;
  column?: string;
}

/** A column worked out of others by an expression such as `[Price] * [Quantity]`. */
export interface ComputedColumn extends Omit<ColumnSettings, 'key' | 'selector' | 'sortSelector'> {
  key: string;
  expression: string;
}

/** Row steps come after the columns are typed, in order, each on the rows and columns that the one before it left. */
export type RowStep =
  | { kind: 'where'; match: 'all' | 'any'; conditions: RowCondition[] }
  | { kind: 'compute'; column: ComputedColumn }
  | { kind: 'group'; columns: string[]; aggregates: Aggregate[] }
  | { kind: 'distinct'; columns: string[] }
  | { kind: 'sort'; sorts: SortOrder[] }
  | { kind: 'limit'; count: number };

export type StepKind = RowStep['kind'];

/** The row step of that kind. */
export type StepOf<Kind extends StepKind> = Extract<RowStep, { kind: Kind }>;
