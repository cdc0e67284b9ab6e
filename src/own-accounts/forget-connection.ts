import type { Grant } from '../grants/grant';
import { newId } from '../ids';
import { openCount, type ConnectionRecords } from './change-connection';
import { movedCounts, readerCountId, type Reader, type ReaderCount } from './reader';

/**
 * True if the grant and its reader, as they were read, are gone now; both or none. Whoever connects changes the counts too, so
 * nothing goes that was connected meanwhile.
 */
export async function forgetConnection(
  grant: Grant,
  reader: Reader | undefined,
  records: Pick<ConnectionRecords, 'readerCounts' | 'transact'>,
): Promise<boolean> {
  const count = await openCount(records);
  const connected = movedCounts(count, reader?.cohort, undefined);
  const counts: ReaderCount = { ...count, connected, rev: count.rev + 1, by: newId() };
  return records.transact([
    { entity: 'reader', id: readerCountId, expectedRev: count.rev, value: counts },
    { entity: 'reader-grant', id: grant.id, expectedRev: grant.rev },
    ...(reader ? [{ entity: 'reader' as const, id: reader.id, expectedRev: reader.rev }] : []),
  ]);
}
