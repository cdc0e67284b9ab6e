import { isReadable } from '../data-sources/data-source-store';
import { insistOnChange } from '../grants/change';
import { discardDraft } from '../grants/discard-draft';
import { draftSchema, type Draft } from '../grants/draft';
import type { Grant } from '../grants/grant';
import type { LetGoServices } from '../grants/let-go';
import { isReadableGrant } from '../grants/readable-grant';
import { newId } from '../ids';
import { draftPrefix } from '../keys';
import type { EntityStorage, Revisioned } from '../ports';

/** A record that says who made it; nobody, where the account was closed since. */
export interface Made extends Revisioned {
  schema: number;
  createdBy: string;
  createdAt: number;
  /** Who saved it last, of records that say so. */
  updatedBy?: string;
  updatedAt?: number;
}

export interface MakerServices extends LetGoServices {
  panels: EntityStorage<Made>;
  grants: EntityStorage<Grant>;
  /** The version of panel records that may be rewritten. */
  panelSchema: number;
}

/** Takes closed accounts out of what admins made and saved, and out of the grants that they authenticated; their drafts go. */
export async function eraseMakers(closed: ReadonlySet<string>, services: MakerServices): Promise<void> {
  const { dataSources, panels, panelSchema } = services;
  const drafts = await services.storage.list<Draft>(draftPrefix);
  for (const { value } of drafts) {
    if (closed.has(value.owner) && value.schema <= draftSchema) await discardDraft(value, services);
  }
  await eraseFrom(closed, dataSources, isReadable);
  await eraseFrom(closed, panels, ({ schema }) => schema <= panelSchema);
  for (const { id, value } of await services.grants.list()) {
    if (!closed.has(value.facts?.accountId ?? '') || !isReadableGrant(value)) continue;
    await insistOnChange(services.grants, id, ({ facts }) => ({ facts: facts && { ...facts, accountId: undefined } }));
  }
}

async function eraseFrom<T extends Made>(
  closed: ReadonlySet<string>,
  records: EntityStorage<T>,
  mayChange: (record: T) => boolean,
): Promise<void> {
  for (const { id } of await records.list()) {
    const record = await records.get(id);
    if (!record || !isOfClosed(record, closed) || !mayChange(record)) continue;
    await records.replace(id, record.rev, {
      ...record,
      ...withoutClosed(record, closed),
      rev: record.rev + 1,
      by: newId(),
    });
  }
}

const isOfClosed = ({ createdBy, updatedBy = '' }: Made, closed: ReadonlySet<string>): boolean =>
  closed.has(createdBy) || closed.has(updatedBy);

function withoutClosed(
  { createdBy, updatedBy }: Made,
  closed: ReadonlySet<string>,
): Pick<Made, 'createdBy' | 'updatedBy'> {
  const open = (account: string) => (closed.has(account) ? '' : account);
  return { createdBy: open(createdBy), ...(updatedBy !== undefined && { updatedBy: open(updatedBy) }) };
}
