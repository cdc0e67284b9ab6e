import type { RefObject } from 'react';
import { useEffect, useState } from 'react';
import type { Column } from '../../../src/shared/contract';
import type { ShownColumn } from './shown-columns';
import type { ColumnWidths } from './table-layout';

export const widthBounds = { least: 48, most: 800, step: 16 };
/** Of a column that comes to others with widths of their own. */
const usualWidth = 160;
/** Of the column of row numbers; the stylesheet sets it too. */
export const numbersWidth = 56;

/** The width within bounds, in whole pixels. */
export function boundedWidth(width: number): number {
  return Math.min(widthBounds.most, Math.max(widthBounds.least, Math.round(width)));
}

export interface ColumnSizing {
  /** Undefined as long as the browser finds the widths by itself. */
  widths: ColumnWidths | undefined;
  /** Keeps all columns as wide as they are now, for rows that come and go must not move them. */
  freeze(): ColumnWidths;
  resize(column: string, width: number): void;
  /** Lets the browser find the widths again. */
  reset(): void;
}

const pixels = (width: number) => ({ width: `${width}px` });

/** How wide the whole table is, once its columns have widths of their own; `undefined` before. */
export function tableStyle(
  columns: readonly ShownColumn[],
  widths?: ColumnWidths,
  numbered = false,
): { width: string } | undefined {
  const total = widths ? columns.reduce((sum, { column }) => sum + columnWidth(column, widths), 0) : 0;
  return total > 0 ? pixels(total + (numbered ? numbersWidth : 0)) : undefined;
}

/** How wide a column is among others with widths of their own, where it has come after them. */
export function columnWidth({ key, width = usualWidth }: Column, widths: ColumnWidths): number {
  return widths[key] ?? width;
}

/** How wide a column is: as somebody has set it, else as the panel has it; `undefined` where the browser finds it. */
export function columnStyle({ key, width }: Column, widths?: ColumnWidths): { width: string } | undefined {
  const chosen = widths?.[key] ?? width ?? (widths && usualWidth);
  return chosen === undefined ? undefined : pixels(chosen);
}

/** The columns' widths as they are, to the fraction of a pixel that the browser counts in. */
function measure(table: HTMLTableElement | null, columns: ShownColumn[]): ColumnWidths {
  const heads = [...(table?.tHead?.rows[0]?.cells ?? [])].slice(-columns.length);
  return Object.fromEntries(
    columns.map(({ column }, at) => [column.key, heads[at]?.getBoundingClientRect().width ?? 0]),
  );
}

/**
 * The widths of a table's columns: those that the reader has chosen, else those that they were kept at, as long as the box
 * around them is no wider or narrower than then.
 */
export function useColumnWidths(
  table: RefObject<HTMLTableElement>,
  columns: ShownColumn[],
  chosen: ColumnWidths | undefined,
  onChoose: (widths: ColumnWidths | undefined) => void,
): ColumnSizing {
  const [kept, setKept] = useState<ColumnWidths>();
  const widths = chosen ?? kept;
  useEffect(() => {
    const box = table.current?.parentElement;
    if (!kept || !box) return undefined;
    const width = box.offsetWidth;
    const observer = new ResizeObserver(() => {
      if (box.offsetWidth !== width) setKept(undefined);
    });
    observer.observe(box);
    return () => observer.disconnect();
  }, [table, kept]);
  const freeze = (): ColumnWidths => {
    const frozen = widths ?? measure(table.current, columns);
    if (!widths) setKept(frozen);
    return frozen;
  };
  return {
    widths,
    freeze,
    resize: (column, width) => onChoose({ ...freeze(), [column]: boundedWidth(width) }),
    reset: () => {
      setKept(undefined);
      onChoose(undefined);
    },
  };
}
