import type { RowWindow } from '../../../src/shared/contract';
import { pageSizes } from '../../../src/shared/page-sizes';
import { Glyph } from '../icons';
import { offeredSizes, pagePosition } from './page-position';
import type { ShownRows } from './shown-rows';

export interface PagingProps {
  shown: ShownRows;
  count: number;
  /** Rows of a page as the panel has it, which readers can always go back to. */
  usualCount?: number;
  /** True while all rows are shown in one list that is scrolled. */
  scrolls?: boolean;
  /** Absent where only pages can be shown. */
  onScrolls?: (scrolls: boolean) => void;
  onChange: (part: Partial<RowWindow>) => void;
  locale: string;
}

interface TurnProps {
  name: 'first' | 'previous' | 'next' | 'last';
  label: string;
  to: number | null;
  onTurn: (offset: number) => void;
}

/** A page turner. Where there is no such page it stays focusable, so that the keyboard does not lose its place. */
function Turn({ name, label, to, onTurn }: TurnProps) {
  return (
    <button
      type="button"
      className="xd-turn"
      aria-label={label}
      title={label}
      aria-disabled={to === null}
      onClick={() => to !== null && onTurn(to)}
    >
      <Glyph name={name} />
    </button>
  );
}

const allRows = 'all';

function PageSize({ count, usualCount, scrolls, onScrolls, onChange }: Omit<PagingProps, 'shown' | 'locale'>) {
  const choose = (size: string): void => {
    onScrolls?.(size === allRows);
    if (size !== allRows) onChange({ count: Number(size), offset: 0 });
  };
  return (
    <label className="xd-size">
      Rows per page
      <select value={scrolls ? allRows : count} onChange={(event) => choose(event.target.value)}>
        {offeredSizes(count, usualCount).map((size) => (
          <option key={size} value={size}>
            {size}
          </option>
        ))}
        {onScrolls && <option value={allRows}>All, scrolling</option>}
      </select>
    </label>
  );
}

/** The controls below rows; nothing when all of them fit the smallest page. */
export function Paging({ shown, count, usualCount, onChange, locale, ...scroll }: PagingProps) {
  if (shown.totalRows <= Math.min(count, pageSizes[0])) return null;
  const number = new Intl.NumberFormat(locale);
  const at = pagePosition(shown.offset, count, shown.matchingRows);
  const onTurn = (offset: number): void => onChange({ offset });
  return (
    <div className="xd-paging">
      <PageSize {...{ count, usualCount }} onChange={onChange} {...scroll} />
      {!scroll.scrolls && (
        <nav className="xd-turns" aria-label="Pages">
          <Turn name="first" label="First page" to={at.previous === null ? null : 0} onTurn={onTurn} />
          <Turn name="previous" label="Previous page" to={at.previous} onTurn={onTurn} />
          <span className="xd-page">
            Page {number.format(at.page)} of {number.format(at.pages)}
          </span>
          <Turn name="next" label="Next page" to={at.next} onTurn={onTurn} />
          <Turn name="last" label="Last page" to={at.next === null ? null : at.last} onTurn={onTurn} />
        </nav>
      )}
    </div>
  );
}
