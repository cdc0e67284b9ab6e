import { nextGrant } from '../grants/change';
import { emptyGrant, type Grant } from '../grants/grant';
import { readableGrant } from '../grants/readable-grant';
import { newId } from '../ids';
import type { Delay, EntityStorage, EntityChange, Now, Transact } from '../ports';
import { Problem } from '../shared/problem';
import { movedCounts, readerCountId, readerSchema, type Reader, type ReaderCount } from './reader';

export interface ConnectionRecords {
  readerGrants: EntityStorage<Grant>;
  readers: Pick<EntityStorage<Reader>, 'get'>;
  readerCounts: EntityStorage<ReaderCount>;
  transact: Transact;
  now: Now;
  delay: Delay;
}

/** What is stored of one account of a reader. */
export interface StoredConnection {
  /** One that has obtained nothing where none is stored. */
  grant: Grant;
  reader: Reader | undefined;
  count: ReaderCount;
}

/** What is to be stored of it; the reader goes where it is absent. */
export interface ChangedConnection {
  grant: Partial<Grant>;
  reader?: Omit<Reader, 'rev' | 'by' | 'schema' | 'id'>;
  /** Open records that go with the change. */
  forgotten?: string[];
}

const contenders = 20;
const pauseMs = 200;

/**
 * The grant after the change, with its reader and the counts changed in the same transaction; `undefined` where `change`
 * finds nothing to be done. It is made anew from what is stored for as long as others are faster. A grant is born with
 * the milliseconds since the epoch as its revision, so that one that was deleted never meets a writer who knew it before.
 * @throws Problem `busy`, `record-newer`, and what `change` throws
 */
export async function changeConnection(
  id: string,
  records: ConnectionRecords,
  change: (found: StoredConnection) => Promise<ChangedConnection | undefined>,
): Promise<Grant | undefined> {
  for (let attempt = 0; attempt < contenders; attempt += 1) {
    const stored = await storedConnection(id, records);
    const changed = await change(stored.found);
    if (!changed) return undefined;
    const grant = nextGrant(stored.found.grant, changed.grant);
    if (await write(grant, stored, changed, records)) return grant;
    await records.delay(pauseMs * Math.random());
  }
  throw new Problem('busy', 'Many people are connecting their accounts right now. Try again in a moment.', {
    retryAfterMs: 5000,
  });
}

interface Stored {
  found: StoredConnection;
  isNew: boolean;
}

async function storedConnection(id: string, records: ConnectionRecords): Promise<Stored> {
  const { readerGrants, readers, now } = records;
  const [grant, reader, count] = await Promise.all([readerGrants.get(id), readers.get(id), madeCount(records)]);
  const known = readableGrant(grant) ?? emptyGrant(id, newId(), now());
  return { found: { grant: known, reader, count }, isNew: grant === undefined };
}

/** The counts as they are stored; of nobody where there are none. */
export async function openCount({ readerCounts }: Pick<ConnectionRecords, 'readerCounts'>): Promise<ReaderCount> {
  return (await readerCounts.get(readerCountId)) ?? ofNobody();
}

const ofNobody = (): ReaderCount => ({ schema: readerSchema, rev: 1, by: newId(), connected: {} });

/** The same, stored if there are none: what changes with them is written under the condition of their revision. */
async function madeCount({ readerCounts }: Pick<ConnectionRecords, 'readerCounts'>): Promise<ReaderCount> {
  const stored = await readerCounts.get(readerCountId);
  if (stored) return stored;
  await readerCounts.create(readerCountId, ofNobody());
  return (await readerCounts.get(readerCountId)) ?? ofNobody();
}

/** The counts' condition lets one at a time in, so a grant that was not there cannot have been made meanwhile. */
function write(
  grant: Grant,
  { found: { reader, count, grant: before }, isNew }: Stored,
  { reader: next, forgotten = [] }: ChangedConnection,
  { transact }: ConnectionRecords,
): Promise<boolean> {
  const connected = movedCounts(count, reader?.cohort, next?.cohort);
  const counts: ReaderCount = { ...count, connected, rev: count.rev + 1, by: newId() };
  return transact(
    [
      { entity: 'reader', id: readerCountId, expectedRev: count.rev, value: counts },
      { entity: 'reader-grant', id: grant.id, expectedRev: isNew ? undefined : before.rev, value: grant },
      ...readerChange(grant.id, reader, next),
    ],
    { set: [], delete: forgotten },
  );
}

function readerChange(id: string, stored: Reader | undefined, next: ChangedConnection['reader']): EntityChange[] {
  if (next) {
    const value: Reader = { ...next, schema: readerSchema, id, rev: (stored?.rev ?? 0) + 1, by: newId() };
    return [{ entity: 'reader', id, expectedRev: stored?.rev, value }];
  }
  return stored ? [{ entity: 'reader', id, expectedRev: stored.rev }] : [];
}
