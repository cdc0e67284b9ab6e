import { route, type Route } from '@forge/api';
import * as v from 'valibot';
import { parseUrl } from '../shared/parse-url';
import type { Content, VerifiedContent } from '../ports';
import { type FetchJson, fetchAsApp, fetchAsUser } from './confluence';
import { createVerdicts } from './verdicts';

/** Kept in the warm process; every key names site, account and content. */
const readableContent = createVerdicts<VerifiedContent>();

const contentSchema = v.object({
  id: v.pipe(v.union([v.string(), v.number()]), v.transform(String)),
  status: v.string(),
  spaceId: v.pipe(v.union([v.string(), v.number()]), v.transform(String), v.regex(/^\d{1,20}$/)),
  title: v.optional(v.string()),
  _links: v.optional(v.object({ base: v.optional(v.string()) })),
});

const operationsSchema = v.object({
  operations: v.array(v.object({ operation: v.string(), targetType: v.string() })),
});

/**
 * What Confluence says about content, called as the account. Ids that are no numbers are not even looked up.
 * Confluence has one address for pages and one for blog posts; `claimedType` says which to try first.
 */
export function platformContent(site: string, accountId: string, claimedType?: string): Content {
  return {
    readable: (contentId) =>
      whenNumeric(contentId, () => readable(contentId, `${site}|${accountId}|${contentId}`, claimedType)),
    editable: (contentId) => whenNumeric(contentId, () => editable(contentId)),
  };
}

/**
 * What the app itself sees of content; nobody may edit through it. What is restricted to some people it does not see, since
 * no restriction names it.
 */
export const contentSeenByApp: Content = {
  readable: (contentId) => whenNumeric(contentId, () => published(contentId, fetchAsApp)),
  editable: async () => undefined,
};

const whenNumeric = async (contentId: string, fetchJson: () => Promise<VerifiedContent | undefined>) =>
  /^\d{1,20}$/.test(contentId) ? fetchJson() : undefined;

async function readable(
  contentId: string,
  key: string,
  claimedType: string | undefined,
): Promise<VerifiedContent | undefined> {
  const recent = readableContent.recent(key);
  if (recent) return recent;
  const found = await published(contentId, fetchAsUser, claimedType);
  if (found) readableContent.keep(key, found);
  return found;
}

async function published(
  contentId: string,
  fetchJson: FetchJson,
  claimedType?: string,
): Promise<VerifiedContent | undefined> {
  const page = route`/wiki/api/v2/pages/${contentId}`;
  const blogPost = route`/wiki/api/v2/blogposts/${contentId}`;
  const [first, second] = claimedType === 'blogpost' ? [blogPost, page] : [page, blogPost];
  return (
    (await current(contentId, first, ['current'], fetchJson)) ??
    (await current(contentId, second, ['current'], fetchJson))
  );
}

/** One kind of content: where to read it with its drafts, and what one may do with it. */
interface Kind {
  read: Route;
  operations: Route;
  targetType: string;
}

async function editable(contentId: string): Promise<VerifiedContent | undefined> {
  const page: Kind = {
    read: route`/wiki/api/v2/pages/${contentId}?get-draft=true`,
    operations: route`/wiki/api/v2/pages/${contentId}/operations`,
    targetType: 'page',
  };
  const blogPost: Kind = {
    read: route`/wiki/api/v2/blogposts/${contentId}?get-draft=true`,
    operations: route`/wiki/api/v2/blogposts/${contentId}/operations`,
    targetType: 'blogpost',
  };
  return (await editableKind(contentId, page)) ?? (await editableKind(contentId, blogPost));
}

async function editableKind(contentId: string, kind: Kind): Promise<VerifiedContent | undefined> {
  const found = await current(contentId, kind.read, ['current', 'draft']);
  if (!found) return undefined;
  const parsed = v.safeParse(operationsSchema, await fetchAsUser(kind.operations));
  if (!parsed.success) return undefined;
  const mayUpdate = parsed.output.operations.some(
    ({ operation, targetType }) => operation === 'update' && targetType === kind.targetType,
  );
  return mayUpdate ? found : undefined;
}

async function current(
  contentId: string,
  path: Route,
  statuses: string[],
  fetchJson: FetchJson = fetchAsUser,
): Promise<VerifiedContent | undefined> {
  const parsed = v.safeParse(contentSchema, await fetchJson(path));
  if (!parsed.success) return undefined;
  const { id, status, spaceId, title, _links } = parsed.output;
  if (id !== contentId || !statuses.includes(status)) return undefined;
  return { id, spaceId, title, siteUrl: parseUrl(_links?.base ?? '')?.origin };
}
