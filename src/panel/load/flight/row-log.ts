import type { CellValue, Column, Frame, Reading } from '../../../shared/frame';
import type { FrameCollector } from '../../shape/collect-frame';
import { unreadableWarning } from '../../shape/fill-column';
import { applyRowSteps, columnsAfter, countedRowSteps } from '../../shape/row-steps/apply-row-steps';
import { type SplitRowSteps, splitRowSteps } from '../../shape/row-steps/split-row-steps';
import { frameColumns } from '../../shape/shape';
import { maxFirstRows } from '../snapshot/encode';
import type { SnapshotHead, WrittenRows } from '../snapshot/head';
import type { RunTarget } from './run';
import type { FlightTarget } from './targets';

/**
 * The rows of one panel as a reading brings them, in their order: those that were written, and those that still are to be.
 * They are rows after the steps that look at one row at a time; what needs all rows is done to all of them.
 */
export interface RowLog {
  readonly target: FlightTarget;
  readonly collector: FrameCollector;
  readonly steps: SplitRowSteps;
  readonly columns: Column[];
  rowCount: number;
  /** The values of the rows from number `heldFrom` on, column by column. */
  held: CellValue[][];
  heldFrom: number;
  /** Of the first rows as many as a head may hold. */
  first: CellValue[][];
  writes: WrittenRows[];
  /** Characters in the chunks of those writes. */
  bytes: number;
  /** When the first of them was made, in milliseconds since the epoch; 0 for none. */
  writtenAt: number;
  /** What readers are shown now: of this run, of another, or complete. */
  shown: SnapshotHead | undefined;
  /** The head of the last publication, and how many rows there were. */
  published: SnapshotHead | undefined;
  publishedRows: number;
  /** Whether the rows may be kept; not known before it was asked for. */
  hasRoom?: boolean;
  /** Readers are shown other rows until these are all there, or as many. */
  isAside: boolean;
  /** By columns' keys: how many values were not of their type. */
  readonly unreadable: Map<string, { column: Column; count: number }>;
  readonly warnings: Set<string>;
}

/** What a run left of a panel's rows for whoever goes on. */
export interface LogBefore {
  target: RunTarget;
  head: SnapshotHead;
  /** The rows that the head holds without a chunk, or all where the panel needs them. */
  held: CellValue[][];
  first: CellValue[][];
}

/** A log for the panel's rows: empty, or as the run left it. */
export function openLog(target: FlightTarget, collector: FrameCollector, isAside: boolean, before?: LogBefore): RowLog {
  const steps = splitRowSteps(target.bound.query.rowSteps);
  const columns = columnsAfter(frameColumns(target.bound.query.columns), steps.inOrder);
  const nothing = columns.map((): CellValue[] => []);
  const rowCount = before?.head.rowCount ?? 0;
  const held = before?.held ?? nothing;
  const byKey = new Map(columns.map((column) => [column.key, column]));
  const counted = (before?.target.unreadable ?? []).flatMap(([key, count]) => {
    const column = byKey.get(key);
    return column ? [[key, { column, count }] as const] : [];
  });
  return {
    target,
    collector,
    steps,
    columns,
    rowCount,
    held,
    heldFrom: rowCount - (held[0]?.length ?? 0),
    first: before?.first ?? nothing.map(() => []),
    writes: before?.head.writes ?? [],
    bytes: before?.target.bytes ?? 0,
    writtenAt: before?.head.writtenAt ?? 0,
    shown: target.head,
    published: before?.head,
    publishedRows: rowCount,
    isAside,
    unreadable: new Map(counted),
    warnings: new Set(before?.target.warnings),
  };
}

/** Whether a step of the panel needs all rows. */
export const needsAll = ({ steps }: Pick<RowLog, 'steps'>): boolean => steps.whole.length > 0;

/** Rows that lie in no write yet, those included that the collector still has. */
export const unwrittenRows = (log: RowLog): number => log.rowCount + log.collector.heldRows - writtenRows(log);

export const writtenRows = ({ writes }: Pick<RowLog, 'writes'>): number =>
  writes.reduce((sum, { rows }) => sum + rows, 0);

/** Takes the rows that the collector holds. */
export function gather(log: RowLog): void {
  if (log.collector.problem || log.collector.heldRows === 0) return;
  const { inOrder, most } = log.steps;
  const { bind = (text: string) => text } = log.target.bound.query;
  const { frame, warnings, unreadable } = countedRowSteps(log.collector.take(), inOrder, bind);
  for (const warning of warnings) log.warnings.add(warning);
  for (const { column, count } of unreadable) addUnreadable(log, column, count);
  const count = Math.min(frame.rowCount, most - log.rowCount);
  const values = frame.values.map((column) => column.slice(0, count));
  const room = maxFirstRows - (log.first[0]?.length ?? 0);
  if (room > 0)
    log.first = joined(
      log.first,
      values.map((column) => column.slice(0, room)),
    );
  log.held = joined(log.held, values);
  log.rowCount += count;
}

function joined(values: CellValue[][], more: CellValue[][]): CellValue[][] {
  return values.map((column, place) => column.concat(more[place] ?? []));
}

function addUnreadable({ unreadable }: RowLog, column: Column, count: number): void {
  if (count > 0) unreadable.set(column.key, { column, count: (unreadable.get(column.key)?.count ?? 0) + count });
}

/** The values of the rows that lie in no write yet. */
export function pendingValues(log: RowLog): CellValue[][] {
  return log.held.map((column) => column.slice(writtenRows(log) - log.heldFrom));
}

/** Lets go of rows that are written and that nothing needs any more. */
export function letGo(log: RowLog): void {
  if (needsAll(log) || log.writes.length === 0) return;
  log.held = pendingValues(log);
  log.heldFrom = writtenRows(log);
}

/** What the rows so far are to a reader, and what there is to say of them; all of them must be held. */
export function frameOf(log: RowLog): { frame: Frame; warnings: string[] } {
  const { columns, rowCount, steps, target } = log;
  const { bind = (text: string) => text } = target.bound.query;
  const frame = { columns, values: log.held, rowCount };
  if (!needsAll(log)) return { frame, warnings: [] };
  return applyRowSteps(frame, steps.whole, bind, isUntold(log));
}

/** Whether rows were worked out of what nobody tells, which says nothing of how many there are. */
function isUntold({ columns, steps, target }: RowLog): boolean {
  const { bind = (text: string) => text, columns: settings } = target.bound.query;
  const none = { columns: frameColumns(settings), values: columns.map(() => []), rowCount: 0 };
  return countedRowSteps(none, steps.inOrder, bind).isUntold;
}

/** The reading as it is for this panel. */
export function readingOf(log: RowLog, reading: Reading, more: readonly string[] = []): Reading {
  const { isCut, rowCount } = log.collector;
  const stopReason = isCut && reading.stopReason === 'complete' ? 'row-limit' : reading.stopReason;
  const warnings = [...reading.warnings, ...unreadableSentences(log), ...log.warnings, ...more];
  return { ...reading, rowsRead: rowCount, stopReason, warnings };
}

/** Those of the pages are counted by the collector from where it began. */
function allUnreadable(log: RowLog): Map<string, { column: Column; count: number }> {
  const all = new Map(log.unreadable);
  for (const { column, count } of log.collector.unreadable()) {
    if (count > 0) all.set(column.key, { column, count: (all.get(column.key)?.count ?? 0) + count });
  }
  return all;
}

function unreadableSentences(log: RowLog): string[] {
  return [...allUnreadable(log).values()].map(({ column, count }) => unreadableWarning(column, count));
}

/** What the run is to say of the panel. */
export function runTarget(log: RowLog): RunTarget {
  const { target, isAside, collector, warnings, bytes } = log;
  const unreadable = [...allUnreadable(log)].map(([key, { count }]): [string, number] => [key, count]);
  return {
    panelId: target.panel.id,
    hash: target.place.hash,
    rows: target.place.rows,
    isAside,
    ...(collector.isCut && { isCut: true as const }),
    unreadable,
    bytes,
    warnings: [...warnings],
  };
}
