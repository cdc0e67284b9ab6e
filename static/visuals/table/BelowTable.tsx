import type { RowWindow } from '../../../src/shared/contract';
import type { ShownPart } from '../visual-props';
import { rangeText } from './pages';
import { useLazy } from '../use-lazy';
import type { PagingProps } from './Paging';
import type { TableParts } from './use-table';

interface BelowTableProps {
  parts: TableParts;
  window: RowWindow;
  /** Rows of a page as the panel has it. */
  usualCount: number;
  /** Whether other rows can be had, and all of them in one list. */
  isLive: boolean;
  canScroll: boolean;
  part?: ShownPart;
}

const loadPaging = () => import('./tools/after-rows').then(({ Paging }) => Paging);

/** Below a table: which rows are on the screen, how to try again for those that did not come, and the way to others. */
export function BelowTable({ parts, window, usualCount, isLive, canScroll, part }: BelowTableProps) {
  const { shown, range, rows, scrolling, change } = parts;
  const { locale } = rows.reader;
  const Paging = useLazy<PagingProps>(isLive, loadPaging);
  const retry = scrolling.state?.retry;
  return (
    <div className="xd-bar xd-below">
      <span className="xd-range" role="status" aria-live={part?.grows ? 'off' : undefined}>
        {rangeText(range, locale, part !== undefined)}
      </span>
      {retry && (
        <span role="alert">
          Some rows could not be loaded.{' '}
          <button type="button" className="xd-button" onClick={retry}>
            Try again
          </button>
        </span>
      )}
      {isLive && Paging && (
        <Paging
          {...{ shown, usualCount, locale }}
          count={window.count}
          scrolls={scrolling.isOn}
          onScrolls={canScroll ? scrolling.turn : undefined}
          onChange={change}
        />
      )}
    </div>
  );
}
