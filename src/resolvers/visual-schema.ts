import * as v from 'valibot';
import type { ChartSettings, NumberSettings, SortOrder, VisualSettings } from '../shared/contract';
import { numberBounds } from '../shared/number-bounds';
import { boundedList, choice, textSchema, wholeNumber } from '../schema/fields';
import { schemaOf } from '../schema/schema-of';

/** A column's key; whether there is such a column is judged by `visuals/check-visual`. */
const column = textSchema(100);
const words = textSchema(200);
const rowsPerPage = wholeNumber(numberBounds.rowsPerPage);

export const sortSchema = schemaOf<SortOrder>()(
  v.object({
    column,
    direction: choice<SortOrder['direction']>({ ascending: true, descending: true }),
  }),
);

const mostSorts = 5;
const mostSecondary = 10;
const mostSeries = 10;
const sentenceLength = 2000;

export const sortsSchema = boundedList(sortSchema, mostSorts, 'columns to sort by');

const chart = <Name extends ChartSettings['type']>(type: Name) =>
  v.object({
    type: v.literal(type),
    category: column,
    series: boundedList(column, mostSeries, 'columns of numbers'),
    stacked: v.optional(v.boolean()),
  });

/** The shape of a visual's settings; which columns suit it is judged by `visuals/check-visual`. */
export const visualSettingsSchema = schemaOf<VisualSettings>()(
  v.variant('type', [
    v.object({
      type: v.literal('table'),
      rowsPerPage,
      sorts: v.optional(sortsSchema),
      rowNumbers: v.optional(v.boolean()),
      frozen: v.optional(wholeNumber(numberBounds.frozenColumns)),
      totals: v.optional(v.boolean()),
    }),
    v.object({
      type: v.literal('list'),
      rowsPerPage,
      primary: column,
      secondary: boundedList(column, mostSecondary, 'other columns'),
    }),
    v.object({ type: v.literal('cards'), rowsPerPage, title: column, image: v.optional(column) }),
    v.object({ type: v.literal('key-value') }),
    v.object({
      type: v.literal('number'),
      column,
      summary: choice<NumberSettings['summary']>({
        first: true,
        last: true,
        count: true,
        sum: true,
        average: true,
        min: true,
        max: true,
      }),
      label: words,
      unit: words,
      compareWith: v.optional(column),
      goodWhen: v.optional(choice<NonNullable<NumberSettings['goodWhen']>>({ more: true, less: true })),
    }),
    chart('bar'),
    chart('line'),
    chart('area'),
    chart('pie'),
    v.object({ type: v.literal('text'), text: textSchema(sentenceLength) }),
  ]),
);
