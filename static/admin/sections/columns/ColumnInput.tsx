import type { ReactNode } from 'react';
import { MultiSelectInput } from '../../fields/MultiSelectInput';
import { SelectInput } from '../../fields/SelectInput';
import type { OfferedColumn } from '../../form-model/panel/columns-after';

interface ColumnInputProps {
  label: string;
  columns: readonly OfferedColumn[];
  value: string | undefined;
  onChange: (key: string) => void;
  /** Offers to choose none, under this name. */
  none?: string;
  help?: ReactNode;
  error?: string;
}

const noKey = '';

/** One of the columns, by its label. */
export function ColumnInput({ columns, value, onChange, none, ...field }: ColumnInputProps) {
  const choices = columnChoices(columns);
  return (
    <SelectInput
      {...field}
      value={value ?? (none === undefined ? undefined : noKey)}
      choices={none === undefined ? choices : [{ value: noKey, label: none }, ...choices]}
      onChange={onChange}
      placeholder="Choose a column"
    />
  );
}

interface ColumnsInputProps {
  label: string;
  columns: readonly OfferedColumn[];
  values: readonly string[];
  onChange: (keys: string[]) => void;
  help?: ReactNode;
  error?: string;
  optional?: boolean;
}

/** Some of the columns, in the order in which they were chosen. */
export function ColumnsInput({ columns, ...field }: ColumnsInputProps) {
  return (
    <MultiSelectInput
      {...field}
      choices={columnChoices(columns)}
      placeholder="Add a column"
      goneLabel="Removed column"
    />
  );
}

function columnChoices(columns: readonly OfferedColumn[]) {
  return columns.map(({ key, label }) => ({ value: key, label: label || key }));
}
