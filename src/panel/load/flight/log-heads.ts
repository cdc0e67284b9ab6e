import type { Reading } from '../../../shared/frame';
import type { PanelServices } from '../panel-services';
import { pack } from '../snapshot/codec';
import { bytesOf, encodeRows, headOf, headWithoutChunks } from '../snapshot/encode';
import type { SnapshotHead } from '../snapshot/head';
import { headAsideKey, headKey, type KeyedPlace, newWriteId } from '../snapshot/place-keys';
import { storeChunks } from '../snapshot/snapshot-store';
import { frameOf, needsAll, pendingValues, readingOf, type RowLog } from './row-log';

/** Which reading a head is of, and how far it is; no `part` for one that is all there. */
export interface HeadOf {
  readingId: string;
  reading: Reading;
  freshUntil: number;
  part?: SnapshotHead['part'];
}

type HeadServices = Pick<PanelServices, 'storage' | 'now'>;

/** Rows that are not all there yet are kept aside where they are not what readers are shown. */
export function keyOfLog(log: RowLog): string {
  const { place } = log.target;
  return log.isAside || needsAll(log) ? headAsideKey(place) : headKey(place);
}

/** Both keys that a write may be named under. */
export function headKeysOf(place: KeyedPlace): string[] {
  return [headKey(place), headAsideKey(place)];
}

/**
 * Writes the log's rows that lie in no write yet, and makes the head of all its rows; `undefined` where they would be more
 * than is kept. Nothing names the rows before the head is stored.
 */
export async function headOfLog(
  log: RowLog,
  { reading, ...of }: HeadOf,
  services: HeadServices,
): Promise<SnapshotHead | undefined> {
  const packedColumns = pack(log.columns);
  const { rows } = log.target.place;
  const facts = { ...of, rows, reading: readingOf(log, reading), rowCount: log.rowCount, packedColumns };
  if (log.writes.length === 0) {
    const small = headWithoutChunks({ ...facts, values: log.held });
    if (small) return small;
  }
  if (!(await writePending(log, packedColumns, services))) return undefined;
  return { ...headOf({ ...facts, first: log.first, writes: log.writes }), writtenAt: log.writtenAt };
}

async function writePending(log: RowLog, packedColumns: string, services: HeadServices): Promise<boolean> {
  const values = pendingValues(log);
  const row = log.rowCount - (values[0]?.length ?? 0);
  if (row === log.rowCount && log.writes.length > 0) return true;
  const { place, ages } = log.target;
  const encoded = encodeRows(values, { id: newWriteId(place), row, bytesBefore: log.bytes, packedColumns });
  if (!encoded) return false;
  await storeChunks(
    encoded.chunks,
    { id: encoded.rows.id, headKeys: headKeysOf(place), keepMs: ages.keepMs },
    services,
  );
  log.writes = [...log.writes, encoded.rows];
  log.bytes += bytesOf(encoded.chunks);
  log.writtenAt ||= services.now();
  return true;
}

/** What readers are shown of a panel that needs all rows: few rows in a head; `undefined` where they are too many. */
export function shownHead(log: RowLog, { readingId, part, reading, ...of }: HeadOf): SnapshotHead | undefined {
  const { frame, warnings } = frameOf(log);
  const id = `${readingId}:${part?.n ?? 0}`; // these rows are not added to, they are others each time
  return headWithoutChunks({
    ...of,
    part,
    rows: log.target.place.rows,
    readingId: id,
    reading: readingOf(log, reading, warnings),
    rowCount: frame.rowCount,
    packedColumns: pack(frame.columns),
    values: frame.values,
  });
}
