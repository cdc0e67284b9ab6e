import type { RefObject } from 'react';
import { useState } from 'react';
import type { Column } from '../../../src/shared/contract';
import type { ShownColumn } from './shown-columns';

/** Widths of columns by their keys, in CSS pixels. */
export type ColumnWidths = Record<string, number>;

export const widthBounds = { least: 48, most: 800, step: 16 };

/** The width within bounds, in whole pixels. */
export function boundedWidth(width: number): number {
  return Math.min(widthBounds.most, Math.max(widthBounds.least, Math.round(width)));
}

export interface ColumnSizing {
  /** Undefined as long as the browser finds the widths by itself. */
  widths: ColumnWidths | undefined;
  /** Keeps all columns as wide as they are now and returns their widths, for rows that come and go must not move them. */
  freeze(): ColumnWidths;
  resize(column: string, width: number): void;
  /** Lets the browser find the widths again. */
  reset(): void;
}

const pixels = (width: number) => ({ width: `${width}px` });

/** How wide the whole table is, once its columns have widths of their own; `undefined` before. */
export function tableStyle(columns: readonly ShownColumn[], widths?: ColumnWidths): { width: string } | undefined {
  const total = widths ? columns.reduce((sum, { column }) => sum + (widths[column.key] ?? 0), 0) : 0;
  return total > 0 ? pixels(total) : undefined;
}

/** How wide a column is: as somebody has set it, else as the panel has it; `undefined` where the browser finds it. */
export function columnStyle({ key, width }: Column, widths?: ColumnWidths): { width: string } | undefined {
  const chosen = widths?.[key] ?? width;
  return chosen === undefined ? undefined : pixels(chosen);
}

/** The columns' widths as they are, rounded up: a fraction of a pixel less would cut the header that fits just so. */
function measure(table: HTMLTableElement | null, columns: ShownColumn[]): ColumnWidths {
  const heads = [...(table?.tHead?.rows[0]?.cells ?? [])];
  return Object.fromEntries(
    columns.map(({ column }, at) => [column.key, Math.ceil(heads[at]?.getBoundingClientRect().width ?? 0)]),
  );
}

/** The widths of a table's columns, once somebody has set one. */
export function useColumnWidths(table: RefObject<HTMLTableElement>, columns: ShownColumn[]): ColumnSizing {
  const [widths, setWidths] = useState<ColumnWidths>();
  const isComplete = widths !== undefined && columns.every(({ column }) => widths[column.key] !== undefined);
  const current = isComplete ? widths : undefined;
  const freeze = (): ColumnWidths => {
    const frozen = current ?? measure(table.current, columns);
    setWidths(frozen);
    return frozen;
  };
  return {
    widths: current,
    freeze,
    resize: (column, width) => setWidths({ ...freeze(), [column]: boundedWidth(width) }),
    reset: () => setWidths(undefined),
  };
}
