import type { RefObject } from 'react';
import { useEffect, useLayoutEffect, useMemo, useReducer, useRef } from 'react';
import type { RowsView, RowWindow } from '../../../../src/shared/contract';
import type { RowSource } from '../../row-source';
import { queryOf } from '../../view-window';
import { matchRows } from '../match-rows';
import type { RowParts } from '../TableBody';
import { BodyRow } from '../TableBody';
import type { RowRange } from './next-window';
import type { RowFeed } from './row-feed';
import { rowFeed, wholeFeed } from './row-feed';
import { lineHeight, useLines } from './use-lines';

export interface ScrollBodyProps extends RowParts {
  /** The box that is scrolled. */
  box: RefObject<HTMLDivElement>;
  view: RowsView;
  window: RowWindow;
  source?: RowSource;
  /** Hears how many rows there are, and how to request again those that could not be read. */
  onState: (state: ScrollState) => void;
}

export interface ScrollState {
  total: number;
  retry?: () => void;
}

/** Stands for rows out of sight, as high as they are. */
function Gap({ rows, columns }: { rows: number; columns: number }) {
  if (rows === 0) return null;
  return (
    <tr aria-hidden="true" className="xd-gap" style={{ height: `${rows * lineHeight}px` }}>
      <td colSpan={columns} />
    </tr>
  );
}

function WaitingRow({ index, columns }: { index: number; columns: number }) {
  return (
    <tr aria-rowindex={index + 2} className="xd-waiting">
      {Array.from({ length: columns }, (_, at) => (
        <td key={at}>
          <i aria-hidden="true" />
        </td>
      ))}
    </tr>
  );
}

/** The focus stays in the box when the row that had it goes out of sight. */
function useKeptFocus(box: RefObject<HTMLElement>, range: RowRange): void {
  const hadFocus = useRef(false);
  useEffect(() => {
    const element = box.current;
    const note = (): void => {
      hadFocus.current = element?.contains(document.activeElement) ?? false;
    };
    document.addEventListener('focusin', note);
    return () => document.removeEventListener('focusin', note);
  }, [box]);
  useLayoutEffect(() => {
    if (hadFocus.current && document.activeElement === document.body) box.current?.focus({ preventScroll: true });
  }, [box, range]);
}

/** The feed of the rows that match; a new one for each view, and for each choice and order of the rows of a whole view. */
function useFeed({ view, window, source, reader }: ScrollBodyProps, changed: () => void): RowFeed {
  const latest = useRef({ window, changed });
  latest.current = { window, changed };
  const all = useMemo(() => (view.whole ? matchRows(view, window, reader) : null), [view, window, reader]);
  const feed = useMemo(() => {
    if (all || !source) return wholeFeed(all ?? view.rows);
    const requested = latest.current.window;
    const load = (part: Pick<RowWindow, 'offset' | 'count'>) => source.rows({ ...requested, ...part });
    return rowFeed({ seed: view, load, changed: () => latest.current.changed() });
  }, [all, view, source]);
  useEffect(() => () => feed.close(), [feed]);
  return feed;
}

/** The rows in sight of many, drawn as the box is scrolled; those that have not come yet are empty lines. */
export function ScrollBody(props: ScrollBodyProps) {
  const { box, window, onState, columns, reader, openLink } = props;
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const feed = useFeed(props, () => redraw());
  const total = feed.total();
  const failed = feed.failed();
  const query = queryOf(window);
  const range = useLines(box, total);

  useEffect(() => feed.look(range), [feed, range]);
  useEffect(
    () => onState({ total, ...(failed && { retry: () => feed.look(range) }) }),
    [feed, range, total, failed, onState],
  );
  useLayoutEffect(() => {
    if (box.current) box.current.scrollTop = 0;
  }, [box, query]);
  useKeptFocus(box, range);

  const indexes = Array.from({ length: Math.max(0, range.end - range.first) }, (_, at) => range.first + at);
  return (
    <tbody>
      <Gap rows={range.first} columns={columns.length} />
      {indexes.map((index) => {
        const row = feed.at(index);
        if (!row) return <WaitingRow key={index} index={index} columns={columns.length} />;
        return <BodyRow key={index} row={row} index={index} {...{ columns, reader, openLink }} />;
      })}
      <Gap rows={Math.max(0, total - range.end)} columns={columns.length} />
    </tbody>
  );
}
