import type { ListView } from './list-view';
import { reordered } from './list-view';

interface SortHeadProps<Order extends string> {
  label: string;
  order: Order;
  view: ListView<Order>;
  onView: (view: ListView<Order>) => void;
  className?: string;
}

/** The head of a column that the list can be ordered by: a click orders it, another one turns it around. */
export function SortHead<Order extends string>({ label, order, view, onView, className }: SortHeadProps<Order>) {
  const isOrder = view.order === order;
  return (
    <th
      scope="col"
      className={className}
      aria-sort={isOrder ? (view.isDescending ? 'descending' : 'ascending') : undefined}
    >
      <button type="button" className="sort-head" onClick={() => onView(reordered(view, order))}>
        {label}
        <span aria-hidden="true" className="sort-mark">
          {isOrder ? (view.isDescending ? '↓' : '↑') : '↕'}
        </span>
      </button>
    </th>
  );
}
