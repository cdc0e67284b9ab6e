import * as v from 'valibot';
import type {
  ExampleResponse,
  FilterStep,
  PanelForm,
  PanelRequest,
  PanelSample,
  PanelSettings,
} from '../shared/contract';
import {
  descriptionLength,
  exampleLength,
  exampleUrlLength,
  nameLength,
  parameterLength,
  parametersCount,
  urlLength,
} from '../shared/limits';
import { maxColumns, maxFilters } from '../panel/shape/read-bounds';
import { maxSelectorLength } from '../selectors/selector';
import { columnSettingsSchema } from './column-schema';
import { freshnessSchema } from './freshness-schema';
import { rowStepsSchema } from './row-step-schema';
import { schemaOf } from '../schema/schema-of';
import { boundedList, chosenId, idSchema, textSchema, trimmedText } from '../schema/fields';
import { valueTextsSchema, variablesSchema } from './variable-schema';
import { visualSettingsSchema } from './visual-schema';

const dataSourceId = chosenId('Choose a data source.');
const selector = textSchema(maxSelectorLength);
/** Members beside a list that are known. */
const besideCount = 20;

export const filterStepSchema = schemaOf<FilterStep>()(
  v.object({
    selector,
    ignoreOnFail: v.optional(v.boolean()),
    resultIsList: v.optional(v.boolean()),
    unfold: v.optional(selector),
    beside: v.optional(boundedList(textSchema(nameLength), besideCount, 'members')),
  }),
);

const parameter = v.object({ name: trimmedText(nameLength), value: textSchema(parameterLength) });

const request = schemaOf<PanelRequest>()(
  v.object({
    path: trimmedText(urlLength),
    parameters: boundedList(parameter, parametersCount, 'parameters'),
  }),
);

/** The shape of a panel's settings; what the values mean is judged by `editing/check-panel`. */
export const panelSettingsSchema = schemaOf<PanelSettings>()(
  v.object({
    name: textSchema(nameLength),
    description: textSchema(descriptionLength),
    dataSourceId,
    request: v.optional(request),
    variables: v.optional(variablesSchema),
    variableValues: v.optional(valueTextsSchema, {}),
    filters: boundedList(filterStepSchema, maxFilters, 'filters'),
    columns: boundedList(columnSettingsSchema, maxColumns, 'columns'),
    rowSteps: v.optional(rowStepsSchema),
    visual: visualSettingsSchema,
    freshness: v.optional(freshnessSchema),
    onlyWhenComplete: v.optional(v.boolean()),
    sharedWithoutAccount: v.optional(v.boolean()),
  }),
);

export const panelFormSchema = schemaOf<PanelForm>()(
  v.object({
    id: v.optional(idSchema),
    rev: v.optional(v.pipe(v.number(), v.integer())),
    settings: panelSettingsSchema,
  }),
);

/** What a panel is to be made of. */
export const panelSampleSchema = schemaOf<PanelSample>()(
  v.object({
    dataSourceId,
    request: v.optional(request),
    variableValues: v.optional(valueTextsSchema),
    rowsSelector: v.optional(selector),
    unfold: v.optional(selector),
  }),
);

/** A response that a document describes. */
export const exampleSchema = schemaOf<ExampleResponse>()(
  v.object({
    url: trimmedText(exampleUrlLength),
    headers: boundedList(
      v.object({ name: trimmedText(nameLength), value: textSchema(exampleUrlLength) }),
      10,
      'headers',
    ),
    document: textSchema(exampleLength),
  }),
);
