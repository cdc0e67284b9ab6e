import { useEffect, useRef, useState } from 'react';
import type { CellValue } from '../../../../src/shared/contract';
import type { CsvValues } from './csv';
import { copyPlain, copyTable } from './clipboard';
import { fileName, saveFile } from './save-file';
import { tableText } from './table-text';
import type { FormatCell } from '../../../../src/shared/column-types/cell-text';
import type { ShownColumn } from '../shown-columns';

/** How far an export is, and how it ended. */
export type ExportState =
  | { at: 'rest' }
  | { at: 'reading'; rows: number; total: number }
  | { at: 'done'; words: string }
  | { at: 'failed'; words: string }
  /** The browser keeps its clipboard to itself: the text to be copied by hand. */
  | { at: 'by-hand'; text: string };

export interface ExportParts {
  title: string;
  columns: ShownColumn[];
  format: FormatCell;
  /** All rows that match, in order. @throws the signal's reason once it is aborted */
  rows: (progress: (rows: number, total: number) => void, signal: AbortSignal) => Promise<CellValue[][]>;
  /** Null where the address would be too long. */
  link?: () => Promise<string | null>;
}

export interface Exporting {
  state: ExportState;
  download(values: CsvValues): void;
  copyRows(rows: CellValue[][]): void;
  copyLink(): void;
  cancel(): void;
}

const rest: ExportState = { at: 'rest' };
const failed: ExportState = { at: 'failed', words: 'The export failed. Check your connection and try again.' };

const tooLong: ExportState = {
  at: 'failed',
  words: 'There are too many filters for a link. Remove some of them.',
};

/** The exports of a table, one at a time; leaving them ends the one under way. */
export function useExport({ title, columns, format, rows, link }: ExportParts): Exporting {
  const [state, setState] = useState<ExportState>(rest);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const run = async (work: (signal: AbortSignal) => Promise<ExportState>): Promise<void> => {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    const end = await work(controller.signal).catch(() => failed);
    if (!controller.signal.aborted) setState(end);
  };

  const csv = async (values: CsvValues, signal: AbortSignal): Promise<ExportState> => {
    const { csvHead, csvLines } = await import('./csv');
    const progress = (read: number, total: number): void => setState({ at: 'reading', rows: read, total });
    const all = await rows(progress, signal);
    const parts = [csvHead(columns, values)];
    for (let from = 0; from < all.length; from += 1000) {
      parts.push(csvLines(columns, all.slice(from, from + 1000), values, format));
      await new Promise((resolve) => setTimeout(resolve)); // lets the page breathe between parts
      signal.throwIfAborted();
    }
    saveFile(fileName(title, 'csv'), parts, 'text/csv;charset=utf-8');
    return { at: 'done', words: 'Downloaded.' };
  };

  const copied = async (copy: Promise<boolean>, text: string): Promise<ExportState> =>
    (await copy) ? { at: 'done', words: 'Copied.' } : { at: 'by-hand', text };

  return {
    state,
    download: (values) => void run((signal) => csv(values, signal)),
    copyRows: (shown) => {
      const table = tableText(columns, shown, format);
      void run(() => copied(copyTable(table), table.text));
    },
    copyLink: () =>
      void run(async () => {
        const address = await link?.();
        return address ? copied(copyPlain(address), address) : tooLong;
      }),
    cancel: () => {
      running.current?.abort();
      setState(rest);
    },
  };
}
