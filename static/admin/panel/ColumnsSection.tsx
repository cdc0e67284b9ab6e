import Button from '@atlaskit/button/new';
import { useRef, useState } from 'react';
import { Section } from '../fields/Section';
import { errorWithin } from '../fields/field-errors';
import { ColumnRowFields } from './ColumnRowFields';
import type { ColumnRow } from './panel-values';
import { movedColumn, newColumn } from './panel-values';
import type { PanelFormState } from './usePanelForm';

/** The columns in the order of the table: label, selector and type of each. */
export function ColumnsSection({ state }: { state: PanelFormState }) {
  const { values, errors, change } = state;
  const { columns } = values;
  const adder = useRef<HTMLButtonElement>(null);
  const [said, setSaid] = useState('');
  const put = (next: ColumnRow[]): void => change({ columns: next }, 'columns');
  const edit = (rowId: number, patch: Partial<ColumnRow>): void =>
    put(columns.map((column) => (column.rowId === rowId ? { ...column, ...patch } : column)));
  const move = (position: number, step: -1 | 1): void => {
    const moved = movedColumn(columns, position, step);
    if (moved === columns) return;
    put(moved);
    setSaid(`${columns[position]?.label || 'Column'} is now column ${position + step + 1} of ${columns.length}.`);
  };
  const remove = (rowId: number): void => {
    put(columns.filter((column) => column.rowId !== rowId));
    adder.current?.focus();
  };
  return (
    <Section title="Columns" intro="Each column reads one value of a row, for example $.displayName.">
      {columns.length > 0 ? (
        <div className="column-heads" aria-hidden="true">
          <span>Label</span>
          <span>Selector</span>
          <span>Type</span>
        </div>
      ) : null}
      <div className="column-rows">
        {columns.map((column, position) => (
          <ColumnRowFields
            key={column.rowId}
            column={column}
            position={position}
            count={columns.length}
            labelError={errors[`columns.${position}.label`]}
            selectorError={errors[`columns.${position}.selector`]}
            otherError={errors[`columns.${position}`] ?? errors[`columns.${position}.type`]}
            edit={(patch) => edit(column.rowId, patch)}
            move={(step) => move(position, step)}
            remove={() => remove(column.rowId)}
          />
        ))}
      </div>
      {columns.length === 0 && errorWithin(errors, 'columns') ? (
        <p className="field-error">{errorWithin(errors, 'columns')}</p>
      ) : null}
      {columns.length > 0 && errors.columns ? <p className="field-error">{errors.columns}</p> : null}
      <Button ref={adder} spacing="compact" onClick={() => put([...columns, newColumn()])}>
        Add column
      </Button>
      <span role="status" className="visually-hidden">
        {said}
      </span>
    </Section>
  );
}
