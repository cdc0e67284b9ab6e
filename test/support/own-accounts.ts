import type { DataSource } from '../../src/data-sources/data-source';
import { saveDataSource } from '../../src/editing/save-data-source';
import { takeCallback } from '../../src/grants/complete';
import type { Grant } from '../../src/grants/grant';
import { arrive } from '../../src/own-accounts/arrive';
import { confirm } from '../../src/own-accounts/confirm';
import { connectAccount } from '../../src/own-accounts/connect-account';
import { handBack, isOwnCallback } from '../../src/own-accounts/hand-back';
import { ownGrantId } from '../../src/own-accounts/own-grant';
import type { Reader, ReaderCount } from '../../src/own-accounts/reader';
import type { OAuth2Authentication } from '../../src/shared/contract';
import { directoryForm } from './data-source-forms';
import { memoryServices, type MemoryServices } from './memory';
import { ada } from './sign-in';
import { TokenServer } from './token-server';

export const siteUrl = 'https://example.atlassian.net';

/** A site with one data source that readers read with accounts of their own. */
export interface ReadersSite {
  server: TokenServer;
  services: MemoryServices;
  saved: DataSource;
}

/** Whoever is logged in to Confluence, and the page that they are on. */
export const on = (accountId: string) => ({ accountId, claimedContentId: '42' });

export async function readersSite(oauth2: Partial<OAuth2Authentication> = {}): Promise<ReadersSite> {
  const server = new TokenServer();
  server.options.claims = { preferred_username: 'ada@example.com' };
  const services = memoryServices({ fetch: server.fetch, content: pageOf(siteUrl) });
  const form = directoryForm({ oauth2: { whoSignsIn: 'each-reader', ...oauth2 } });
  return { server, services, saved: await saveDataSource(form, ada, services) };
}

export const pageOf = (site: string | undefined): MemoryServices['content'] => ({
  readable: (id) => Promise.resolve({ id, spaceId: '10', siteUrl: site }),
  editable: () => Promise.resolve(undefined),
});

/** The handle that a browser is sent to Confluence with, after somebody consented to what that address asks for. */
export async function consentAt(
  authorizeUrl: string,
  { server }: Pick<ReadersSite, 'server'>,
  services: MemoryServices,
): Promise<string> {
  const { code, state } = server.consent(authorizeUrl);
  return handleOf(await landing({ code: [code], state: [state] }, services));
}

/** The address that the callback leads to. */
export async function landing(query: Record<string, string[]>, services: MemoryServices): Promise<string> {
  const taken = await takeCallback(query, services);
  if (!isOwnCallback(taken)) throw new Error('The callback is not of a reader.');
  return handBack(taken, services);
}

export const handleOf = (address: string): string => new URL(address).searchParams.get('c') ?? '';

/** Connects an account all the way: click, consent, return to Confluence, yes. */
export async function connectAs(
  accountId: string,
  site: ReadersSite,
  services = site.services,
): Promise<{ attemptId: string }> {
  const { attemptId, authorizeUrl } = await connectAccount(site.saved, on(accountId), services);
  const handle = await consentAt(authorizeUrl, site, services);
  await arrive(handle, { accountId }, services);
  await confirm({ attemptId, accept: true }, { accountId }, services);
  return { attemptId };
}

/** What is stored of one account, and how many are counted. */
export function storedOf({ services: { memory }, saved }: ReadersSite, accountId: string) {
  const id = ownGrantId(saved.id, accountId);
  const counts = memory.records('reader').get('counts') as ReaderCount | undefined;
  return {
    grant: memory.records('reader-grant').get(id) as Grant | undefined,
    reader: memory.records('reader').get(id) as Reader | undefined,
    connected: Object.values(counts?.connected ?? {}).reduce((sum, count) => sum + count, 0),
    tokenNames: [...memory.secret.keys()].filter((key) => key.startsWith('tok:')),
  };
}
