import type { ChartView, Column } from '../../../src/shared/contract';
import { alignmentOf } from '../../../src/shared/column-types/cell-kind';
import { cellText } from '../../../src/shared/column-types/cell-text';
import type { Reader } from '../../../src/shared/reader';
import { categoryText } from './chart-text';

interface ChartTableProps {
  title: string;
  view: ChartView;
  reader: Reader;
}

function Head({ column }: { column: Column }) {
  return (
    <th scope="col" data-align={alignmentOf(column)}>
      {column.label}
    </th>
  );
}

/** The same values as a table, for those who do not see the chart or want its figures. */
export function ChartTable({ title, view, reader }: ChartTableProps) {
  return (
    <table className="xd-table">
      <caption className="xd-hidden">{title}</caption>
      <thead>
        <tr>
          {[view.category, ...view.series].map((column) => (
            <Head key={column.key} column={column} />
          ))}
        </tr>
      </thead>
      <tbody>
        {view.points.map(({ category, values }, index) => (
          <tr key={index}>
            <th scope="row" data-align={alignmentOf(view.category)}>
              {categoryText(category, view, reader)}
            </th>
            {view.series.map((column, at) => (
              <td key={column.key} data-align={alignmentOf(column)} data-numeric>
                {cellText(values[at] ?? null, column, reader)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
