import { SortOrders } from '../steps/SortOrders';
import { RowsPerPageField } from './RowsPerPageField';
import type { VisualFieldsProps } from './visual-fields-props';

/** How many rows a table shows, and in which order readers find them. */
export function TableFields({ visual, edit, columns, errors }: VisualFieldsProps<'table'>) {
  return (
    <>
      <RowsPerPageField
        rowsPerPage={visual.rowsPerPage}
        onChange={(rowsPerPage) => edit({ rowsPerPage }, 'rowsPerPage')}
        errors={errors}
      />
      <div className="rows">
        <span className="field-label">Initial order</span>
        <p className="field-help">The order of the API if nothing is added. Readers can sort differently.</p>
        <SortOrders
          sorts={visual.sorts ?? []}
          onChange={(sorts) => edit({ sorts: sorts.length > 0 ? sorts : undefined }, 'sorts')}
          columns={columns}
          errors={errors}
          path="visual.sorts"
        />
      </div>
    </>
  );
}
