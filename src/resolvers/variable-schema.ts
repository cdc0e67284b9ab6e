import * as v from 'valibot';
import type { ListEntries, PanelVariable, VariableEntry, VariableValues } from '../shared/contract';
import {
  fixedEntriesCount,
  nameLength,
  variablesCount,
  variableValueLength,
  variableValuesLength,
} from '../shared/limits';
import { boundedList, idSchema, textSchema } from './validate';

const key = textSchema(nameLength);
const value = textSchema(variableValueLength);

const entry: v.GenericSchema<unknown, VariableEntry> = v.object({ value, label: textSchema(variableValueLength) });

const entries: v.GenericSchema<unknown, ListEntries> = v.variant('from', [
  v.object({ from: v.literal('fixed'), entries: boundedList(entry, fixedEntriesCount, 'entries') }),
  v.object({
    from: v.literal('panel'),
    panelId: idSchema,
    valueColumn: textSchema(nameLength),
    labelColumn: v.optional(textSchema(nameLength)),
  }),
]);

const common = { key, label: textSchema(1000), required: v.boolean(), defaultValue: value };

const variable: v.GenericSchema<unknown, PanelVariable> = v.variant('type', [
  v.object({ ...common, type: v.picklist(['text', 'number', 'boolean']) }),
  v.object({ ...common, type: v.literal('list'), entries }),
]);

/** The shape of a panel's variables; what they mean is judged by `panel/variables/variable-rules`. */
export const variablesSchema = boundedList(variable, variablesCount, 'variables');

/** Texts by the name of a variable of the data source. */
export const valueTextsSchema = v.pipe(
  v.record(key, value),
  v.check((values) => Object.keys(values).length <= variablesCount, `Use at most ${variablesCount} variables.`),
);

const lengthOf = (values: VariableValues) => Object.values(values).reduce((sum, each) => sum + each.length, 0);

/** What a reader or a macro says of a panel's variables. */
export const variableValuesSchema: v.GenericSchema<unknown, VariableValues> = v.pipe(
  valueTextsSchema,
  v.check(
    (values) => lengthOf(values) <= variableValuesLength,
    `Use at most ${variableValuesLength} characters in all values together.`,
  ),
);
