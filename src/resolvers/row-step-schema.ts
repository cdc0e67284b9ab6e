import * as v from 'valibot';
import type { RowStep } from '../shared/contract';
import { maxExpressionLength } from '../expressions/bounds';
import { maxColumns } from '../panel/shape/bounds';
import {
  conditionValueLength,
  maxAggregates,
  maxConditions,
  maxLimit,
  maxRowSteps,
  maxSorts,
} from '../panel/shape/row-steps/bounds';
import { columnKeySchema, columnLook } from './column-schema';
import { boundedList, textSchema } from './validate';

/** Key of a column that is named; whether it is there is judged by `panel/shape/row-steps/check-row-steps`. */
const named = textSchema(100);

/** The operators that a condition may have. */
export const conditionOperators = [
  'equals',
  'not-equals',
  'contains',
  'not-contains',
  'starts-with',
  'ends-with',
  'less',
  'at-most',
  'greater',
  'at-least',
  'empty',
  'not-empty',
] as const;

const condition = v.object({
  column: named,
  operator: v.picklist(conditionOperators),
  value: textSchema(conditionValueLength),
});

const aggregate = v.object({
  key: columnKeySchema,
  label: columnLook.label,
  function: v.picklist(['count', 'sum', 'average', 'min', 'max']),
  column: v.optional(named),
});

const computedColumn = v.object({
  ...columnLook,
  key: columnKeySchema,
  expression: textSchema(maxExpressionLength),
});

const sortOrder = v.object({ column: named, direction: v.picklist(['ascending', 'descending']) });

const rowStep = v.variant('kind', [
  v.object({
    kind: v.literal('where'),
    match: v.picklist(['all', 'any']),
    conditions: boundedList(condition, maxConditions, 'conditions'),
  }),
  v.object({ kind: v.literal('compute'), column: computedColumn }),
  v.object({
    kind: v.literal('group'),
    columns: boundedList(named, maxColumns, 'columns'),
    aggregates: boundedList(aggregate, maxAggregates, 'aggregates'),
  }),
  v.object({ kind: v.literal('distinct'), columns: boundedList(named, maxColumns, 'columns') }),
  v.object({ kind: v.literal('sort'), sorts: boundedList(sortOrder, maxSorts, 'columns to sort by') }),
  v.object({
    kind: v.literal('limit'),
    count: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(maxLimit)),
  }),
]);

/** The shape of a panel's row steps. */
export const rowStepsSchema: v.GenericSchema<unknown, RowStep[]> = boundedList(rowStep, maxRowSteps, 'row steps');
