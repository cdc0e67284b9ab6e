import type { DataSource } from '../../../data-sources/data-source';
import { whoSignsIn } from '../../../data-sources/who-signs-in';
import type { Access } from '../../../grants/access';
import { authorize } from '../../../grants/authorize';
import { sharedIdentity } from '../../../grants/grant';
import { ownAccess } from '../../../own-accounts/own-access';
import { ownGrantState } from '../../../own-accounts/own-grant';
import type { ConnectCard, LoadReply, PanelRequest } from '../../../shared/contract';
import { Problem } from '../../../shared/problem';
import type { PanelServices } from '../panel-services';
import { connectCard, ConnectNeeded } from './connect-card';
import { identityOf } from './identity-of';
import { refusalToSend } from './only-reads';
import type { OwnReading } from './own-reading';

/**
 * What somebody may read a panel with: access, with a card where the rows are those of the shared account until they
 * connect their own; or nothing but the card, where only an account of their own brings rows.
 */
export type Rights = { access: Access; sharedView?: ConnectCard } | { card: ConnectCard };

/** Who reads, and what of a panel decides with whose account. */
export interface Reader {
  accountId?: string;
  /** Those without an account of their own are shown what the shared one sees. */
  sharedWithoutAccount?: boolean;
  /** The panel's own part of the request. */
  request?: PanelRequest;
}

/**
 * The rights of a reader at a data source. How their own grant stands is read from storage before any row is looked at;
 * where one account signs in for all, nothing of theirs is looked up.
 * @throws Problem `forbidden` for a request that no reader's account may send, `record-newer`, `record-unreadable` of the grant
 */
export async function rightsOf(dataSource: DataSource, reader: Reader, services: PanelServices): Promise<Rights> {
  const who = whoSignsIn(dataSource.settings);
  if (who === 'one-account') return { access: await authorize(dataSource, services) };
  const { accountId = '', sharedWithoutAccount = false, request } = reader;
  const own = accountId === '' ? nobody : await ownGrantState(dataSource, accountId, services);
  const identity = identityOf(who, own, sharedWithoutAccount);
  if (identity.kind === 'connect') return { card: connectCard(dataSource, identity.reason) };
  if (identity.kind === 'own') {
    requireOnlyReads(dataSource, request);
    return { access: ownAccess(dataSource, { accountId, grant: identity.grant }, services) };
  }
  return { access: await authorize(dataSource, services), sharedView: connectCard(dataSource) };
}

const nobody = { state: 'none' } as const;

function requireOnlyReads({ settings }: DataSource, request: PanelRequest | undefined): void {
  const refusal = refusalToSend(settings, request);
  if (refusal === undefined) return;
  throw new Problem('forbidden', refusal, { remedy: 'An admin can change it in the data source.' });
}

/**
 * The access that these rights are.
 * @throws ConnectNeeded where the reader has to connect an account first
 */
export function requireAccess(rights: Rights): Access {
  if ('card' in rights) throw new ConnectNeeded(rights.card);
  return rights.access;
}

/** Whether rows come with an account of the reader's own. */
export const isOwn = ({ identity }: Pick<Access, 'identity'>): boolean => identity !== sharedIdentity;

/** The reading that this access is for, where it is that of a reader's own account. */
export const ownReading = ({ identity, epoch }: Access, dataSource: DataSource, panelId?: string): OwnReading => ({
  ...{ accountId: identity, dataSource, epoch },
  ...(panelId !== undefined && { panelId }),
});

/** What a reader is told of whose rows they see; nothing where all see the same. */
export function whoseRows(
  rights: Rights,
  dataSourceId: string,
): Pick<Extract<LoadReply, { state: 'view' }>, 'own' | 'sharedView'> {
  if ('card' in rights) return {};
  const { access, sharedView } = rights;
  return { ...(isOwn(access) && { own: { dataSourceId } }), ...(sharedView && { sharedView }) };
}
