import type { ColumnFilter, SortOrder } from '../../../src/shared/contract';
import { alignmentOf } from '../../../src/shared/column-types/cell-kind';
import { Glyph } from '../icons';
import type { ColumnSizing } from './column-widths';
import { ResizeHandle } from './ResizeHandle';
import type { ShownColumn } from './shown-columns';

/** What a reader may do with the headers. */
export interface HeadActions {
  /** Sorts by this column; `adds` keeps the columns that are sorted by already. */
  sort(column: string, adds: boolean): void;
  /** Opens or closes the options of a column below their button. */
  toggleOptions(column: string, button: HTMLElement): void;
  sizing: ColumnSizing;
}

interface TableHeadProps {
  columns: ShownColumn[];
  sorts?: SortOrder[];
  filters?: ColumnFilter[];
  /** Key of the column whose options are open. */
  open?: string;
  actions?: HeadActions;
}

interface HeadCellProps extends Omit<TableHeadProps, 'columns'> {
  shown: ShownColumn;
}

/** In which direction a column sorts, and as the how-manieth of several. */
function orderOf(key: string, sorts: SortOrder[] = []): { direction: SortOrder['direction'] | 'none'; place: number } {
  const at = sorts.findIndex(({ column }) => column === key);
  return { direction: sorts[at]?.direction ?? 'none', place: sorts.length > 1 ? at + 1 : 0 };
}

function SortButton({ shown: { column }, sorts, actions }: HeadCellProps & { actions: HeadActions }) {
  const { direction, place } = orderOf(column.key, sorts);
  return (
    <button type="button" className="xd-sort" onClick={(event) => actions.sort(column.key, event.shiftKey)}>
      <span>{column.label}</span>
      <Glyph name={direction === 'none' ? 'unsorted' : direction} />
      {place > 0 && (
        <span className="xd-place">
          <span className="xd-hidden">, sort order </span>
          {place}
        </span>
      )}
    </button>
  );
}

function OptionsButton({ shown: { column }, filters, open, actions }: HeadCellProps & { actions: HeadActions }) {
  const isFiltered = filters?.some((filter) => filter.column === column.key) ?? false;
  const label = `Options of ${column.label}${isFiltered ? ', filtered' : ''}`;
  return (
    <button
      type="button"
      className="xd-options"
      aria-label={label}
      title="Sort, filter and width"
      aria-haspopup="dialog"
      aria-expanded={open === column.key}
      data-filtered={isFiltered || undefined}
      onClick={(event) => actions.toggleOptions(column.key, event.currentTarget)}
    >
      <Glyph name={isFiltered ? 'filtered' : 'options'} />
    </button>
  );
}

function HeadCell(props: HeadCellProps) {
  const { shown, sorts, actions } = props;
  const { column } = shown;
  const place = { scope: 'col', 'data-align': alignmentOf(column) } as const;
  if (!actions) return <th {...place}>{column.label}</th>;
  return (
    <th {...place} aria-label={column.label} aria-sort={orderOf(column.key, sorts).direction}>
      <div className="xd-head">
        <SortButton {...props} actions={actions} />
        <OptionsButton {...props} actions={actions} />
      </div>
      <ResizeHandle
        onResize={(width) => actions.sizing.resize(column.key, width)}
        onReset={() => actions.sizing.reset()}
      />
    </th>
  );
}

/** The row of column headers; where rows can be sorted each has a button for that and one for all it can do. */
export function TableHead({ columns, ...props }: TableHeadProps) {
  return (
    <thead>
      <tr aria-rowindex={1}>
        {columns.map((shown) => (
          <HeadCell key={shown.column.key} shown={shown} {...props} />
        ))}
      </tr>
    </thead>
  );
}
