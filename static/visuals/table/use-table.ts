import type { RefObject } from 'react';
import { useCallback, useMemo, useRef } from 'react';
import type { RowWindow, TableView } from '../../../src/shared/contract';
import type { FormatCell } from '../../../src/shared/column-types/cell-text';
import { cellFormatter } from '../../../src/shared/column-types/cell-text';
import type { VisualProps } from '../visual-props';
import type { ColumnSizing } from './column-widths';
import { useColumnWidths } from './column-widths';
import type { ShownRange } from './pages';
import { rangeOnScreen } from './pages';
import type { Scrolling } from './scroll/use-scrolling';
import { useScrolling } from './scroll/use-scrolling';
import { shownColumns } from './shown-columns';
import type { ShownRows } from './shown-rows';
import { shownRows } from './shown-rows';
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
export function useTable({ view, window, onWindow, reader, openLink }: VisualProps<TableView>): TableParts {
  const box = useRef<HTMLDivElement>(null);
  const table = useRef<HTMLTableElement>(null);
  const format = useMemo(() => cellFormatter(reader), [reader]);
  const columns = useMemo(() => shownColumns(view.columns), [view.columns]);
  const match = useMatchRows(view.whole);
  const shown = useMemo(() => shownRows(view, window, reader, match), [view, window, reader, match]);
  const sizing = useColumnWidths(table, columns);
  const scrolling = useScrolling(sizing);
  const range = rangeOnScreen(shown, scrolling.state?.total);
  const rows = { columns, reader, openLink: useStableLink(openLink) };
  const change = (part: Partial<RowWindow>): void => onWindow?.({ ...window, offset: 0, ...part });
  return { box, table, format, shown, range, rows, sizing, scrolling, change };
}
