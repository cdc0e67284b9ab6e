import Button from '@atlaskit/button/new';
import { useRef } from 'react';
import { NamedRowFields } from './NamedRowFields';
import type { NamedRow } from '../form-model/named-rows';
import { filledRows, newRow } from '../form-model/named-rows';

interface NamedRowsInputProps {
  legend: string;
  /** What one row is called in labels and buttons, such as `parameter`. */
  noun: string;
  rows: NamedRow[];
  onChange: (rows: NamedRow[]) => void;
  /** What is wrong with a row; `index` is its place among those that are sent. */
  errorOf: (index: number, row: NamedRow) => string | undefined;
  /** What is wrong with the rows as a whole. */
  error?: string;
  help?: string;
  namePlaceholder?: string;
  valuePlaceholder?: string;
  /** Present where a row may be marked secret: whether its value is stored. */
  isStored?: (row: NamedRow) => boolean;
}

/** Rows of name and value, with buttons that add and remove them. */
export function NamedRowsInput(props: NamedRowsInputProps) {
  const { legend, noun, rows, onChange, errorOf, error, help } = props;
  const adder = useRef<HTMLButtonElement>(null);
  const sent = filledRows(rows);
  const edit = (rowId: number, patch: Partial<NamedRow>): void =>
    onChange(rows.map((row) => (row.rowId === rowId ? { ...row, ...patch } : row)));
  const remove = (rowId: number): void => {
    onChange(rows.filter((row) => row.rowId !== rowId));
    adder.current?.focus();
  };
  return (
    <fieldset className="rows">
      <legend className="field-label">
        {legend}
        <span className="field-optional"> (optional)</span>
      </legend>
      {help ? <p className="field-help">{help}</p> : null}
      {rows.map((row, position) => (
        <NamedRowFields
          key={row.rowId}
          row={row}
          label={`${noun} ${position + 1}`}
          error={errorOf(sent.indexOf(row), row)}
          namePlaceholder={props.namePlaceholder}
          valuePlaceholder={props.valuePlaceholder}
          isStored={props.isStored}
          removeLabel={`Remove ${noun} ${row.name || position + 1}`}
          edit={(patch) => edit(row.rowId, patch)}
          remove={() => remove(row.rowId)}
        />
      ))}
      {error ? <p className="field-error">{error}</p> : null}
      <Button ref={adder} spacing="compact" onClick={() => onChange([...rows, newRow()])}>
        Add {noun}
      </Button>
    </fieldset>
  );
}
