import type { CellValue } from '../../../shared/frame';
import type { PanelServices } from '../panel-services';
import { unpack } from '../snapshot/codec';
import { SnapshotGone, snapshotSource } from '../snapshot/decode';
import { maxFirstRows } from '../snapshot/encode';
import type { FirstValues, SnapshotHead } from '../snapshot/head';
import { readHead, readHeadAside } from '../snapshot/snapshot-store';
import { splitRowSteps } from '../../shape/row-steps/split-row-steps';
import { isReadablePanel, readablePanel } from '../panel-store';
import { placeNamed } from './next-place';
import type { LogBefore } from './row-log';
import { type Run, type RunTarget, targetAt } from './run';
import { logsOf, type RunWork, type WorkStart } from './run-work';
import { boundForAll, type FlightTarget, targetOf } from './targets';

interface Left {
  target: FlightTarget;
  before: LogBefore;
}

/**
 * The work on a run where its last publication ended, with the panels that are still as they were when it began;
 * `undefined` where its place or the rows of the panel it is gone on with for are gone.
 */
export async function resumedWork(
  { lead, ...start }: WorkStart,
  run: Run,
  services: PanelServices,
): Promise<RunWork | undefined> {
  const place = await placeNamed(run.next, services);
  if (!place) return undefined;
  const own = targetAt(run, lead.place);
  const first = own && (await leftOf(lead, own, run, services));
  if (!first) return undefined;
  const others = run.targets.filter((each) => each !== own);
  const found = await Promise.all(others.map((each) => companion(each, lead, run, start, services)));
  const left = [first, ...found.filter((each) => each !== undefined)];
  const logs = logsOf(
    left.map(({ target }) => target),
    start.inBackground,
    left.map(({ before }) => before),
  );
  return { ...start, isAnew: run.isAnew === true, logs, id: run.id, run, place };
}

/** Best effort: a panel that is missing here reads for itself. */
async function companion(
  own: RunTarget,
  lead: FlightTarget,
  run: Run,
  { access }: Pick<WorkStart, 'access'>,
  services: PanelServices,
): Promise<Left | undefined> {
  const { dataSource } = lead.bound;
  const stored = await services.panels.get(own.panelId);
  if (stored?.settings.dataSourceId !== dataSource.id || !isReadablePanel(stored)) return undefined;
  const panel = readablePanel(stored);
  const bound = boundForAll(panel, dataSource, run.began);
  const target = bound && (await targetOf(panel, bound, access, services));
  return target && targetAt(run, target.place) === own ? leftOf(target, own, run, services) : undefined;
}

async function leftOf(
  target: FlightTarget,
  own: RunTarget,
  { id, n }: Run,
  services: PanelServices,
): Promise<Left | undefined> {
  const { storage, now } = services;
  const needsAll = splitRowSteps(target.bound.query.rowSteps).whole.length > 0;
  const readLog = own.isAside || needsAll ? readHeadAside : readHead;
  const head = await readLog(target.place, now(), storage);
  if (head?.readingId !== id || head.part?.n !== n || head.isFormer) return undefined;
  const shown = readLog === readHead ? head : await readHead(target.place, now(), storage);
  try {
    const [held, first] = [await heldOf(head, needsAll, services), await firstOf(head, services)];
    return { target: { ...target, head: shown }, before: { target: own, head, held, first } };
  } catch (error) {
    if (error instanceof SnapshotGone) return undefined;
    throw error;
  }
}

/** Rows that no chunk has are written with the next publication; a panel that needs all rows has them all in hand. */
async function heldOf(head: SnapshotHead, needsAll: boolean, { storage }: PanelServices): Promise<CellValue[][]> {
  if (head.writes.length === 0) return unpack<FirstValues>(head.first.packed);
  const places = Array.from({ length: head.columnCount }, (_, place) => place);
  if (!needsAll) return places.map(() => []);
  const values = await (await snapshotSource(head, storage)).values(places);
  return values.map((column) => [...column]);
}

async function firstOf(head: SnapshotHead, { storage }: PanelServices): Promise<CellValue[][]> {
  const most = Math.min(maxFirstRows, head.rowCount);
  if (head.first.count >= most) return unpack<FirstValues>(head.first.packed);
  const numbers = Array.from({ length: most }, (_, row) => row);
  const rows = await (await snapshotSource(head, storage)).rows(numbers);
  return Array.from({ length: head.columnCount }, (_, place) => rows.map((row) => row[place] ?? null));
}
