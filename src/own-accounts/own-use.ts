import { newId } from '../ids';
import type { EntityStorage, Now } from '../ports';
import { ownGrantId } from './own-grant';
import { dayOf, type Reader } from './reader';

/**
 * Notes that a reader's own account is used today: one write a day at most, and none where another write is faster or the
 * account is not connected any more.
 */
export async function noteOwnUse(
  dataSourceId: string,
  accountId: string,
  { readers, now }: { readers: Pick<EntityStorage<Reader>, 'get' | 'replace'>; now: Now },
): Promise<void> {
  const id = ownGrantId(dataSourceId, accountId);
  const reader = await readers.get(id);
  const usedOn = dayOf(now());
  if (!reader || reader.usedOn >= usedOn) return;
  await readers.replace(id, reader.rev, { ...reader, usedOn, rev: reader.rev + 1, by: newId() });
}
