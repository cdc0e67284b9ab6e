import type { LoadReply } from '../contract';
import type { Frame, Reading } from '../frame';
import { Problem } from '../problem';
import { frameSource } from '../visuals/frame-source';
import { readBounds } from './bounds';
import { takeFetchLease } from './fetch-lease';
import { brokenOffFreshMs, freshMs, refreshAgeMs } from './freshness';
import { keptHead, keptRows, type Load, replyWith } from './kept-rows';
import { mayShowLastGoodRows } from './last-good-rows';
import { readFrame } from './read-frame';
import type { SnapshotHead } from './snapshot/head';
import { writeSnapshot } from './snapshot/store';

const askAgainMs = 1500;

/**
 * The asked rows: kept ones where they are fresh, else read from the remote, else the last good ones with the reason;
 * `pending` while somebody else reads and none are kept.
 * @throws Problem of `readFrame` where no rows are kept that may stand in
 */
export async function loadRows(load: Load): Promise<LoadReply> {
  const head = await keptHead(load);
  const fresh = await freshRows(load, head);
  if (fresh) return fresh;
  const { place, services, panel } = load;
  const release = await takeFetchLease(place.hash, services);
  if (!release) return whileOthersRead(load, head);
  try {
    return await underLease(load, head);
  } finally {
    await release().catch(() => services.log('fetch-lease-kept', { panelId: panel.id }));
  }
}

async function freshRows(load: Load, head: SnapshotHead | undefined): Promise<LoadReply | undefined> {
  return head && isFresh(load, head) ? keptRows(load, head) : undefined;
}

/** Whoever asks for new rows gets them where the kept ones are old enough to be worth a request. */
function isFresh({ request, services }: Load, { reading, freshUntil }: SnapshotHead): boolean {
  return request.refresh ? services.now() - reading.fetchedAt < refreshAgeMs : services.now() < freshUntil;
}

async function whileOthersRead(load: Load, head: SnapshotHead | undefined): Promise<LoadReply> {
  const kept = head && (await keptRows(load, head, 'New rows are being read just now.'));
  return kept ?? { state: 'pending', askAgainMs };
}

/** Whoever had the lease before may have read what is wanted here, so the head is looked at again. */
async function underLease(load: Load, known: SnapshotHead | undefined): Promise<LoadReply> {
  const head = await keptHead(load);
  const fresh = head?.writeId === known?.writeId ? undefined : await freshRows(load, head);
  return fresh ?? readAnew(load, head);
}

async function readAnew(load: Load, head: SnapshotHead | undefined): Promise<LoadReply> {
  const { panel, dataSource, access, services } = load;
  try {
    const { frame, reading } = await readFrame(panel.settings, dataSource, access, readBounds, services);
    const whole = await wholeRows(load, head, reading);
    if (whole) return whole;
    await keep(load, frame, reading, head);
    return await replyWith(load, frameSource(frame), reading);
  } catch (error) {
    const lastGood = await lastGoodRows(load, head, error);
    if (lastGood) return lastGood;
    throw error;
  }
}

/** Rows that were read to the end before are better than those of a reading that broke off. */
async function wholeRows(load: Load, head: SnapshotHead | undefined, reading: Reading): Promise<LoadReply | undefined> {
  const isBetter = reading.stopReason === 'failed' && head && head.reading.stopReason !== 'failed';
  return isBetter ? keptRows(load, head, reading.warnings[0]) : undefined;
}

async function lastGoodRows(
  load: Load,
  head: SnapshotHead | undefined,
  error: unknown,
): Promise<LoadReply | undefined> {
  if (!head || !(error instanceof Problem) || !mayShowLastGoodRows(error, load.access)) return undefined;
  const { code, details } = error;
  load.services.log('last-good-rows', { panelId: load.panel.id, code, status: details.status });
  return keptRows(load, head, error.message);
}

/** The reader has his rows whether they can be kept or not. */
async function keep(load: Load, frame: Frame, reading: Reading, previous: SnapshotHead | undefined): Promise<void> {
  const { place, panel, services } = load;
  const freshUntil = reading.fetchedAt + (reading.stopReason === 'failed' ? brokenOffFreshMs : freshMs);
  const facts = { panelId: panel.id, rows: frame.rowCount, readMs: reading.durationMs };
  try {
    const isKept = await writeSnapshot(place, { frame, reading, freshUntil }, previous, services);
    services.log(isKept ? 'snapshot-written' : 'snapshot-too-large', facts);
  } catch {
    services.log('snapshot-not-written', facts);
  }
}
