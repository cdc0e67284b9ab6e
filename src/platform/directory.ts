import { route } from '@forge/api';
import * as v from 'valibot';
import type { AdminStanding, Directory, OwnAccount } from '../ports';
import { textSearch } from '../shared/fold';
import { adminStanding } from './admin-standing';
import { type FetchJson, fetchAsApp, fetchAsUser } from './confluence';
import { createVerdicts, type Verdicts } from './verdicts';

/** Kept in the warm process; every key names site and account. */
const admins = createVerdicts<true>();
const accounts = createVerdicts<OwnAccount>();
const seenSpaces = createVerdicts<{ key: string; name: string }>();

const userSchema = v.object({ displayName: v.string() });

const id = v.pipe(v.union([v.string(), v.number()]), v.transform(String));
const spacesSchema = v.object({
  results: v.array(v.object({ id, key: v.string(), name: v.string() })),
  _links: v.optional(v.object({ next: v.optional(v.string()) })),
});

type Space = v.InferOutput<typeof spacesSchema>['results'][number];

/** Accounts and spaces of the site, called as the account. */
export function platformDirectory(site: string, accountId: string): Directory {
  return {
    adminStanding: (recentEnough) => recentStanding(accountId, `${site}|${accountId}`, recentEnough === true),
    displayName,
    me: () => recentOr(accounts, `${site}|${accountId}`, () => ownAccount(accountId)),
    space: (spaceId) => recentOr(seenSpaces, `${site}|${accountId}|${spaceId}`, () => space(spaceId)),
    findSpaces,
  };
}

/** What the app itself sees of spaces, where there is no caller; of people it is told nothing. */
export const directorySeenByApp: Pick<Directory, 'me' | 'space'> = {
  me: async () => undefined,
  space: (spaceId) => space(spaceId, fetchAsApp),
};

async function recentStanding(accountId: string, key: string, recentEnough: boolean): Promise<AdminStanding> {
  if (recentEnough && admins.recent(key)) return 'admin';
  const standing = await adminStanding(accountId);
  if (standing === 'admin') admins.keep(key, true);
  return standing;
}

async function recentOr<T>(
  kept: Verdicts<T>,
  key: string,
  fetchJson: () => Promise<T | undefined>,
): Promise<T | undefined> {
  const recent = kept.recent(key);
  if (recent) return recent;
  const found = await fetchJson();
  if (found) kept.keep(key, found);
  return found;
}

const ownAccountSchema = v.object({
  accountId: v.string(),
  displayName: v.nullish(v.string(), ''),
  publicName: v.nullish(v.string(), ''),
  email: v.nullish(v.string(), ''),
  accountStatus: v.nullish(v.string(), 'active'),
});

/** Confluence leaves the status out for some accounts; whoever gets a reply at all is an active one. */
async function ownAccount(accountId: string): Promise<OwnAccount | undefined> {
  const parsed = v.safeParse(ownAccountSchema, await fetchAsUser(route`/wiki/rest/api/user/current`));
  if (!parsed.success || parsed.output.accountId !== accountId) return undefined;
  const { email, displayName: name, publicName, accountStatus } = parsed.output;
  return { email, displayName: name, publicName, active: accountStatus === 'active' };
}

const spaceSchema = v.object({ key: v.string(), name: v.string() });

async function space(
  spaceId: string,
  fetchJson: FetchJson = fetchAsUser,
): Promise<{ key: string; name: string } | undefined> {
  const parsed = v.safeParse(spaceSchema, await fetchJson(route`/wiki/api/v2/spaces/${spaceId}`));
  return parsed.success ? parsed.output : undefined;
}

async function displayName(accountId: string): Promise<string | undefined> {
  const parsed = v.safeParse(userSchema, await fetchAsUser(route`/wiki/rest/api/user?accountId=${accountId}`));
  return parsed.success ? parsed.output.displayName : undefined;
}

const pageSize = 250;
const mostPages = 8;

/** The spaces API has no search by text, so the text is looked for here, over at most 2,000 spaces. */
async function findSpaces(query: { text: string; ids?: string[] }, limit: number): Promise<Space[]> {
  const isIn = textSearch(query.text);
  const isWanted = ({ id: spaceId, key, name }: Space) =>
    query.ids ? query.ids.includes(spaceId) : isIn(`${name}\n${key}`);
  const found: Space[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < mostPages && found.length < limit; page += 1) {
    const { spaces, next } = await spacesPage(cursor);
    found.push(...spaces.filter(isWanted));
    if (next === undefined) break;
    cursor = next;
  }
  return found.slice(0, limit);
}

async function spacesPage(cursor: string | undefined): Promise<{ spaces: Space[]; next?: string }> {
  const first = route`/wiki/api/v2/spaces?limit=${String(pageSize)}`;
  const later = route`/wiki/api/v2/spaces?limit=${String(pageSize)}&cursor=${cursor ?? ''}`;
  const parsed = v.safeParse(spacesSchema, await fetchAsUser(cursor === undefined ? first : later));
  if (!parsed.success) return { spaces: [] };
  const next = parsed.output._links?.next;
  const nextCursor = next === undefined ? null : new URL(next, 'https://site.invalid').searchParams.get('cursor');
  return { spaces: parsed.output.results, next: nextCursor ?? undefined };
}
