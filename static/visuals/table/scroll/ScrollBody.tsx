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
  /** Names the reading: in the order of the source its rows stay where they are, however many follow. */
  readAt?: number;
  /** Hears how many rows there are, and how to request again those that could not be read. */
  onState: (state: ScrollState) => void;
}

export interface ScrollState {
  total: number;
  /** A row by its place; undefined until it has come. */
  at: RowFeed['at'];
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

/** What a feed began with. */
interface Beginning {
  view: RowsView;
  readAt?: number;
  /** The columns, where the rows stand in the order of the source; equal texts for equal ones. */
  inOrder?: string;
}

function beginningOf({ view, readAt, window }: ScrollBodyProps): Beginning {
  const isSorted = 'usualSorts' in view && view.usualSorts !== undefined;
  if (isSorted || queryOf(window) !== queryOf({ offset: 0, count: 0 })) return { view, readAt };
  return { view, readAt, inOrder: view.columns.map(({ key }) => key).join() };
}

/** Whether rows are only added behind those that are there. */
const goesOn = (before: Beginning, now: Beginning): boolean =>
  now.readAt !== undefined &&
  now.inOrder !== undefined &&
  now.readAt === before.readAt &&
  now.inOrder === before.inOrder;

/**
 * The feed of the rows that match; a new one for each view, and for each choice and order of the rows of a whole view, but
 * the same while the rows of one reading grow.
 */
function useFeed(props: ScrollBodyProps, changed: () => void): RowFeed {
  const { view, window, source, readAt, reader } = props;
  const latest = useRef({ window, changed });
  latest.current = { window, changed };
  const now = beginningOf(props);
  const begun = useRef(now);
  if (begun.current.view !== view && !goesOn(begun.current, now)) begun.current = now;
  const beginning = begun.current;
  const all = useMemo(() => (view.whole ? matchRows(view, window, reader) : null), [view, window, reader]);
  const feed = useMemo(() => {
    const { view: seed, readAt: fetchedAt, inOrder } = beginning;
    if (all || !source) return wholeFeed(all ?? seed.rows);
    const requested = latest.current.window;
    const load = (part: Pick<RowWindow, 'offset' | 'count'>) => source.rows({ ...requested, ...part });
    const grows = fetchedAt !== undefined && inOrder !== undefined;
    return rowFeed({ seed: { ...seed, fetchedAt }, grows, load, changed: () => latest.current.changed() });
  }, [all, source, beginning]);
  useLayoutEffect(() => {
    feed.keep({ ...view, fetchedAt: readAt });
    latest.current.changed();
  }, [feed, view, readAt]);
  useEffect(() => () => feed.close(), [feed]);
  return feed;
}

/** The rows in sight of many, drawn as the box is scrolled; those that have not come yet are empty lines. */
export function ScrollBody(props: ScrollBodyProps) {
  const { box, window, onState, columns, numbered, reader, openLink } = props;
  const cells = columns.length + (numbered ? 1 : 0);
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const feed = useFeed(props, () => redraw());
  const total = feed.total();
  const failed = feed.failed();
  const query = queryOf(window);
  const range = useLines(box, total);

  useEffect(() => feed.look(range), [feed, range]);
  useEffect(
    () => onState({ total, at: feed.at, ...(failed && { retry: () => feed.look(range) }) }),
    [feed, range, total, failed, onState],
  );
  useLayoutEffect(() => {
    if (box.current) box.current.scrollTop = 0;
  }, [box, query]);
  useKeptFocus(box, range);

  const indexes = Array.from({ length: Math.max(0, range.end - range.first) }, (_, at) => range.first + at);
  return (
    <tbody>
      <Gap rows={range.first} columns={cells} />
      {indexes.map((index) => {
        const row = feed.at(index);
        if (!row) return <WaitingRow key={index} index={index} columns={cells} />;
        return <BodyRow key={index} row={row} index={index} {...{ columns, numbered, reader, openLink }} />;
      })}
      <Gap rows={Math.max(0, total - range.end)} columns={cells} />
    </tbody>
  );
}
