import type { LoadReply, TableView } from '../../src/shared/contract';

export type LoadedReply = Extract<LoadReply, { state: 'view' }>;

/** A reply with a table, as it comes with the first page of *Staff*. */
export function reply(view: Partial<TableView>): LoadedReply {
  const table: TableView = {
    visual: 'table',
    columns: [],
    rows: [],
    offset: 0,
    matchingRows: 0,
    totalRows: 0,
    whole: false,
    ...view,
  };
  const reading = {
    fetchedAt: 1,
    durationMs: 1,
    pagesRead: 1,
    rowsRead: 1,
    bytesRead: 1,
    stopReason: 'complete',
    warnings: [],
  } as const;
  return {
    state: 'view',
    title: 'Staff',
    rowsPerPage: 25,
    view: table,
    reading: { ...reading, warnings: [] },
    age: { fetchedAt: 1 },
  };
}

/** The reply with so many of the matching rows; each row holds its own number. */
export function rowsFrom(offset: number, count: number, matchingRows: number): LoadedReply {
  const rows = Array.from({ length: count }, (_, index) => [offset + index]);
  return reply({ rows, offset, matchingRows, totalRows: matchingRows });
}
