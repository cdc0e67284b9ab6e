import type { CSSProperties } from 'react';
import type { TableView } from '../../../src/shared/contract';
import { columnWidth, numbersWidth } from './column-widths';
import type { ShownColumn } from './shown-columns';
import type { ColumnWidths, TableLayout } from './table-layout';

/** More columns than these would leave no room to scroll the others in. */
export const mostFrozen = 3;

/** How many columns stay in sight: as the reader has it, else the panel, else the first. */
export function frozenColumns({ frozen }: TableLayout, view: Pick<TableView, 'frozen'>): number {
  return frozen ?? view.frozen ?? 1;
}

/** The columns, of which so many from the first on stay in sight; only the first where their widths are not known. */
export function pinned(columns: ShownColumn[], frozen: number, areSized: boolean): ShownColumn[] {
  const most = areSized ? frozen : Math.min(1, frozen);
  return columns.map((shown, at) => (at < most ? { ...shown, pin: at + 1 } : shown));
}

/** Where each column that stays in sight begins, for the stylesheet. */
export function pinStyle(columns: ShownColumn[], widths: ColumnWidths = {}, numbered?: boolean): CSSProperties {
  let start = numbered ? numbersWidth : 0;
  const places = columns.flatMap(({ column, pin }): [string, string][] => {
    if (!pin) return [];
    const begin = start;
    start += columnWidth(column, widths);
    return [[`--xd-pin-${pin}`, `${begin}px`]];
  });
  return Object.fromEntries(places);
}
