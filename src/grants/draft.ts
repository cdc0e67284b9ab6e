import type { DataSourceForm, DataSourceSettings } from '../shared/contract';
import { withReceivers } from '../data-sources/credentials';
import type { Credentials } from '../data-sources/data-source';
import { completeSettings } from '../data-sources/default-settings';
import { isId } from '../ids';
import { credentialsKey, draftKey } from '../keys';
import type { Now, Storage } from '../ports';
import { Problem } from '../shared/problem';
import { hasMembers, unreadableRecord } from '../unreadable-record';

export const draftSchema = 1;

/**
 * What a form said when *Authenticate* was clicked on it, owned by one admin for a day. Its grant is its own; only *Save*
 * makes it the data source's.
 */
export interface Draft {
  schema: number;
  id: string;
  owner: string;
  settings: DataSourceSettings;
  /** Absent where the client has no secret. */
  credentials?: Credentials;
  /** The data source it is for: a stored one, or the id that a new one will get. */
  dataSourceId: string;
  /** It is for one that was stored before; absent where it is not, or an earlier version of the app made the draft. */
  isOfStored?: boolean;
  expiresAt: number;
}

/**
 * The draft of that id.
 * @throws Problem `not-found` (unknown, or older than a day), `forbidden` (somebody else's), `record-newer`,
 *   `record-unreadable`
 */
export async function openDraft(id: string, accountId: string, ports: { storage: Storage; now: Now }): Promise<Draft> {
  const draft = isId(id) ? await ports.storage.get<Draft>(draftKey(id)) : undefined;
  if (!draft || !(ports.now() < draft.expiresAt)) {
    throw new Problem('not-found', 'This sign-in was kept for a day and has expired. Click Authenticate again.');
  }
  if (draft.schema > draftSchema || !hasMembers(draft, { owner: 'string', settings: 'object' })) {
    throw unreadableRecord('This sign-in', draft, draftSchema, 'Click Authenticate again; nothing was changed.');
  }
  if (draft.owner !== accountId) {
    throw new Problem('forbidden', 'Another admin started this sign-in. Click Authenticate to start your own.');
  }
  return completedDraft(draft);
}

/**
 * The draft with the defaults of what did not exist when it was stored. Secrets that it borrowed without receivers are
 * not its own: the settings they were saved with are another's.
 */
export function completedDraft(draft: Draft): Draft {
  const settings = completeSettings(draft.settings);
  const own = ownSecret(draft);
  const borrowed = draft.credentials?.receivers ? draft.credentials : undefined;
  return { ...draft, settings, credentials: own ? withReceivers(own, settings) : borrowed };
}

/**
 * The draft that a form names; `undefined` if it names none, or one that has expired or is for another data source, so
 * that what was typed can be used all the same.
 * @throws Problem `forbidden` (somebody else's draft)
 */
export async function draftOfForm(
  { id, draftId }: DataSourceForm,
  accountId: string,
  ports: { storage: Storage; now: Now },
): Promise<Draft | undefined> {
  if (!draftId) return undefined;
  try {
    const draft = await openDraft(draftId, accountId, ports);
    return id === undefined || draft.dataSourceId === id ? draft : undefined;
  } catch (error) {
    if (error instanceof Problem && error.code === 'not-found') return undefined;
    throw error;
  }
}

/** The draft's credentials, unless they are those of the stored data source, which the draft only borrowed. */
export const ownSecret = ({ id, credentials }: Draft): Credentials | undefined =>
  credentials?.secretKey.startsWith(credentialsKey(id, '')) ? credentials : undefined;
