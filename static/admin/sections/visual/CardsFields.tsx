import { isImage } from '../../../../src/shared/column-types/cell-kind';
import { ColumnInput } from '../columns/ColumnInput';
import { RowsPerPageField } from './RowsPerPageField';
import type { VisualFieldsProps } from './visual-fields-props';

/** What heads each card, and its picture. */
export function CardsFields({ visual, edit, columns, errors }: VisualFieldsProps<'cards'>) {
  return (
    <>
      <ColumnInput
        label="Title"
        columns={columns}
        value={visual.title || undefined}
        onChange={(title) => edit({ title }, 'title')}
        error={errors['visual.title']}
      />
      <ColumnInput
        label="Picture"
        columns={columns.filter(isImage)}
        value={visual.image}
        none="None"
        onChange={(key) => edit({ image: key === '' ? undefined : key }, 'image')}
        help="A column of the type Image."
        error={errors['visual.image']}
      />
      <RowsPerPageField
        rowsPerPage={visual.rowsPerPage}
        onChange={(rowsPerPage) => edit({ rowsPerPage }, 'rowsPerPage')}
        errors={errors}
      />
    </>
  );
}
