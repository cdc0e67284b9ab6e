import type { ReactNode } from 'react';
import type { PanelVariable } from '../../../../src/shared/contract';
import { CheckInput } from '../../fields/CheckInput';
import type { FieldErrors } from '../../form-model/field-errors';
import { SelectInput } from '../../fields/SelectInput';
import { TextInput } from '../../fields/TextInput';
import type { ColumnValues } from './column-values';
import { DefaultInput } from './DefaultInput';
import { EntriesFields } from './EntriesFields';
import { PatternFields } from './PatternFields';
import { variableTypes, withLabel, withType } from './variable-types';

interface VariableFieldsProps {
  variable: PanelVariable;
  path: string;
  errors: FieldErrors;
  buttons: ReactNode;
  /** The panel itself, whose rows cannot be the entries of its own variable. */
  panelId: string | undefined;
  /** Whether the stored panel knows it by this key, so that the key stays. */
  isStored: boolean;
  /** Columns whose values can be the entries of a list. */
  offers: readonly ColumnValues[];
  onChange: (variable: PanelVariable) => void;
}

/** One variable: what it is called, what values it takes, and which one it begins with. */
export function VariableFields(props: VariableFieldsProps) {
  const { variable, path, errors, buttons, panelId, isStored, offers, onChange } = props;
  const { key, label, type, required } = variable;
  return (
    <>
      <div className="item-head">
        <h4>{label || key || 'Variable'}</h4>
        {buttons}
      </div>
      <div className="field-pair">
        <TextInput
          label="Label"
          value={label}
          onChange={(text) => onChange(withLabel(variable, text, !isStored))}
          error={errors[`${path}.label`] ?? errors[path]}
          help="The name that readers see."
        />
        <TextInput
          label="Key"
          value={key}
          onChange={(text) => onChange({ ...variable, key: text })}
          error={errors[`${path}.key`]}
          help={`Used as {$.${key || 'key'}}.`}
          monospaced
        />
        <SelectInput
          label="Type"
          value={type}
          choices={variableTypes}
          onChange={(next) => onChange(withType(variable, next))}
          error={errors[`${path}.type`]}
        />
        <DefaultInput
          variable={variable}
          onChange={(defaultValue) => onChange({ ...variable, defaultValue })}
          error={errors[`${path}.defaultValue`]}
        />
      </div>
      {variable.type === 'text' ? (
        <PatternFields
          pattern={variable.pattern}
          path={`${path}.pattern`}
          errors={errors}
          onChange={(pattern) => onChange({ ...variable, pattern })}
        />
      ) : null}
      {variable.type === 'list' ? (
        <EntriesFields
          entries={variable.entries}
          onChange={(entries) => onChange({ ...variable, entries })}
          path={`${path}.entries`}
          errors={errors}
          panelId={panelId}
          offers={offers}
        />
      ) : null}
      <CheckInput
        label="Required"
        checked={required}
        onChange={(next) => onChange({ ...variable, required: next })}
        help="Nothing is read until it has a value."
      />
    </>
  );
}
