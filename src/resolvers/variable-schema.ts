import * as v from 'valibot';
import type { ListEntries, PanelVariable, VariableEntry, VariableValues } from '../shared/contract';
import { countSentence } from '../shared/field-sentences';
import {
  fixedEntriesCount,
  labelLength,
  nameLength,
  variablesCount,
  variableValueLength,
  variableValuesLength,
} from '../shared/limits';
import { maxPatternLength } from '../selectors/pattern';
import { boundedList, boundedRecord, choice, chosenId, textSchema } from '../schema/fields';
import { schemaOf } from '../schema/schema-of';

const key = textSchema(nameLength);
const value = textSchema(variableValueLength);

const entry = schemaOf<VariableEntry>()(v.object({ value, label: textSchema(variableValueLength) }));

const entries = schemaOf<ListEntries>()(
  v.variant('from', [
    v.object({ from: v.literal('fixed'), entries: boundedList(entry, fixedEntriesCount, 'entries') }),
    v.object({
      from: v.literal('panel'),
      panelId: chosenId('Choose a panel.'),
      valueColumn: textSchema(nameLength),
      labelColumn: v.optional(textSchema(nameLength)),
    }),
  ]),
);

const common = { key, label: textSchema(labelLength), required: v.boolean(), defaultValue: value };

/** Types of variables without members of their own. */
type PlainType = Exclude<PanelVariable['type'], 'text' | 'list'>;

const pattern = v.object({ expression: textSchema(maxPatternLength), words: textSchema(labelLength) });

const variable = schemaOf<PanelVariable>()(
  v.variant('type', [
    v.object({ ...common, type: v.literal('text'), pattern: v.optional(pattern) }),
    v.object({ ...common, type: choice<PlainType>({ number: true, boolean: true }) }),
    v.object({ ...common, type: v.literal('list'), entries }),
  ]),
);

/** The shape of a panel's variables; what they mean is judged by `editing/variable-rules`. */
export const variablesSchema = boundedList(variable, variablesCount, 'variables');

/** Texts by the name of a variable of the data source. */
export const valueTextsSchema = boundedRecord(key, value, variablesCount, 'variables');

const lengthOf = (values: VariableValues) => Object.values(values).reduce((sum, each) => sum + each.length, 0);

/** What a reader or a macro says of a panel's variables. */
export const variableValuesSchema: v.GenericSchema<unknown, VariableValues> = v.pipe(
  valueTextsSchema,
  v.check(
    (values) => lengthOf(values) <= variableValuesLength,
    countSentence(variableValuesLength, 'characters in all values together'),
  ),
);
