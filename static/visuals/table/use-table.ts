import type { RefObject } from 'react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { CellValue, RowWindow, TableView } from '../../../src/shared/contract';
import type { FormatCell } from '../../../src/shared/column-types/cell-text';
import { cellFormatter } from '../../../src/shared/column-types/cell-text';
import type { VisualProps } from '../visual-props';
import type { ColumnSizing } from './column-widths';
import { useColumnWidths } from './column-widths';
import type { ShownRange } from './pages';
import { rangeOnScreen } from './pages';
import type { Scrolling } from './scroll/use-scrolling';
import { useScrolling } from './scroll/use-scrolling';
import { longestDecimals } from './decimals';
import { frozenColumns, pinned } from './frozen-columns';
import { shownColumns } from './shown-columns';
import type { ShownRows } from './shown-rows';
import { shownRows } from './shown-rows';
import type { TableLayout } from './table-layout';
import type { RowParts } from './TableBody';
import { useMatchRows } from './use-match-rows';

/** What the parts of one table have in common. */
export interface TableParts {
  /** The box that is scrolled, and the table in it. */
  box: RefObject<HTMLDivElement>;
  table: RefObject<HTMLTableElement>;
  format: FormatCell;
  /** The rows of the page. */
  shown: ShownRows;
  /** The rows that are on the screen, which are all of them where they are scrolled. */
  range: ShownRange;
  rows: RowParts;
  sizing: ColumnSizing;
  scrolling: Scrolling;
  layout: TableLayout;
  /** Arranges the columns anew and has it kept. */
  arrange: (part: Partial<TableLayout>) => void;
  /** The row with that place among all that match; undefined where it has not come. */
  rowAt: (place: number) => CellValue[] | undefined;
  /** Requests other rows, from the first of them on unless told otherwise. */
  change: (part: Partial<RowWindow>) => void;
}

/** The same function for as long as the table is there, so that its rows need not be drawn again. */
function useStableLink(openLink: (url: string) => void): (url: string) => void {
  const latest = useRef(openLink);
  latest.current = openLink;
  return useCallback((url: string) => latest.current(url), []);
}

/** What a table is drawn from, kept from one drawing to the next where nothing of it has changed. */
export function useTable(props: VisualProps<TableView>): TableParts {
  const { view, window, onWindow, reader, openLink, keeper } = props;
  const box = useRef<HTMLDivElement>(null);
  const table = useRef<HTMLTableElement>(null);
  const format = useMemo(() => cellFormatter(reader), [reader]);
  const [layout, setLayout] = useState<TableLayout>(keeper?.layout ?? {});
  const latest = useRef(layout);
  const arrange = (part: Partial<TableLayout>): void => {
    latest.current = { ...latest.current, ...part };
    setLayout(latest.current);
    keeper?.keep(latest.current);
  };
  const ordered = useMemo(
    () =>
      shownColumns(view.columns, layout).map(({ column, at }) => {
        const values = view.rows.map((row) => row[at] ?? null);
        return { column, at, decimals: longestDecimals(values, column, reader) };
      }),
    [view, layout, reader],
  );
  const match = useMatchRows(view.whole);
  const shown = useMemo(() => shownRows(view, window, reader, match), [view, window, reader, match]);
  const sizing = useColumnWidths(table, ordered, layout.widths, (widths) => arrange({ widths }));
  const scrolling = useScrolling(sizing);
  const range = rangeOnScreen(shown, scrolling.state?.total);
  const isSized = sizing.widths !== undefined;
  const frozen = frozenColumns(layout, view);
  const columns = useMemo(() => pinned(ordered, frozen, isSized), [ordered, frozen, isSized]);
  useEffect(() => {
    if (frozen > 1 && !isSized) sizing.freeze();
  });
  const rows = { columns, numbered: view.rowNumbers, reader, openLink: useStableLink(openLink) };
  const change = (part: Partial<RowWindow>): void => {
    sizing.freeze();
    onWindow?.({ ...window, offset: 0, ...part });
  };
  const { state } = scrolling;
  const rowAt = (place: number) => (state ? state.at(place) : shown.rows[place - shown.offset]);
  return { box, table, format, shown, range, rows, sizing, scrolling, layout, arrange, rowAt, change };
}
