import * as v from 'valibot';
import type { FilterStep, PanelForm, PanelRequest, PanelSample, PanelSettings } from '../shared/contract';
import { nameLength, parameterLength, parametersCount, urlLength } from '../shared/limits';
import { maxColumns, maxFilters } from '../panel/shape/bounds';
import { maxSelectorLength } from '../selectors/selector';
import { columnSettingsSchema } from './column-schema';
import { freshnessSchema } from './freshness-schema';
import { rowStepsSchema } from './row-step-schema';
import { boundedList, idSchema, textSchema, trimmedText } from './validate';
import { valueTextsSchema, variablesSchema } from './variable-schema';
import { visualSettingsSchema } from './visual-schema';

/** Longer texts are told apart from shorter ones by the rules, field by field; this only bounds what comes in. */
const words = textSchema(1000);
const selector = textSchema(maxSelectorLength);

const filter: v.GenericSchema<unknown, FilterStep> = v.object({
  selector,
  ignoreOnFail: v.optional(v.boolean()),
  resultIsList: v.optional(v.boolean()),
});

const parameter = v.object({ name: trimmedText(nameLength), value: textSchema(parameterLength) });

const request: v.GenericSchema<unknown, PanelRequest> = v.object({
  path: trimmedText(urlLength),
  parameters: boundedList(parameter, parametersCount, 'parameters'),
});

/** The shape of a panel's settings; what the values mean is judged by `panel/check-panel`. */
export const panelSettingsSchema: v.GenericSchema<unknown, PanelSettings> = v.object({
  name: words,
  description: words,
  dataSourceId: idSchema,
  request: v.optional(request),
  variables: v.optional(variablesSchema),
  variableValues: v.optional(valueTextsSchema, {}),
  filters: boundedList(filter, maxFilters, 'filters'),
  columns: boundedList(columnSettingsSchema, maxColumns, 'columns'),
  rowSteps: v.optional(rowStepsSchema),
  visual: visualSettingsSchema,
  freshness: v.optional(freshnessSchema),
});

export const panelFormSchema: v.GenericSchema<unknown, PanelForm> = v.object({
  id: v.optional(idSchema),
  rev: v.optional(v.pipe(v.number(), v.integer())),
  settings: panelSettingsSchema,
});

/** What a panel is to be made of. */
export const panelSampleSchema: v.GenericSchema<unknown, PanelSample> = v.object({
  dataSourceId: idSchema,
  request: v.optional(request),
  variableValues: v.optional(valueTextsSchema),
  rowsSelector: v.optional(selector),
});
