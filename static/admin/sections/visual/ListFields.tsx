import { errorWithin } from '../../form-model/field-errors';
import { ColumnInput, ColumnsInput } from '../columns/ColumnInput';
import { RowsPerPageField } from './RowsPerPageField';
import type { VisualFieldsProps } from './visual-fields-props';

/** What stands on each line of a list, and what beside it. */
export function ListFields({ visual, edit, columns, errors }: VisualFieldsProps<'list'>) {
  return (
    <>
      <ColumnInput
        label="Text"
        columns={columns}
        value={visual.primary || undefined}
        onChange={(primary) => edit({ primary }, 'primary')}
        error={errors['visual.primary']}
      />
      <ColumnsInput
        label="Secondary text"
        optional
        columns={columns}
        values={visual.secondary}
        onChange={(secondary) => edit({ secondary }, 'secondary')}
        error={errorWithin(errors, 'visual.secondary')}
      />
      <RowsPerPageField
        rowsPerPage={visual.rowsPerPage}
        onChange={(rowsPerPage) => edit({ rowsPerPage }, 'rowsPerPage')}
        errors={errors}
      />
    </>
  );
}
