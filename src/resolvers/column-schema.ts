import * as v from 'valibot';
import type { ColumnSettings } from '../shared/contract';
import { columnTypes } from '../shared/column-types/registry';
import type { ColumnFormat, ColumnType, StatusColor } from '../shared/frame';
import { optionSentence } from '../shared/field-sentences';
import { labelLength, statusRulesCount } from '../shared/limits';
import { numberBounds } from '../shared/number-bounds';
import { maxSelectorLength } from '../selectors/selector';
import { boundedList, choice, textSchema, wholeNumber } from '../schema/fields';
import { schemaOf } from '../schema/schema-of';

const type = choice<ColumnType>(columnTypes);

const color = choice<StatusColor>({ neutral: true, blue: true, green: true, yellow: true, red: true, purple: true });

const number = v.pipe(v.number('Enter a number.'), v.finite('Enter a number.'));
const threshold = v.object({ from: number, color });

const statusColor = v.object({ value: textSchema(100), color });

type Part<Name extends keyof ColumnFormat> = NonNullable<ColumnFormat[Name]>;

export const columnFormatSchema = schemaOf<ColumnFormat>()(
  v.object({
    currency: v.optional(
      v.pipe(v.string(), v.regex(/^[A-Z]{3}$/, 'Enter the three-letter code of a currency, such as EUR.')),
    ),
    decimals: v.optional(wholeNumber(numberBounds.decimals)),
    whole: v.optional(v.picklist([1, 100], optionSentence)),
    byteUnits: v.optional(choice<Part<'byteUnits'>>({ decimal: true, binary: true })),
    decimalSign: v.optional(choice<Part<'decimalSign'>>({ '.': true, ',': true })),
    datePattern: v.optional(textSchema(100)),
    linkText: v.optional(textSchema(labelLength)),
    stripTags: v.optional(v.boolean()),
    dateStyle: v.optional(choice<Part<'dateStyle'>>({ short: true, medium: true, long: true, relative: true })),
    durationUnit: v.optional(
      choice<Part<'durationUnit'>>({ milliseconds: true, seconds: true, minutes: true, hours: true, days: true }),
    ),
    statusColors: v.optional(boundedList(statusColor, statusRulesCount, 'colors')),
    thresholds: v.optional(boundedList(threshold, 10, 'colors')),
    fullBar: v.optional(v.pipe(number, v.gtValue(0, 'Enter a number above 0.'))),
    list: v.optional(choice<Part<'list'>>({ joined: true, count: true, rows: true })),
  }),
);

/** A key never comes from data; the dot is left for keys that the app makes itself. */
export const columnKeySchema = v.pipe(
  v.string(),
  v.regex(
    /^[A-Za-z][\w-]{0,39}$/,
    'A key starts with a letter and can have up to 40 letters, digits, hyphens and underscores.',
  ),
);

/** What says how a column looks, wherever its values come from. */
export const columnLook = {
  label: textSchema(labelLength),
  type,
  format: v.optional(columnFormatSchema),
  align: v.optional(choice<NonNullable<ColumnSettings['align']>>({ start: true, center: true, end: true })),
  width: v.optional(wholeNumber(numberBounds.columnWidth)),
  hidden: v.optional(v.boolean()),
};

/** The shape of a column's settings; what they mean is judged by `editing/check-columns`. */
export const columnSettingsSchema = schemaOf<ColumnSettings>()(
  v.object({
    ...columnLook,
    key: v.optional(columnKeySchema),
    selector: textSchema(maxSelectorLength),
    sortSelector: v.optional(textSchema(maxSelectorLength)),
  }),
);
