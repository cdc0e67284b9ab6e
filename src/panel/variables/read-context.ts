import type { ValuesByName } from '../../placeholders/values';
import type { Content, Directory, VerifiedContent } from '../../ports';
import { type ContextPath, momentPath } from './context-paths';

/** Who looks, and where: what the platform says of them, and the page they say they are on until it is verified. */
export interface PageReader {
  accountId?: string;
  claimedContentId?: string;
  /** Content that they were seen to have the needed permission on. */
  content?: VerifiedContent;
}

export interface ContextServices {
  content: Content;
  directory: Pick<Directory, 'me' | 'space'>;
}

/**
 * The values of these context paths; what Confluence does not tell this reader is empty. Nothing is requested that no path
 * needs, and everything as the reader. The moment is not among them: it belongs to the reading.
 */
export async function readContext(
  paths: ReadonlySet<ContextPath>,
  reader: PageReader,
  services: ContextServices,
): Promise<ValuesByName> {
  const [user, place] = await Promise.all([
    readUser(paths, reader, services.directory),
    readPlace(paths, reader, services),
  ]);
  const found = new Map<string, string>([...Object.entries(user), ...Object.entries(place)]);
  return new Map([...paths].filter((path) => path !== momentPath).map((path) => [path, found.get(path) ?? '']));
}

type Facts = Partial<Record<ContextPath, string>>;

async function readUser(
  paths: ReadonlySet<ContextPath>,
  { accountId = '' }: PageReader,
  directory: ContextServices['directory'],
): Promise<Facts> {
  if (accountId === '' || !has(paths, 'user.')) return {};
  if (!has(paths, 'user.', 'user.accountId')) return { 'user.accountId': accountId };
  const me = await directory.me();
  return {
    'user.accountId': accountId,
    'user.email': me?.email,
    'user.displayName': me?.displayName,
    'user.publicName': me?.publicName,
    'user.active': me && String(me.active),
  };
}

async function readPlace(
  paths: ReadonlySet<ContextPath>,
  { claimedContentId, content }: PageReader,
  services: ContextServices,
): Promise<Facts> {
  if (!has(paths, 'page.') && !has(paths, 'space.') && !has(paths, 'site.')) return {};
  const claimed = claimedContentId === undefined ? undefined : services.content.readable(claimedContentId);
  const page = content ?? (await claimed);
  if (!page) return {};
  const space = has(paths, 'space.', 'space.id') ? await services.directory.space(page.spaceId) : undefined;
  return {
    'page.id': page.id,
    'page.title': page.title,
    'space.id': page.spaceId,
    'space.key': space?.key,
    'space.name': space?.name,
    'site.url': page.siteUrl,
  };
}

/** Whether a path begins so, others than the one left aside. */
function has(paths: ReadonlySet<ContextPath>, start: string, aside?: ContextPath): boolean {
  return [...paths].some((path) => path.startsWith(start) && path !== aside);
}
