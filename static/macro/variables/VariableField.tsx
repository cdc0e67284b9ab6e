import { useId } from 'react';
import type { VariableView } from '../../../src/shared/contract';
import { useSettledText } from '../../visuals/use-settled-text';
import type { LoadEntries } from './EntryPicker';
import { EntryPicker } from './EntryPicker';
import { noChoice } from './shown-variables';

interface FieldProps {
  variable: VariableView;
  value: string;
  isMissing: boolean;
  onChange: (value: string) => void;
  loadEntries: LoadEntries;
}

interface InputProps extends FieldProps {
  id: string;
}

const settleMs = 500;
const longestValue = 1000;
/** More entries than these are searched rather than looked through. */
const mostInSelect = 30;

function TypedField({ id, variable, value, isMissing, onChange }: InputProps) {
  const [text, setText] = useSettledText(value, onChange, settleMs);
  const isNumber = variable.type === 'number';
  return (
    <input
      id={id}
      type={isNumber ? 'number' : 'text'}
      step={isNumber ? 'any' : undefined}
      value={text}
      maxLength={longestValue}
      required={variable.required}
      aria-invalid={isMissing || undefined}
      autoComplete="off"
      onChange={(event) => setText(event.target.value)}
    />
  );
}

function SelectField({ id, variable, value, isMissing, onChange }: InputProps) {
  const entries = variable.entries ?? [];
  const isListed = entries.some((entry) => entry.value === value);
  return (
    <select
      id={id}
      value={value}
      required={variable.required}
      aria-invalid={isMissing || undefined}
      onChange={(event) => onChange(event.target.value)}
    >
      {(!variable.required || value === '') && <option value="">{variable.required ? 'Choose…' : noChoice}</option>}
      {!isListed && value !== '' && <option value={value}>{value}</option>}
      {entries.map((entry) => (
        <option key={entry.value} value={entry.value}>
          {entry.label}
        </option>
      ))}
    </select>
  );
}

function ListField(props: InputProps) {
  const { entries } = props.variable;
  if (entries && entries.length <= mostInSelect) return <SelectField {...props} />;
  return <EntryPicker {...props} />;
}

/** One variable of the panel, with the field that suits its type. */
export function VariableField(props: FieldProps) {
  const id = useId();
  const { variable, value, onChange } = props;
  if (variable.type === 'boolean') {
    return (
      <label className="xd-variable xd-check">
        <input
          type="checkbox"
          checked={value === 'true'}
          onChange={(event) => onChange(String(event.target.checked))}
        />
        {variable.label}
      </label>
    );
  }
  return (
    <div className="xd-variable">
      <label htmlFor={id}>
        {variable.label}
        {variable.required && <span aria-hidden="true"> *</span>}
      </label>
      {variable.type === 'list' ? <ListField id={id} {...props} /> : <TypedField id={id} {...props} />}
    </div>
  );
}
