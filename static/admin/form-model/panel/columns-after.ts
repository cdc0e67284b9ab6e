import type { Aggregate, ColumnSettings, ColumnType, RowStep } from '../../../../src/shared/contract';

/** A column as it is offered to be chosen. */
export interface OfferedColumn {
  key: string;
  label: string;
  type: ColumnType;
}

/** The columns of the panel before any row step. */
export function offeredColumns(columns: readonly (ColumnSettings & { key: string })[]): OfferedColumn[] {
  return columns.map(({ key, label, type }) => ({ key, label, type }));
}

/** The columns that there are once the steps were taken: computing adds one, grouping leaves its own alone. */
export function columnsAfter(columns: readonly OfferedColumn[], steps: readonly RowStep[]): OfferedColumn[] {
  return steps.reduce<OfferedColumn[]>(columnsAfterStep, [...columns]);
}

function columnsAfterStep(columns: OfferedColumn[], step: RowStep): OfferedColumn[] {
  if (step.kind === 'compute') {
    const { key, label, type } = step.column;
    return [...columns, { key, label, type }];
  }
  if (step.kind !== 'group') return columns;
  const grouped = step.columns.flatMap((key) => columns.find((column) => column.key === key) ?? []);
  return [...grouped, ...step.aggregates.map((aggregate) => aggregateColumn(aggregate, columns))];
}

/** The smallest and the largest value are of the type of their column, all else is a number. */
function aggregateColumn(aggregate: Aggregate, columns: readonly OfferedColumn[]): OfferedColumn {
  const { key, label, column } = aggregate;
  const of = columns.find((one) => one.key === column);
  const keepsType = aggregate.function !== 'count' && of !== undefined;
  return { key, label, type: keepsType ? of.type : 'number' };
}
