import type { OpenChanges } from '../../../ports';
import type { Reading } from '../../../shared/frame';
import type { ReadingPlace } from '../../read/reading-place';
import type { PanelServices } from '../panel-services';
import type { SnapshotHead } from '../snapshot/head';
import { headAsideKey, headKey } from '../snapshot/place-keys';
import { deleteRowsOf, headTtlSeconds, partLivesMs, prepareSnapshot } from '../snapshot/snapshot-store';
import type { Flight, Lease } from './flight';
import { headOfLog, keyOfLog, type HeadOf, shownHead } from './log-heads';
import { forgetPlace, keepPlace } from './next-place';
import { frameOf, gather, letGo, needsAll, readingOf, type RowLog, runTarget } from './row-log';
import type { Run } from './run';
import { storeWhileSo } from './run-basis';
import type { RunWork } from './run-work';
import { makeRoom } from './variants';

/**
 * How a publication ended: everybody sees it; somebody else holds the flight; the request, the rights or the panel have
 * changed; the rows are more than is kept.
 */
export type Published = 'published' | 'lost' | 'outdated' | 'too-large';

/** How far the reading is that is published, and who holds the flight from then on. */
export interface Publication {
  reading: Reading;
  place: ReadingPlace;
  lease: Lease;
  patch?: Partial<Flight>;
}

/**
 * Shows the rows since the last publication, with the place to go on and the lease, in one transaction: no head is written
 * by somebody whose lease is over, and no part is without its place. What the rows before lay in goes afterwards; whoever
 * has lost deletes nothing, for the head may name it.
 * @throws what the storage throws, with nothing shown
 */
export async function publish(
  work: RunWork,
  { reading, place, lease, patch = {} }: Publication,
  services: PanelServices,
): Promise<Published> {
  const { held, run: before } = work;
  const n = (before?.n ?? 0) + 1;
  const logs = await logsWithRoom(work, services);
  const of: HeadOf = { readingId: work.id, reading, freshUntil: reading.fetchedAt, part: { n, until: lease.until } };
  const { flight, holder } = held;
  const [next, parts] = await Promise.all([
    keepPlace({ flightId: flight.id, holder, n }, place, services),
    Promise.all(logs.map((log) => partOf(log, of, services))),
  ]);
  if (parts.includes(undefined)) {
    await forgetPlace(next, services);
    return 'too-large';
  }
  const { began, pages, rows } = place;
  const run: Run = { id: work.id, began, at: services.now(), n, pages, rows, next, targets: [] };
  if (work.isAnew) run.isAnew = true;
  const shown = () => logs.flatMap((log, index) => (work.logs.includes(log) ? [{ log, part: parts[index]! }] : []));
  const changed = await storeWhileSo(
    work,
    () => {
      const published = shown();
      run.targets = published.map(({ log }) => runTarget(log));
      const set = published.flatMap(({ part }) => part.set);
      return {
        patch: { ...patch, ...lease, run },
        open: { set, delete: published.flatMap(({ part }) => part.delete) },
      };
    },
    services,
  );
  if (changed === 'outdated') await forgetPlace(next, services);
  if (changed !== 'stored') return changed;
  work.run = run;
  if (before) await forgetPlace(before.next, services);
  for (const { part } of shown()) await part.afterwards();
  for (const { log } of shown()) letGo(log);
  return 'published';
}

/** The logs whose rows are kept; the others leave the run. */
async function logsWithRoom(work: RunWork, services: PanelServices): Promise<RowLog[]> {
  const kept: RowLog[] = [];
  for (const log of work.logs) {
    if (log.collector.problem) continue;
    gather(log);
    if (await hasRoom(log, true, services)) kept.push(log);
  }
  return kept;
}

/** Whether the rows may be kept beside those of other values; `isLong` where a reader's call is too short to read them. */
export async function hasRoom(log: RowLog, isLong: boolean, services: PanelServices): Promise<boolean> {
  if (log.hasRoom) return true;
  log.hasRoom = log.shown !== undefined || (await makeRoom(log.target, isLong, services));
  return log.hasRoom;
}

interface Part extends OpenChanges {
  /** Lets go of what is shown no longer. */
  afterwards(): Promise<void>;
}

const ttlSeconds = headTtlSeconds(partLivesMs);

/** The heads of the log's part; `undefined` where the rows are more than is kept. */
async function partOf(log: RowLog, of: HeadOf, services: PanelServices): Promise<Part | undefined> {
  const { place } = log.target;
  const wasAside = log.isAside;
  if (wasAside && log.shown?.part && log.rowCount >= log.shown.rowCount) log.isAside = false;
  const head = await headOfLog(log, of, services);
  if (!head) return undefined;
  const set = [{ key: keyOfLog(log), value: head, ttlSeconds }];
  let seen = log.isAside ? undefined : head;
  if (!log.isAside && needsAll(log)) {
    seen = await shownPart(log, of, services);
    if (seen) set.push({ key: headKey(place), value: seen, ttlSeconds });
  }
  const isAsideOver = wasAside && !log.isAside && !needsAll(log);
  const former = seen && log.shown;
  return {
    set,
    delete: isAsideOver ? [headAsideKey(place)] : [],
    async afterwards() {
      log.published = head;
      log.publishedRows = log.rowCount;
      if (seen) log.shown = seen;
      if (former) await deleteReplaced(former, [...(seen?.writes ?? []), ...log.writes], services);
    },
  };
}

/** What readers see of a panel that needs all rows: few are made anew each time, of many those of the first part stay. */
async function shownPart(log: RowLog, of: HeadOf, services: PanelServices): Promise<SnapshotHead | undefined> {
  const few = shownHead(log, of);
  if (few) return few;
  const { shown, target } = log;
  const { part } = of;
  if (shown?.part && shown.readingId.startsWith(of.readingId))
    return { ...shown, part, reading: readingOf(log, of.reading) };
  const { frame, warnings } = frameOf(log);
  const content = { frame, reading: readingOf(log, of.reading, warnings), freshUntil: of.freshUntil };
  const stored = await prepareSnapshot(target.place, { ...content, keepMs: target.ages.keepMs }, undefined, services);
  return stored && { ...stored.head, readingId: `${of.readingId}:${part?.n ?? 0}`, part };
}

/** Deletes what a head named that has been replaced, but what the other writes are of. A failure leaves it to the pruner. */
export async function deleteReplaced(
  { writes }: Pick<SnapshotHead, 'writes'>,
  kept: readonly { id: string }[],
  { storage }: Pick<PanelServices, 'storage'>,
): Promise<void> {
  const gone = writes.filter(({ id }) => !kept.some((each) => each.id === id));
  await deleteRowsOf({ writes: gone }, storage).catch(() => undefined);
}
