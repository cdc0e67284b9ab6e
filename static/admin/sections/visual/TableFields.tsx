import { CheckInput } from '../../fields/CheckInput';
import { SelectInput } from '../../fields/SelectInput';
import { SortOrders } from '../steps/SortOrders';
import { RowsPerPageField } from './RowsPerPageField';
import type { VisualFieldsProps } from './visual-fields-props';

const frozenChoices = (['1', '0', '2', '3'] as const).map((value) => ({
  value,
  label: value === '0' ? 'None' : value === '1' ? 'The first' : `The first ${value}`,
}));

/** How many rows a table shows, in which order readers find them, and what stands around them. */
export function TableFields({ visual, edit, columns, errors }: VisualFieldsProps<'table'>) {
  return (
    <>
      <RowsPerPageField
        rowsPerPage={visual.rowsPerPage}
        onChange={(rowsPerPage) => edit({ rowsPerPage }, 'rowsPerPage')}
        errors={errors}
      />
      <SelectInput
        label="Columns that stay in sight"
        value={frozenChoices.find(({ value }) => Number(value) === (visual.frozen ?? 1))?.value ?? '1'}
        choices={frozenChoices}
        onChange={(frozen) => edit({ frozen: frozen === '1' ? undefined : Number(frozen) }, 'frozen')}
        error={errors['visual.frozen']}
      />
      <CheckInput
        label="Row numbers"
        checked={visual.rowNumbers === true}
        onChange={(checked) => edit({ rowNumbers: checked || undefined }, 'rowNumbers')}
      />
      <CheckInput
        label="Totals row"
        checked={visual.totals === true}
        onChange={(checked) => edit({ totals: checked || undefined }, 'totals')}
        help="The sums of all rows that match, below columns of numbers."
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
