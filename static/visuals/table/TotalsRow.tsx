import type { CellValue, RowWindow, TableView } from '../../../src/shared/contract';
import { alignmentOf } from '../../../src/shared/column-types/cell-kind';
import { cellText } from '../../../src/shared/column-types/cell-text';
import { isSummed, sumOf } from '../../../src/shared/sums';
import type { Reader } from '../../../src/shared/reader';
import { missingDecimals } from './decimals';
import { matchRows } from './match-rows';
import type { ShownColumn } from './shown-columns';

export interface TotalsRowProps {
  view: TableView;
  window: RowWindow;
  columns: ShownColumn[];
  numbered?: boolean;
  reader: Reader;
}

/** The sums for each column of the view; a whole one is added up here, as its rows are searched and filtered here. */
function totalsOf({ view, window, reader }: TotalsRowProps): CellValue[] {
  if (!view.whole) return view.totals ?? [];
  const rows = matchRows(view, window, reader);
  return view.columns.map((column, at) =>
    isSummed(column)
      ? sumOf(
          rows.map((row) => row[at] ?? null),
          rows.keys(),
        )
      : null,
  );
}

/** A last row with the sums of all rows that match, on whatever page. */
export function TotalsRow(props: TotalsRowProps) {
  const { columns, numbered, reader } = props;
  const totals = totalsOf(props);
  return (
    <tfoot>
      <tr>
        {numbered && <td className="xd-no" data-pin={0} />}
        {columns.map(({ column, at, pin, decimals }, place) => {
          const total = totals[at] ?? null;
          const text = cellText(total, column, reader);
          const isName = place === 0 && total === null;
          return (
            <td
              key={column.key}
              data-align={isName ? 'start' : alignmentOf(column)}
              data-pin={pin}
              data-numeric
              data-label={isName ? undefined : column.label}
              data-missing={decimals && missingDecimals(total, text, decimals)}
            >
              {isName ? 'Total' : text}
            </td>
          );
        })}
      </tr>
    </tfoot>
  );
}
