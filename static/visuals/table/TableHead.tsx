import type { Column, SortOrder } from '../../../src/contract';
import { Glyph } from '../icons';

interface TableHeadProps {
  columns: Column[];
  sort: SortOrder | undefined;
  onSort?: (column: string) => void;
}

/** The row of column headers, each a button where rows can be sorted. */
export function TableHead({ columns, sort, onSort }: TableHeadProps) {
  return (
    <thead>
      <tr aria-rowindex={1}>
        {columns.map((column) => {
          const direction = sort?.column === column.key ? sort.direction : 'none';
          return (
            <th key={column.key} scope="col" data-type={column.type} aria-sort={onSort && direction}>
              {onSort ? (
                <button type="button" className="xd-sort" onClick={() => onSort(column.key)}>
                  <span>{column.label}</span>
                  <Glyph name={direction === 'none' ? 'unsorted' : direction} />
                </button>
              ) : (
                column.label
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
