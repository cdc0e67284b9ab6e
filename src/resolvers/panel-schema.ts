import * as v from 'valibot';
import type { LoadRequest, PanelForm, PanelSettings } from '../contract';
import { nameLength, parameterLength, variablesCount } from '../limits';
import { maxColumns, maxFilters } from '../panel/bounds';
import { maxSelectorLength } from '../selectors/selector';
import { maxWindowRows } from '../visuals/table';
import { freshnessSchema } from './freshness-schema';
import { idSchema, textSchema } from './validate';

/** Longer texts are told apart from shorter ones by the rules, field by field; this only bounds what comes in. */
const words = textSchema(1000);
const selector = textSchema(maxSelectorLength);
const whole = (least: number, most: number) => v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));

const variableValues = v.pipe(
  v.record(textSchema(nameLength), textSchema(parameterLength)),
  v.check((values) => Object.keys(values).length <= variablesCount, `Use at most ${variablesCount} variables.`),
);

/** The shape of a panel's settings; what the values mean is judged by `panel/check-panel`. */
export const panelSettingsSchema: v.GenericSchema<unknown, PanelSettings> = v.object({
  name: words,
  description: words,
  dataSourceId: idSchema,
  filters: v.pipe(v.array(v.object({ selector })), v.maxLength(maxFilters)),
  columns: v.pipe(
    v.array(
      v.object({
        label: words,
        selector,
        type: v.picklist(['text', 'number', 'boolean', 'date', 'date-time', 'link', 'email']),
      }),
    ),
    v.maxLength(maxColumns),
  ),
  visual: v.object({ type: v.picklist(['table']), rowsPerPage: v.number() }),
  variableValues: v.optional(variableValues, {}),
  freshness: v.optional(freshnessSchema),
});

export const panelFormSchema: v.GenericSchema<unknown, PanelForm> = v.object({
  id: v.optional(idSchema),
  rev: v.optional(v.pipe(v.number(), v.integer())),
  settings: panelSettingsSchema,
});

/** A reader chooses a panel and a window of its rows, and nothing else. */
export const loadRequestSchema: v.GenericSchema<unknown, LoadRequest> = v.object({
  panelId: textSchema(100),
  window: v.object({
    offset: whole(0, 10_000_000),
    count: whole(1, maxWindowRows),
    sort: v.optional(v.object({ column: textSchema(20), direction: v.picklist(['ascending', 'descending']) })),
    search: v.optional(textSchema(200)),
  }),
  refresh: v.optional(v.boolean()),
  refetch: v.optional(v.boolean()),
});

export const selectorSchema = selector;
