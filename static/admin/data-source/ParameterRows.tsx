import Button from '@atlaskit/button/new';
import Textfield from '@atlaskit/textfield';
import { useRef } from 'react';
import { IconButton } from '../fields/IconButton';
import { errorWithin } from '../fields/field-errors';
import type { ParameterRow } from './form-values';
import { filledRows, newParameter } from './form-values';
import type { DataSourceFormState } from './useDataSourceForm';

const errorPath = 'request.parameters';

/** Query parameters as rows of name and value. */
export function ParameterRows({ state }: { state: DataSourceFormState }) {
  const { values, errors, change } = state;
  const adder = useRef<HTMLButtonElement>(null);
  const sent = filledRows(values);
  const put = (parameters: ParameterRow[]): void => change({ parameters }, errorPath);
  const edit = (rowId: number, patch: Partial<ParameterRow>): void =>
    put(values.parameters.map((row) => (row.rowId === rowId ? { ...row, ...patch } : row)));
  const remove = (rowId: number): void => {
    put(values.parameters.filter((row) => row.rowId !== rowId));
    adder.current?.focus();
  };
  return (
    <fieldset className="rows">
      <legend className="field-label">
        Query parameters<span className="field-optional"> (optional)</span>
      </legend>
      {values.parameters.map((row, position) => (
        <Row
          key={row.rowId}
          row={row}
          number={position + 1}
          error={errorWithin(errors, `${errorPath}.${sent.indexOf(row)}`)}
          edit={(patch) => edit(row.rowId, patch)}
          remove={() => remove(row.rowId)}
        />
      ))}
      {errors[errorPath] ? <p className="field-error">{errors[errorPath]}</p> : null}
      <Button ref={adder} spacing="compact" onClick={() => put([...values.parameters, newParameter()])}>
        Add parameter
      </Button>
    </fieldset>
  );
}

interface RowProps {
  row: ParameterRow;
  number: number;
  error: string | undefined;
  edit: (patch: Partial<ParameterRow>) => void;
  remove: () => void;
}

function Row({ row, number, error, edit, remove }: RowProps) {
  const errorId = `parameter-error-${row.rowId}`;
  const shared = {
    isMonospaced: true,
    isCompact: true,
    isInvalid: error !== undefined,
    'aria-describedby': error ? errorId : undefined,
  };
  return (
    <>
      <div className="parameter-row">
        <Textfield
          {...shared}
          aria-label={`Name of parameter ${number}`}
          placeholder="$top"
          value={row.name}
          autoComplete="off"
          onChange={(event) => edit({ name: event.currentTarget.value })}
        />
        <Textfield
          {...shared}
          aria-label={`Value of parameter ${number}`}
          placeholder="999"
          value={row.value}
          autoComplete="off"
          onChange={(event) => edit({ value: event.currentTarget.value })}
        />
        <IconButton icon="remove" label={`Remove parameter ${row.name || number}`} onClick={remove} />
      </div>
      {error ? (
        <p className="field-error" id={errorId}>
          {error}
        </p>
      ) : null}
    </>
  );
}
