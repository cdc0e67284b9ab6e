import * as v from 'valibot';
import type { ChartSettings, SortOrder, VisualSettings } from '../shared/contract';
import { boundedList, textSchema } from './validate';

/** A column's key; whether there is such a column is judged by `visuals/check-visual`. */
const column = textSchema(100);
/** Longer texts are told apart from shorter ones by the rules; this only bounds what comes in. */
const words = textSchema(200);
const rowsPerPage = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(500));

export const sortSchema: v.GenericSchema<unknown, SortOrder> = v.object({
  column,
  direction: v.picklist(['ascending', 'descending']),
});

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
export const visualSettingsSchema: v.GenericSchema<unknown, VisualSettings> = v.variant('type', [
  v.object({ type: v.literal('table'), rowsPerPage, sorts: v.optional(sortsSchema) }),
  v.object({
    type: v.literal('list'),
    rowsPerPage,
    primary: column,
    secondary: boundedList(column, mostSecondary, 'texts beside it'),
  }),
  v.object({ type: v.literal('cards'), rowsPerPage, title: column, image: v.optional(column) }),
  v.object({ type: v.literal('key-value') }),
  v.object({
    type: v.literal('number'),
    column,
    summary: v.picklist(['first', 'last', 'count', 'sum', 'average', 'min', 'max']),
    label: words,
    unit: words,
    compareWith: v.optional(column),
    goodWhen: v.optional(v.picklist(['more', 'less'])),
  }),
  chart('bar'),
  chart('line'),
  chart('area'),
  chart('pie'),
  v.object({ type: v.literal('text'), text: textSchema(sentenceLength) }),
]);
