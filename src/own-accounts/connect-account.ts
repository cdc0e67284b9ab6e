import { whoSignsIn } from '../data-sources/who-signs-in';
import type { DataSource } from '../data-sources/data-source';
import type { Grant } from '../grants/grant';
import { beginSignIn, type SignInServices } from '../grants/sign-in';
import type { Content, EntityStorage, PartitionedStorage } from '../ports';
import type { ConnectReply } from '../shared/contract';
import { connectionsPerReader, connectionsPerSite, connectsPerHour, connectsPerMinuteOfSite } from '../shared/limits';
import { Problem } from '../shared/problem';
import { openCount } from './change-connection';
import { ownGrantId, ownGrantOwner } from './own-grant';
import { noAccountsOfReaders } from './own-problems';
import { countOne, type Rate } from './rates';
import { allConnected, type Reader, type ReaderCount } from './reader';

export interface ConnectServices extends SignInServices {
  readerGrants: EntityStorage<Grant>;
  readers: PartitionedStorage<Reader>;
  readerCounts: EntityStorage<ReaderCount>;
  content: Pick<Content, 'readable'>;
  /** Where *My connections* stands below the address of a site. */
  connectionsPath(): string;
}

const hourMs = 3_600_000;
const ofReader: Rate = {
  what: 'connect',
  most: connectsPerHour,
  windowMs: hourMs,
  sentence: `You have begun to connect an account ${connectsPerHour} times within an hour. Try again later.`,
};
const ofSite: Rate = {
  what: 'connects-of-site',
  most: connectsPerMinuteOfSite,
  windowMs: hourMs / 60,
  sentence: 'Many people are connecting their accounts right now. Try again in a minute.',
};

/**
 * The authorize URL that begins the sign-in of a reader at a data source that they were seen to be allowed to see. It ends
 * on the site that Confluence itself says the page is on, whatever the browser claims.
 * @throws Problem `conflict` (readers have no accounts of their own there), `forbidden` (Confluence does not say where the
 *   page is, or there are as many connections as can be), `busy`, `not-authenticated`
 */
export async function connectAccount(
  dataSource: DataSource,
  caller: { accountId: string; claimedContentId?: string },
  services: ConnectServices,
): Promise<ConnectReply> {
  if (whoSignsIn(dataSource.settings) === 'one-account') throw noAccountsOfReaders();
  const { contentId, siteUrl } = await placeOf(caller, services);
  await countOne(ofSite, 'all', services);
  await countOne(ofReader, caller.accountId, services);
  await requireRoom(dataSource, caller.accountId, services);
  const landing = `${siteUrl}${services.connectionsPath()}`;
  const target = { kind: 'own', dataSourceId: dataSource.id, landing, contentId } as const;
  const owner = ownGrantOwner(dataSource, caller.accountId);
  return beginSignIn(target, owner, caller.accountId, { ...services, grants: services.readerGrants });
}

async function placeOf(
  { claimedContentId }: { claimedContentId?: string },
  { content }: ConnectServices,
): Promise<{ contentId: string; siteUrl: string }> {
  const page = claimedContentId === undefined ? undefined : await content.readable(claimedContentId);
  if (page?.siteUrl !== undefined) return { contentId: page.id, siteUrl: page.siteUrl };
  throw new Problem('forbidden', 'Confluence does not say where this page is, so no sign-in can lead back to it.', {
    remedy: 'Publish the page, or open it anew, and connect your account there.',
  });
}

/** Whoever is connected already may always connect anew. */
async function requireRoom(
  { id }: DataSource,
  accountId: string,
  services: Pick<ConnectServices, 'readers' | 'readerCounts'>,
): Promise<void> {
  if (await services.readers.get(ownGrantId(id, accountId))) return;
  requireRoomOnSite(await openCount(services));
  const own = await services.readers.having('account', accountId, connectionsPerReader);
  if (own.length < connectionsPerReader) return;
  throw new Problem(
    'forbidden',
    `You have connected ${connectionsPerReader} accounts, which is as many as you can have.`,
    {
      remedy: 'You can disconnect one that you do not need.',
    },
  );
}

/** @throws Problem `forbidden` where the site has as many connections as it can */
export function requireRoomOnSite(count: ReaderCount): void {
  if (allConnected(count) < connectionsPerSite) return;
  const most = connectionsPerSite.toLocaleString('en');
  throw new Problem(
    'forbidden',
    `Readers of this site have connected ${most} accounts, which is as many as there can be.`,
    {
      remedy: 'An admin can disconnect the readers of a data source that is not needed.',
    },
  );
}
