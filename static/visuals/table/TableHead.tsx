import { useState } from 'react';
import type { ColumnFilter, SortOrder } from '../../../src/shared/contract';
import { alignmentOf } from '../../../src/shared/column-types/cell-kind';
import { Glyph } from '../icons';
import type { ShownColumn } from './shown-columns';
import type { PopupOf } from './use-open-popup';

/** What a reader may do with the headers. */
export interface HeadActions {
  /** Sorts by this column; `adds` keeps the columns that are sorted by already. */
  sort(column: string, adds: boolean): void;
  /** Opens or closes the options of a column below their button. */
  toggleOptions(column: string, button: HTMLElement): void;
}

interface TableHeadProps {
  columns: ShownColumn[];
  /** Whether rows are numbered. */
  numbered?: boolean;
  sorts?: SortOrder[];
  filters?: ColumnFilter[];
  /** What the open popup is about. */
  open?: PopupOf;
  actions?: HeadActions;
}

interface HeadCellProps extends Omit<TableHeadProps, 'columns' | 'numbered'> {
  shown: ShownColumn;
  /** Of all headers one is reached by the Tab key, the others from there by arrows. */
  isStop: boolean;
  onFocus: () => void;
}

/** In which direction a column sorts, and as the how-manieth of several. */
function orderOf(key: string, sorts: SortOrder[] = []): { direction: SortOrder['direction'] | 'none'; place: number } {
  const at = sorts.findIndex(({ column }) => column === key);
  return { direction: sorts[at]?.direction ?? 'none', place: sorts.length > 1 ? at + 1 : 0 };
}

function SortButton({ shown: { column }, sorts, isStop, actions }: HeadCellProps & { actions: HeadActions }) {
  const { direction, place } = orderOf(column.key, sorts);
  return (
    <button
      type="button"
      className="xd-sort"
      tabIndex={isStop ? 0 : -1}
      onClick={(event) => actions.sort(column.key, event.shiftKey)}
    >
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
      tabIndex={-1}
      aria-label={label}
      title="Sort, filter and width"
      aria-haspopup="dialog"
      aria-expanded={typeof open === 'object' && open.column === column.key}
      data-filtered={isFiltered || undefined}
      onClick={(event) => actions.toggleOptions(column.key, event.currentTarget)}
    >
      <Glyph name={isFiltered ? 'filtered' : 'options'} />
    </button>
  );
}

function HeadCell(props: HeadCellProps) {
  const { shown, sorts, actions, onFocus } = props;
  const { column, pin } = shown;
  const place = { scope: 'col', 'data-align': alignmentOf(column), 'data-pin': pin } as const;
  if (!actions) return <th {...place}>{column.label}</th>;
  return (
    <th {...place} aria-label={column.label} aria-sort={orderOf(column.key, sorts).direction} onFocus={onFocus}>
      <div className="xd-head">
        <SortButton {...props} actions={actions} />
        <OptionsButton {...props} actions={actions} />
      </div>
      <span className="xd-edge" aria-hidden="true" />
    </th>
  );
}

/** The row of column headers; where rows can be sorted each has a button for that and one for all it can do. */
export function TableHead({ columns, numbered, ...props }: TableHeadProps) {
  const [stop, setStop] = useState<string>();
  const at = Math.max(
    0,
    columns.findIndex(({ column }) => column.key === stop),
  );
  return (
    <thead>
      <tr aria-rowindex={1}>
        {numbered && (
          <th scope="col" className="xd-no" data-pin={0}>
            <span className="xd-hidden">Row</span>
          </th>
        )}
        {columns.map((shown, place) => (
          <HeadCell
            key={shown.column.key}
            shown={shown}
            isStop={place === at}
            onFocus={() => setStop(shown.column.key)}
            {...props}
          />
        ))}
      </tr>
    </thead>
  );
}
