import Select from '@atlaskit/select';
import Textfield from '@atlaskit/textfield';
import { useId } from 'react';
import type { ColumnType } from '../../../src/contract';
import { IconButton } from '../fields/IconButton';
import { columnTypes } from './column-types';
import type { ColumnRow } from './panel-values';

interface ColumnRowFieldsProps {
  column: ColumnRow;
  position: number;
  count: number;
  labelError: string | undefined;
  selectorError: string | undefined;
  otherError: string | undefined;
  edit: (patch: Partial<ColumnRow>) => void;
  move: (step: -1 | 1) => void;
  remove: () => void;
}

/** The fields of one column, with the buttons that move and remove it. */
export function ColumnRowFields(props: ColumnRowFieldsProps) {
  const { column, position, count, labelError, selectorError, otherError, edit, move, remove } = props;
  const errorId = useId();
  const name = column.label || `column ${position + 1}`;
  const errors = [labelError, selectorError, otherError].filter((error) => error !== undefined);
  const describedBy = errors.length > 0 ? errorId : undefined;
  return (
    <div className="column-row" role="group" aria-label={`Column ${position + 1}`}>
      <Textfield
        isCompact
        aria-label={`Label of column ${position + 1}`}
        value={column.label}
        isInvalid={labelError !== undefined}
        aria-describedby={describedBy}
        autoComplete="off"
        onChange={(event) => edit({ label: event.currentTarget.value })}
      />
      <Textfield
        isCompact
        aria-label={`Selector of column ${position + 1}`}
        value={column.selector}
        isMonospaced
        isInvalid={selectorError !== undefined}
        aria-describedby={describedBy}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => edit({ selector: event.currentTarget.value })}
      />
      <Select<{ value: ColumnType; label: string }>
        aria-label={`Type of column ${position + 1}`}
        options={columnTypes}
        value={columnTypes.find(({ value }) => value === column.type) ?? null}
        onChange={(choice) => choice && edit({ type: choice.value })}
        isSearchable={false}
        spacing="compact"
      />
      <span className="column-buttons">
        <IconButton icon="up" label={`Move ${name} up`} isDisabled={position === 0} onClick={() => move(-1)} />
        <IconButton
          icon="down"
          label={`Move ${name} down`}
          isDisabled={position === count - 1}
          onClick={() => move(1)}
        />
        <IconButton icon="remove" label={`Remove ${name}`} onClick={remove} />
      </span>
      {errors.length > 0 ? (
        <p className="field-error" id={errorId}>
          {errors.join(' ')}
        </p>
      ) : null}
    </div>
  );
}
