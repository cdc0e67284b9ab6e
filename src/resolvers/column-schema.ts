import * as v from 'valibot';
import type { ColumnSettings } from '../shared/contract';
import type { ColumnFormat, ColumnType, StatusColor } from '../shared/frame';
import { maxSelectorLength } from '../selectors/selector';
import { boundedList, textSchema } from './validate';

const types = [
  'text',
  'number',
  'currency',
  'percent',
  'date',
  'date-time',
  'duration',
  'boolean',
  'link',
  'image',
  'email',
  'user',
  'status',
  'list',
  'json',
] as const satisfies readonly ColumnType[];

const colors = ['neutral', 'blue', 'green', 'yellow', 'red', 'purple'] as const satisfies readonly StatusColor[];

const whole = (least: number, most: number) => v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));

const statusColor = v.object({ value: textSchema(100), color: v.picklist(colors) });

export const columnFormatSchema: v.GenericSchema<unknown, ColumnFormat> = v.object({
  currency: v.optional(
    v.pipe(v.string(), v.regex(/^[A-Z]{3}$/, 'Enter a currency by its three letters, such as EUR.')),
  ),
  decimals: v.optional(whole(0, 10)),
  whole: v.optional(v.picklist([1, 100])),
  dateStyle: v.optional(v.picklist(['short', 'medium', 'long', 'relative'])),
  durationUnit: v.optional(v.picklist(['milliseconds', 'seconds', 'minutes', 'hours', 'days'])),
  statusColors: v.optional(boundedList(statusColor, 30, 'colours')),
  list: v.optional(v.picklist(['joined', 'count', 'rows'])),
});

/** A key never comes from data; the dot is left for keys that the app makes itself. */
export const columnKeySchema = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z][\w-]{0,39}$/, 'A key begins with a letter and has at most 40 letters, digits, "-" and "_".'),
);

/** What says how a column looks, wherever its values come from. */
export const columnLook = {
  label: textSchema(1000),
  type: v.picklist(types),
  format: v.optional(columnFormatSchema),
  align: v.optional(v.picklist(['start', 'center', 'end'])),
  width: v.optional(whole(40, 1000)),
  hidden: v.optional(v.boolean()),
};

/** The shape of a column's settings; what they mean is judged by `panel/check-columns`. */
export const columnSettingsSchema: v.GenericSchema<unknown, ColumnSettings> = v.object({
  ...columnLook,
  key: v.optional(columnKeySchema),
  selector: textSchema(maxSelectorLength),
  sortSelector: v.optional(textSchema(maxSelectorLength)),
});
