import { type Flight, slowPageMs } from './flight/flight';
import { heldFlight, type HeldFlight } from './flight/held-flight';
import { nobody } from './flight/lease';
import type { RunEnd } from './flight/run-end';
import type { Load, Loaded } from './kept-rows';
import { replyTo } from './reply-of-run';
import { noteSeenPages } from './shown-pages';
import type { SnapshotHead } from './snapshot/head';
import { busyRows, isBusy } from './stand-in-rows';

/** What the reader gets who has taken up a reading that others left: it is read on from there. */
export async function wentOn<T>(load: Load<T>, head: SnapshotHead | undefined, taken: Flight): Promise<Loaded<T>> {
  const { access, job, services } = load;
  const held = heldFlight(taken, services);
  return ended(load, head, held, async () => {
    const { goOn } = await import('./flight/go-on');
    return goOn({ access, held, lead: { ...load, head }, inBackground: false }, job, services);
  });
}

/** What the reader gets who begins a reading at its first page. */
export async function begun<T>(
  load: Load<T>,
  held: HeldFlight,
  head: SnapshotHead | undefined,
  calledAt: number,
): Promise<Loaded<T>> {
  const { access, job, services } = load;
  return ended(load, head, held, async () => {
    const { readRun } = await import('./flight/read-run'); // most calls find rows and need no reader
    const { leftToQueue } = await import('./flight/left-to-queue');
    const { newWork } = await import('./flight/run-work');
    if (held.flight.firstMs >= slowPageMs && (await leftToQueue({ held }, job, services))) return { kind: 'left' };
    const waitingSince = load.request.refetch || load.needsAll ? undefined : calledAt;
    const { accountId } = load;
    const start = { access, accountId, held, lead: { ...load, head }, inBackground: false, waitingSince };
    return readRun(await newWork(start, services), job, services);
  });
}

/** What a holder's reader gets; whatever goes wrong, the lease is given back. */
async function ended<T>(
  load: Load<T>,
  head: SnapshotHead | undefined,
  held: HeldFlight,
  work: () => Promise<RunEnd>,
): Promise<Loaded<T>> {
  const noted = noteSeenPages(load.services); // beside a reading, where a few milliseconds are nothing
  try {
    const end = await work();
    if (load.own && bringsRows(end)) await requireStillOwn(load);
    return await replyTo(load, head, held, end);
  } catch (error) {
    if (isBusy(error)) return await busyRows(load, head, error);
    throw error;
  } finally {
    if (held.flight.holder === held.holder) await giveBack(held, load.services);
    await noted;
  }
}

const bringsRows = (end: RunEnd): boolean => end.kind !== 'landed' || end.landing.kind !== 'problem';

/** Whoever disconnects their account while it reads is shown nothing that it still brought. */
async function requireStillOwn({ own, services }: Load<unknown>): Promise<void> {
  const { requireStillOwn: require } = await import('./identity/own-problem');
  if (own) await require(own, services);
}

/** A lease that cannot be given back ends by its own time. */
async function giveBack(held: HeldFlight, { log }: Load<unknown>['services']): Promise<void> {
  const given = await held.change(nobody).catch(() => false);
  if (!given) log('flight-not-given-back', { dataSourceId: held.flight.dataSourceId });
}
