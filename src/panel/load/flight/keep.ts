import type { Reading } from '../../../shared/frame';
import type { Problem } from '../../../shared/problem';
import { brokenOffFreshMs } from '../../../shared/freshness';
import type { PanelServices } from '../panel-services';
import type { FrameOutcome, FrameRead } from '../../read/read-frame';
import type { SnapshotHead } from '../snapshot/head';
import { mayRenew, renewSnapshot, writeSnapshot } from '../snapshot/snapshot-store';
import { spendWrites } from './request-budget';
import { dependsOnMoment } from '../../variables/bind-panel';
import type { FlightTarget } from './targets';
import { makeRoom } from './variants';

const bytesOfUnit = 10_000;
const smallUnits = 20;

/** What a read came to for one panel: its new rows, the kept ones still being better or the same, or a problem. */
export type Landing =
  | { kind: 'rows'; read: FrameRead }
  | { kind: 'kept'; head: SnapshotHead; staleReason?: string }
  | { kind: 'problem'; problem: Problem }
  | undefined;

/**
 * Keeps what a read brought for a panel. Readers have their rows even if these cannot be kept.
 * `isPart` says that the rest of the rows is still to come.
 */
export async function keepOutcome(
  target: FlightTarget,
  outcome: FrameOutcome,
  { isPart, inBackground }: { isPart: boolean; inBackground: boolean },
  services: PanelServices,
): Promise<Landing> {
  if (!outcome) return undefined;
  if ('problem' in outcome) return { kind: 'problem', problem: outcome.problem };
  const better = betterKept(target, outcome, isPart);
  if (better) return { kind: 'kept', head: better, staleReason: outcome.reading.warnings[0] };
  await tryToWrite(target, outcome, { isPart, inBackground }, services);
  return { kind: 'rows', read: outcome };
}

/** Rows that were read to the end before are better than those of a reading that broke off or is not at its end. */
function betterKept(
  { head, ages }: FlightTarget,
  { reading, frame }: FrameRead,
  isPart: boolean,
): SnapshotHead | undefined {
  if (!head || head.isFormer || reading.fetchedAt - head.reading.fetchedAt > ages.keepMs) return undefined;
  const brokeOff = reading.stopReason === 'failed' && head.reading.stopReason !== 'failed';
  return brokeOff || (isPart && head.rowCount >= frame.rowCount) ? head : undefined;
}

async function tryToWrite(
  target: FlightTarget,
  { frame, reading, validators }: FrameRead,
  { isPart, inBackground }: { isPart: boolean; inBackground: boolean },
  services: PanelServices,
): Promise<void> {
  const { panel, place, ages, head } = target;
  const facts = { panelId: panel.id, rows: frame.rowCount, readMs: reading.durationMs };
  const freshUntil = freshUntilOf(target, reading, isPart);
  try {
    if (!head && !(await makeRoom(target, inBackground, services))) return services.log('snapshot-of-too-many', facts);
    const content = { frame, reading, freshUntil, validators, keepMs: ages.keepMs };
    const mayWrite = (bytes: number) => isWithinBudget(bytes, services);
    const isKept = await writeSnapshot(place, { ...content, mayWrite }, head, services);
    services.log(isKept ? 'snapshot-written' : 'snapshot-not-kept', facts);
  } catch {
    services.log('snapshot-not-written', facts);
  }
}

/** A small snapshot is worth no look at the budget. */
async function isWithinBudget(bytes: number, services: PanelServices): Promise<boolean> {
  const units = Math.ceil(bytes / bytesOfUnit);
  return units <= smallUnits || (await spendWrites(units, services)) === 0;
}

function freshUntilOf(
  { ages: { freshMs } }: FlightTarget,
  { fetchedAt, stopReason }: Reading,
  isPart: boolean,
): number {
  if (isPart) return fetchedAt;
  return fetchedAt + (stopReason === 'failed' ? Math.min(brokenOffFreshMs, freshMs) : freshMs);
}

/** The kept rows as those of a reading that found them unchanged, whether that can be noted or not. */
export async function keepUnchanged(
  { panel, head, place, ages }: FlightTarget,
  { fetchedAt, durationMs }: Reading,
  services: PanelServices,
): Promise<Landing> {
  if (!head) return undefined;
  const reading = { ...head.reading, fetchedAt, durationMs };
  const freshUntil = fetchedAt + ages.freshMs;
  await renewSnapshot(place, head, { reading, freshUntil, keepMs: ages.keepMs }, services).catch(() =>
    services.log('snapshot-not-written', { panelId: panel.id }),
  );
  return { kind: 'kept', head: { ...head, reading, freshUntil } };
}

/**
 * The validators that all of these heads share and may be renewed by; `undefined` where the rows must be read, as those
 * must that an unchanged response would give anew at another moment.
 */
export function sharedValidators(targets: readonly FlightTarget[], now: number): SnapshotHead['validators'] {
  const [first, ...others] = targets.map(({ head, bound }) =>
    head && mayRenew(head, now) && !dependsOnMoment(bound) ? head.validators : undefined,
  );
  const isShared = others.every((each) => each?.etag === first?.etag && each?.lastModified === first?.lastModified);
  return first && others.every(Boolean) && isShared ? first : undefined;
}
