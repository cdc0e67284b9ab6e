import type { Aggregate, StepOf } from '../../../shared/contract';
import type { CellValue, Column, Frame } from '../../../shared/frame';
import { findColumn } from '../../../shared/placed-query';
import type { FieldError } from '../../../shared/problem';
import { aggregateColumn, aggregated, isAggregable, rowCounts } from './aggregates';
import { isKnown, knownColumns, missingColumn, takenKey, unknownColumn } from './known-columns';
import { picked } from './pick-rows';
import { type RowGroups, rowGroups } from './row-groups';
import type { RowStepKind } from './row-step-kind';

/**
 * One row for the rows with the same values in some columns, in the order in which they first appear; without columns one
 * row for all of them. A column to group by that is gone leaves the rows as they are.
 */
export const group: RowStepKind<'group'> = {
  apply(frame, step) {
    const gone = step.columns.find((key) => !isKnown(frame.columns, key));
    if (gone !== undefined) return { frame, warnings: [missingColumn('A grouping', gone)] };
    const { kept, warnings } = keptAggregates(frame.columns, step);
    return { frame: grouped(frame, step.columns, kept), warnings };
  },
  columnsAfter(columns, step) {
    if (step.columns.some((key) => !isKnown(columns, key))) return [...columns];
    return [...keyColumns(columns, step.columns), ...keptAggregates(columns, step).kept.map(columnIn(columns))];
  },
  check(columns, { columns: keys, aggregates }) {
    if (keys.length + aggregates.length === 0) return [{ path: 'columns', message: 'Choose a column to group by.' }];
    const errors = keys.flatMap((key, index) => unknownColumn(columns, `columns.${index}`, key));
    const taken = keyColumns(columns, keys);
    aggregates.forEach((aggregate, index) => {
      errors.push(...checkAggregate(columns, taken, `aggregates.${index}`, aggregate));
      taken.push(columnIn(columns)(aggregate));
    });
    return errors;
  },
};

/** The columns grouped by. What they are sorted by goes with the rows, unless it is grouped by too. */
function keyColumns(columns: readonly Column[], keys: readonly string[]): Column[] {
  return knownColumns(columns, [...new Set(keys)]).map((column) => {
    const { sortedBy, ...others } = column;
    return sortedBy === undefined || keys.includes(sortedBy) ? column : others;
  });
}

function columnIn(columns: readonly Column[]): (aggregate: Aggregate) => Column {
  return (aggregate) => aggregateColumn(aggregate, sourceOf(columns, aggregate));
}

function sourceOf(columns: readonly Column[], { column }: Aggregate): Column | undefined {
  return columns.find(({ key }) => key === column);
}

function keptAggregates(columns: readonly Column[], { columns: keys, aggregates }: StepOf<'group'>) {
  const taken = new Set(keys);
  const kept: Aggregate[] = [];
  const warnings: string[] = [];
  for (const aggregate of aggregates) {
    const refusal = refusalOf(columns, taken, aggregate);
    if (refusal === undefined) kept.push(aggregate);
    else warnings.push(refusal);
    taken.add(aggregate.key);
  }
  return { kept, warnings };
}

function refusalOf(columns: readonly Column[], taken: ReadonlySet<string>, aggregate: Aggregate): string | undefined {
  const { key, label, function: name, column } = aggregate;
  const source = sourceOf(columns, aggregate);
  if (taken.has(key)) return `${label} was left out, because another column has its key "${key}".`;
  if (!source) return column === undefined && name === 'count' ? undefined : missingColumn(label, column ?? '');
  return isAggregable(name, source)
    ? undefined
    : `${label} was left out, because ${source.label} does not contain numbers.`;
}

function grouped(frame: Frame, keys: readonly string[], aggregates: readonly Aggregate[]): Frame {
  const columns = keyColumns(frame.columns, keys);
  const lists = columns.map(({ key }) => cellsOf(frame, key));
  const groups = lists.length > 0 ? rowGroups(lists, frame.rowCount) : allRows(frame.rowCount);
  const keyValues = lists.map((list) => picked(list, groups.firstRows));
  const values = aggregates.map((aggregate) => valuesOf(frame, aggregate, groups));
  return {
    columns: [...columns, ...aggregates.map(columnIn(frame.columns))],
    values: [...keyValues, ...values],
    rowCount: groups.firstRows.length,
  };
}

/** One group even of no rows: their count is 0. */
function allRows(rowCount: number): RowGroups {
  return { groupOf: new Uint32Array(rowCount), firstRows: [0] };
}

function valuesOf(frame: Frame, aggregate: Aggregate, groups: RowGroups): CellValue[] {
  const source = sourceOf(frame.columns, aggregate);
  return source ? aggregated(aggregate, cellsOf(frame, source.key), groups, source) : rowCounts(groups);
}

function cellsOf({ columns, values }: Frame, key: string): readonly CellValue[] {
  return values[findColumn(columns, key) ?? -1] ?? [];
}

function checkAggregate(
  columns: readonly Column[],
  taken: readonly Column[],
  path: string,
  aggregate: Aggregate,
): FieldError[] {
  const { key, label, function: name, column } = aggregate;
  const errors = takenKey(taken, `${path}.key`, key);
  if (label.trim() === '') errors.push({ path: `${path}.label`, message: 'Enter a label.' });
  if (name === 'count' && column === undefined) return errors;
  const source = sourceOf(columns, aggregate);
  if (!source) return [...errors, ...unknownColumn(columns, `${path}.column`, column ?? '')];
  if (!isAggregable(name, source)) {
    errors.push({ path: `${path}.column`, message: `${source.label} does not contain numbers. Use Count instead.` });
  }
  return errors;
}
