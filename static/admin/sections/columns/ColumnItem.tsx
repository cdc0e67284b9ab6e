import Textfield from '@atlaskit/textfield';
import type { ReactNode } from 'react';
import { useId } from 'react';
import { Disclosure } from '../../fields/Disclosure';
import type { FieldErrors } from '../../form-model/field-errors';
import { hasErrorWithin } from '../../form-model/field-errors';
import type { KeyedColumn } from '../../form-model/panel/column-keys';
import { ColumnDetails } from './ColumnDetails';
import { columnSummary } from './column-summary';
import { TypeSelect } from './TypeSelect';

interface ColumnItemProps {
  column: KeyedColumn;
  position: number;
  errors: FieldErrors;
  buttons: ReactNode;
  edit: (patch: Partial<KeyedColumn>, ...members: string[]) => void;
}

const inDetails = ['selector', 'format', 'align', 'width', 'hidden', 'sortSelector'];

/** One column: label and type, and its details for those who want more. */
export function ColumnItem({ column, position, errors, buttons, edit }: ColumnItemProps) {
  const errorId = useId();
  const path = `columns.${position}`;
  const labelError = errors[`${path}.label`];
  const shown = [labelError, errors[`${path}.type`], errors[`${path}.key`], errors[path]].filter((error) => error);
  const describedBy = shown.length > 0 ? errorId : undefined;
  return (
    <>
      <div className="column-line">
        <Textfield
          isCompact
          aria-label={`Label of column ${position + 1}`}
          value={column.label}
          isInvalid={labelError !== undefined}
          aria-describedby={describedBy}
          autoComplete="off"
          onChange={(event) => edit({ label: event.currentTarget.value }, 'label')}
        />
        {buttons}
      </div>
      {shown.length > 0 ? (
        <p className="field-error" id={errorId}>
          {shown.join(' ')}
        </p>
      ) : null}
      <div className="column-more">
        <TypeSelect
          label={`Type of column ${position + 1}`}
          type={column.type}
          onChange={(type) => edit({ type }, 'type', 'format')}
          describedBy={describedBy}
          isInvalid={errors[`${path}.type`] !== undefined}
          isCompact
        />
        <Disclosure
          title="Details"
          summary={columnSummary(column)}
          hasError={hasErrorWithin(
            errors,
            inDetails.map((member) => `${path}.${member}`),
          )}
        >
          <ColumnDetails column={column} position={position} errors={errors} edit={edit} />
        </Disclosure>
      </div>
    </>
  );
}
