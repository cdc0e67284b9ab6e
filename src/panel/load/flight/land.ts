import type { OpenChanges } from '../../../ports';
import { brokenOffFreshMs } from '../../../shared/freshness';
import type { Reading } from '../../../shared/frame';
import type { Problem } from '../../../shared/problem';
import { dependsOnMoment } from '../../variables/bind-panel';
import type { CollectedReading, FrameRead } from '../../read/read-frame';
import type { PanelServices } from '../panel-services';
import type { SnapshotHead } from '../snapshot/head';
import { headAsideKey, headKey } from '../snapshot/place-keys';
import { headTtlSeconds, type HeadToStore, mayRenew, prepareSnapshot, renewedHead } from '../snapshot/snapshot-store';
import type { Flight } from './flight';
import { nobody } from './lease';
import { headOfLog } from './log-heads';
import { forgetPlace } from './next-place';
import { deleteReplaced, hasRoom } from './publish';
import { frameOf, gather, needsAll, readingOf, type RowLog } from './row-log';
import { storeWhileSo } from './run-basis';
import type { RunWork } from './run-work';
import type { FlightTarget } from './targets';
import { mayWrite } from './write-budget';

/** What a read came to for one panel: its new rows, kept ones, or a problem; `undefined` where it took no part to the end. */
export type Landing =
  | { kind: 'rows'; read: FrameRead }
  | { kind: 'kept'; head: SnapshotHead; staleReason?: string }
  | { kind: 'problem'; problem: Problem }
  | undefined;

/** How a reading ended for all panels. */
export interface Ended extends Pick<CollectedReading, 'validators' | 'isLeft'> {
  reading: Reading;
}

/** Left for the reply when the last companion is kept. */
const keepNeedsMs = 3000;

/** What the end of a reading is for one panel, and what is stored for it with the end of the flight. */
interface Landed {
  landing: Landing;
  log: RowLog;
  set: OpenChanges['set'];
  /** What readers are shown from then on, if that changes. */
  seen?: SnapshotHead;
}

/**
 * Keeps what a reading came to, for every panel, and gives the flight back with the facts of it, in one transaction.
 * Readers have their rows even if these cannot be kept.
 */
export async function land(
  work: RunWork,
  ended: Ended,
  facts: (landings: readonly Landing[]) => Partial<Flight>,
  services: PanelServices,
): Promise<Landing[]> {
  const landed: Landed[] = [];
  for (const [index, log] of work.logs.entries()) {
    if (index > 0 && services.remainingTime() < keepNeedsMs) break;
    landed.push(await landingOf(work, log, ended, services));
  }
  const landings = landed.map(({ landing }) => landing);
  const isStored = await store(work, landed, { ...facts(landings), run: undefined, ...nobody }, services);
  if (isStored) await clearUp(work, landed, services);
  return landings;
}

async function store(
  work: RunWork,
  landed: readonly Landed[],
  patch: Partial<Flight>,
  services: PanelServices,
): Promise<boolean> {
  const asides = work.run?.targets.filter((target) => target.isAside || isLogAside(work, target)) ?? [];
  // A run of a reader's own is for one panel, which is the one that the work is for.
  const { own } = work.logs[0]?.target.place ?? {};
  const gone = asides.map(({ panelId, hash }) => headAsideKey({ panelId, hash, own }));
  try {
    const changed = await storeWhileSo(
      work,
      () => {
        const set = landed.flatMap((each) => (work.logs.includes(each.log) ? each.set : []));
        return { patch, open: { set, delete: gone } };
      },
      services,
    );
    return changed === 'outdated' ? await notStored(work, patch) : changed === 'stored';
  } catch {
    services.log('snapshot-not-written', { dataSourceId: work.held.flight.dataSourceId });
    // Whoever comes next goes on where the last publication ended.
    await work.held.change({ ...patch, run: work.run }).catch(() => undefined);
    return false;
  }
}

/** Rows of a request, of rights or of a panel that are no more are for nobody but the reader who waits for them. */
async function notStored({ held }: RunWork, patch: Partial<Flight>): Promise<boolean> {
  await held.change(patch);
  return false;
}

function isLogAside({ logs }: RunWork, { panelId, hash }: { panelId: string; hash: string }): boolean {
  const log = logs.find(({ target: { place } }) => place.panelId === panelId && place.hash === hash);
  return log === undefined || needsAll(log);
}

/** What was shown before, what lay aside, and the place to go on are named by nothing any more. */
async function clearUp(work: RunWork, landed: readonly Landed[], services: PanelServices): Promise<void> {
  if (work.run) await forgetPlace(work.run.next, services);
  for (const { log, seen } of landed) {
    const kept = seen?.writes ?? log.shown?.writes ?? [];
    if (seen && log.shown) await deleteReplaced(log.shown, kept, services);
    await deleteReplaced({ writes: log.writes }, kept, services);
  }
}

async function landingOf(work: RunWork, log: RowLog, ended: Ended, services: PanelServices): Promise<Landed> {
  if (log.collector.problem) return { landing: { kind: 'problem', problem: log.collector.problem }, log, set: [] };
  if (!ended.isLeft(log.collector)) return { landing: undefined, log, set: [] };
  gather(log);
  const better = betterKept(log, ended.reading);
  if (better) {
    return { landing: { kind: 'kept', head: better, staleReason: ended.reading.warnings[0] }, log, set: [] };
  }
  const facts = { panelId: log.target.panel.id, rows: log.rowCount, readMs: ended.reading.durationMs };
  try {
    const { landing, stored } = await keep(work, log, ended, services);
    services.log(stored ? 'snapshot-written' : 'snapshot-not-kept', facts);
    if (!stored) return { landing, log, set: [] };
    const change = { key: headKey(log.target.place), value: stored.head, ttlSeconds: stored.ttlSeconds };
    return { landing, log, set: [change], seen: stored.head };
  } catch {
    services.log('snapshot-not-written', facts);
    return { landing: rowsInHand(log, ended), log, set: [] };
  }
}

/** Rows that were read to the end before are better than those of a reading that broke off. */
function betterKept({ shown, target: { ages } }: RowLog, { stopReason, fetchedAt }: Reading): SnapshotHead | undefined {
  if (!shown || shown.part || shown.isFormer || fetchedAt - shown.reading.fetchedAt > ages.keepMs) return undefined;
  return stopReason === 'failed' && shown.reading.stopReason !== 'failed' ? shown : undefined;
}

async function keep(
  work: RunWork,
  log: RowLog,
  ended: Ended,
  services: PanelServices,
): Promise<{ landing: Landing; stored: HeadToStore | undefined }> {
  const { target, shown } = log;
  const { keepMs } = target.ages;
  if (work.run && !needsAll(log)) {
    const freshUntil = freshUntilOf(target, ended.reading);
    const head = await headOfLog(log, { readingId: work.id, reading: ended.reading, freshUntil }, services);
    const all = head ?? cutHead(log, freshUntil);
    return { landing: { kind: 'kept', head: all }, stored: { head: all, ttlSeconds: headTtlSeconds(keepMs) } };
  }
  const landing = rowsInHand(log, ended);
  if (!(await hasRoom(log, work.inBackground, services))) return { landing, stored: undefined };
  const { frame, reading } = landing.read;
  const mayBeWritten = work.run ? undefined : (bytes: number) => mayWrite(bytes, target.place, services);
  const content = {
    frame,
    reading,
    validators: ended.validators,
    freshUntil: freshUntilOf(target, reading),
    keepMs,
    mayWrite: mayBeWritten,
  };
  const complete = shown?.part ? undefined : shown;
  return { landing, stored: await prepareSnapshot(target.place, content, complete, services) };
}

/** The rows up to the last publication, where all of them would be more than is kept. */
function cutHead({ published }: RowLog, freshUntil: number): SnapshotHead {
  if (!published) throw new Error('a run that is gone on with has been published');
  const { part: _, reading, ...head } = published;
  return { ...head, reading: { ...reading, stopReason: 'byte-limit' }, freshUntil };
}

function rowsInHand(log: RowLog, { reading, validators }: Ended): Extract<Landing, { kind: 'rows' }> {
  const { frame, warnings } = frameOf(log);
  return { kind: 'rows', read: { frame, reading: readingOf(log, reading, warnings), validators } };
}

export function freshUntilOf({ ages: { freshMs } }: FlightTarget, { fetchedAt, stopReason }: Reading): number {
  return fetchedAt + (stopReason === 'failed' ? Math.min(brokenOffFreshMs, freshMs) : freshMs);
}

/** Gives the flight back with the kept rows as those of a reading that found them unchanged, whether that can be noted or not. */
export async function landUnchanged(
  work: RunWork,
  { fetchedAt, durationMs }: Reading,
  patch: Partial<Flight>,
  services: PanelServices,
): Promise<Landing> {
  const given = { ...patch, ...nobody };
  const heads = new Map(
    work.logs.flatMap((log) => {
      const renewed = renewedFrom(log, fetchedAt, durationMs);
      return renewed ? [[log, renewed] as const] : [];
    }),
  );
  try {
    const toStore = () => ({
      patch: given,
      open: { set: work.logs.flatMap((log) => heads.get(log) ?? []), delete: [] },
    });
    if ((await storeWhileSo(work, toStore, services)) === 'outdated') await notStored(work, given);
  } catch {
    services.log('snapshot-not-written', { dataSourceId: work.held.flight.dataSourceId });
  }
  const [first] = heads.values();
  return first && { kind: 'kept', head: first.value };
}

function renewedFrom({ shown, target: { ages, place } }: RowLog, fetchedAt: number, durationMs: number) {
  if (!shown) return undefined;
  const reading = { ...shown.reading, fetchedAt, durationMs };
  const freshUntil = fetchedAt + ages.freshMs;
  const { head, ttlSeconds } = renewedHead(place, shown, { reading, freshUntil, keepMs: ages.keepMs });
  return { key: headKey(place), value: head, ttlSeconds };
}

/**
 * The validators that all of these panels' rows share and may be renewed by; `undefined` where the rows must be read, as
 * those must that an unchanged response would give anew at another moment.
 */
export function sharedValidators(logs: readonly RowLog[], now: number): SnapshotHead['validators'] {
  const [first, ...others] = logs.map(({ shown, target }) =>
    shown && !shown.part && mayRenew(shown, now) && !dependsOnMoment(target.bound) ? shown.validators : undefined,
  );
  const isShared = others.every((each) => each?.etag === first?.etag && each?.lastModified === first?.lastModified);
  return first && others.every(Boolean) && isShared ? first : undefined;
}
