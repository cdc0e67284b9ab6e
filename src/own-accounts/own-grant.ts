import { ownFingerprint } from '../data-sources/connection';
import type { DataSource } from '../data-sources/data-source';
import { grantId, type Grant } from '../grants/grant';
import type { GrantOwner } from '../grants/grant-access';
import { readableGrant } from '../grants/readable-grant';
import type { EntityStorage, Now } from '../ports';
import { ownReasons, reasonForReaders } from './own-reasons';

/** How the account of one reader at one data source stands. */
export type OwnGrantState =
  /** They never connected one, or disconnected it themselves. */
  | { state: 'none' }
  /** They connected one that is of no use any more: why, in a sentence for them. */
  | { state: 'reconnect'; reason: string }
  | { state: 'ok'; grant: Grant };

export interface OwnGrantPorts {
  readerGrants: EntityStorage<Grant>;
  now: Now;
}

/** The key of a reader's own grant. */
export const ownGrantId = (dataSourceId: string, accountId: string): string => grantId(dataSourceId, accountId);

/** The data source as the owner of that reader's grant, which lies among the grants of readers. */
export function ownGrantOwner(dataSource: DataSource, accountId: string): GrantOwner {
  const { id, settings, credentials } = dataSource;
  return { id, identity: accountId, settings, credentials, fingerprint: ownFingerprint(dataSource) };
}

/**
 * How the reader's account at the data source stands, by its stored grant alone: obtained for what would be sent now, not
 * ended by admins, the service or time. It decides before any kept rows are looked at.
 * @throws Problem `record-newer`, `record-unreadable`
 */
export async function ownGrantState(
  dataSource: DataSource,
  accountId: string,
  { readerGrants, now }: OwnGrantPorts,
): Promise<OwnGrantState> {
  const grant = readableGrant(await readerGrants.get(ownGrantId(dataSource.id, accountId)));
  return ownStateOf(grant, dataSource, now());
}

/** The same of a grant as it is stored. */
export function ownStateOf(grant: Grant | undefined, dataSource: DataSource, now: number): OwnGrantState {
  if (!grant || grant.state === 'none' || grant.state === 'moved') return { state: 'none' };
  const reason = whyReconnect(grant, dataSource, now);
  return reason === undefined ? { state: 'ok', grant } : { state: 'reconnect', reason };
}

function whyReconnect(grant: Grant, dataSource: DataSource, now: number): string | undefined {
  if (grant.state === 'reconnect') return reasonForReaders(grant.reason);
  if (grant.fingerprint !== ownFingerprint(dataSource))
    return whyChanged(grant.fingerprint, ownFingerprint(dataSource));
  const { hasRefreshToken, expiresAt } = grant.facts ?? {};
  const isOver = !hasRefreshToken && expiresAt !== undefined && now >= expiresAt;
  return isOver ? ownReasons.ended : undefined;
}

/** Behind the colon of a fingerprint stands how often all readers were disconnected. */
function whyChanged(before: string, now: string): string {
  return before.split(':')[0] === now.split(':')[0] ? ownReasons.allDisconnected : ownReasons.changed;
}
