import * as v from 'valibot';
import type { AggregateFunction, ConditionOperator, RowStep } from '../shared/contract';
import { maxExpressionLength } from '../expressions/expression-bounds';
import { numberBounds } from '../shared/number-bounds';
import { maxColumns } from '../panel/shape/read-bounds';
import {
  conditionValueLength,
  maxAggregates,
  maxConditions,
  maxRowSteps,
  maxSorts,
} from '../panel/shape/row-steps/row-step-bounds';
import { columnKeySchema, columnLook } from './column-schema';
import { boundedList, choice, textSchema, wholeNumber } from '../schema/fields';
import { schemaOf } from '../schema/schema-of';
import { sortSchema } from './visual-schema';

/** Key of a column that is named; whether it is there is judged by `panel/shape/row-steps/check-row-steps`. */
const named = textSchema(100);

const operator = choice<ConditionOperator>({
  equals: true,
  'not-equals': true,
  contains: true,
  'not-contains': true,
  'starts-with': true,
  'ends-with': true,
  less: true,
  'at-most': true,
  greater: true,
  'at-least': true,
  empty: true,
  'not-empty': true,
});

/** The operators that a condition may have. */
export const conditionOperators = operator.options;

const condition = v.object({
  column: named,
  operator,
  value: textSchema(conditionValueLength),
});

const aggregate = v.object({
  key: columnKeySchema,
  label: columnLook.label,
  function: choice<AggregateFunction>({ count: true, sum: true, average: true, min: true, max: true }),
  column: v.optional(named),
});

const computedColumn = v.object({
  ...columnLook,
  key: columnKeySchema,
  expression: textSchema(maxExpressionLength),
});

const rowStep = schemaOf<RowStep>()(
  v.variant('kind', [
    v.object({
      kind: v.literal('where'),
      match: choice<'all' | 'any'>({ all: true, any: true }),
      conditions: boundedList(condition, maxConditions, 'conditions'),
    }),
    v.object({ kind: v.literal('compute'), column: computedColumn }),
    v.object({
      kind: v.literal('group'),
      columns: boundedList(named, maxColumns, 'columns'),
      aggregates: boundedList(aggregate, maxAggregates, 'aggregates'),
    }),
    v.object({ kind: v.literal('distinct'), columns: boundedList(named, maxColumns, 'columns') }),
    v.object({ kind: v.literal('sort'), sorts: boundedList(sortSchema, maxSorts, 'columns to sort by') }),
    v.object({
      kind: v.literal('limit'),
      count: wholeNumber(numberBounds.rowLimit),
    }),
  ]),
);

/** The shape of a panel's row steps. */
export const rowStepsSchema = boundedList(rowStep, maxRowSteps, 'row steps');
