import Textfield from '@atlaskit/textfield';
import { useEffect, useId, useState } from 'react';
import { IconButton } from '../../fields/IconButton';
import type { ItemControls } from '../../fields/ItemList';
import type { FieldErrors } from '../../form-model/field-errors';
import { hasErrorWithin } from '../../form-model/field-errors';
import type { KeyedColumn } from '../../form-model/panel/column-keys';
import { ColumnDetails } from './ColumnDetails';
import { columnSummary } from './column-summary';
import { TypeSelect } from './TypeSelect';
import { withType } from './with-type';

interface ColumnItemProps {
  column: KeyedColumn;
  position: number;
  errors: FieldErrors;
  controls: ItemControls | undefined;
  /** Values that the column has in the response. */
  found: readonly string[];
  edit: (patch: Partial<KeyedColumn>, ...members: string[]) => void;
}

const inDetails = ['selector', 'format', 'align', 'width', 'hidden', 'sortSelector'];

/** One column on one line, label and type, with its details below for those who want more. */
export function ColumnItem({ column, position, errors, controls, found, edit }: ColumnItemProps) {
  const [errorId, detailsId] = [useId(), useId()];
  const path = `columns.${position}`;
  const name = column.label || `column ${position + 1}`;
  const labelError = errors[`${path}.label`];
  const shown = [labelError, errors[`${path}.type`], errors[`${path}.key`], errors[path]].filter((error) => error);
  const describedBy = shown.length > 0 ? errorId : undefined;
  const isInside = hasErrorWithin(
    errors,
    inDetails.map((member) => `${path}.${member}`),
  );
  const [isOpen, setOpen] = useState(isInside);
  useEffect(() => {
    if (isInside) setOpen(true);
  }, [isInside]);
  return (
    <>
      <div className={column.hidden ? 'column-line column-line-hidden' : 'column-line'}>
        {controls?.handle}
        <Textfield
          isCompact
          aria-label={`Label of column ${position + 1}`}
          value={column.label}
          isInvalid={labelError !== undefined}
          aria-describedby={describedBy}
          autoComplete="off"
          onChange={(event) => edit({ label: event.currentTarget.value }, 'label')}
        />
        {column.hidden ? <span className="column-hidden">Hidden</span> : null}
        <TypeSelect
          label={`Type of column ${position + 1}`}
          type={column.type}
          onChange={(type) => edit(withType(column, type, found), 'type', 'format')}
          describedBy={describedBy}
          isInvalid={errors[`${path}.type`] !== undefined}
          isCompact
        />
        <IconButton
          icon="more"
          label={`Details of ${name}`}
          title={columnSummary(column)}
          expanded={isOpen}
          controls={isOpen ? detailsId : undefined}
          onClick={() => setOpen(!isOpen)}
        />
        {controls?.removal}
      </div>
      {shown.length > 0 ? (
        <p className="field-error" id={errorId}>
          {shown.join(' ')}
        </p>
      ) : null}
      {isOpen ? (
        <div className="column-open" id={detailsId}>
          <ColumnDetails column={column} position={position} errors={errors} found={found} edit={edit} />
          <div className="row-of-buttons">{controls?.moving}</div>
        </div>
      ) : null}
    </>
  );
}
