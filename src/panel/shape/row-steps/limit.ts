import type { RowStepKind } from './row-step-kind';

/** The first rows. */
export const limit: RowStepKind<'limit'> = {
  apply(frame, { count }) {
    if (frame.rowCount <= count) return { frame, warnings: [] };
    const values = frame.values.map((list) => list.slice(0, count));
    return { frame: { ...frame, values, rowCount: count }, warnings: [] };
  },
  columnsAfter: (columns) => [...columns],
  check: () => [],
};
