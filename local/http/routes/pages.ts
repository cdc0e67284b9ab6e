import type { Context, Hono } from 'hono';
import * as v from 'valibot';
import type { Product } from '../../platform/product/product';
import type { ProductContent, ProductSpace } from '../../platform/product/seed';
import type { HostPage, PageVersion } from '../../shared/api';
import { readBody } from '../body';
import type { HttpParts } from '../parts';
import { HttpProblem } from '../problem';

const macroNode = v.object({
  kind: v.literal('macro'),
  localId: v.pipe(v.string(), v.nonEmpty()),
  moduleKey: v.string(),
  config: v.optional(v.record(v.string(), v.unknown())),
  body: v.optional(v.unknown()),
});
const savedMacro = v.pipe(
  macroNode,
  v.transform(({ config, ...node }) => ({ ...node, config })),
);
const bodyNode = v.union([
  savedMacro,
  v.object({ kind: v.picklist(['paragraph', 'heading']), text: v.string() }),
  v.object({ kind: v.literal('sentence'), parts: v.array(v.union([v.string(), savedMacro])) }),
]);
const saveSchema = v.object({
  title: v.pipe(v.string(), v.maxLength(255)),
  status: v.picklist(['current', 'draft']),
  body: v.array(bodyNode),
});

/** What is done with pages: `/api/pages` and below. */
export function pageRoutes(app: Hono, parts: HttpParts): void {
  const { site, sessions, contentChanged } = parts;
  const { product } = site;
  app.get('/api/pages/:id', (c) => c.json(hostPage(readable(parts, c))));
  app.post('/api/pages', async (c) => {
    const { spaceId } = await readBody(c, v.object({ spaceId: v.string() }));
    return c.json(hostPage(product.createDraft(writable(parts, c, spaceId), sessions.user(c))));
  });
  app.put('/api/pages/:id', async (c) => {
    const change = await readBody(c, saveSchema);
    const page = changeable(parts, c);
    const saved = product.save(page, change);
    const kind = page.status === 'current' ? 'updated' : 'created';
    if (saved.status === 'current') contentChanged({ kind, content: saved, accountId: sessions.user(c).accountId });
    return c.json(hostPage(saved));
  });
  app.delete('/api/pages/:id', (c) => {
    const page = changeable(parts, c);
    if (page.status !== 'draft') throw new HttpProblem(409, 'Only a page that was never published can be dropped.');
    product.deleteDraft(page);
    return c.body(null, 204);
  });
}

/** `/api/pages/:id/copy`, `/move`, `/versions` and `/restore`. */
export function pageHistoryRoutes(app: Hono, parts: HttpParts): void {
  const { site, sessions, contentChanged } = parts;
  const { product } = site;
  app.post('/api/pages/:id/copy', (c) => {
    const page = readable(parts, c);
    writable(parts, c, page.spaceId);
    const user = sessions.user(c);
    const content = product.copy(page, user);
    contentChanged({ kind: 'copied', content, accountId: user.accountId, originId: page.id });
    return c.json(hostPage(content));
  });
  app.post('/api/pages/:id/move', async (c) => {
    const { spaceId } = await readBody(c, v.object({ spaceId: v.string() }));
    const previous = changeable(parts, c);
    const content = product.move(previous, writable(parts, c, spaceId));
    contentChanged({ kind: 'moved', content, accountId: sessions.user(c).accountId, previous });
    return c.json(hostPage(content));
  });
  app.get('/api/pages/:id/versions', (c) =>
    c.json(product.versions(readable(parts, c).id).map(({ version, title }): PageVersion => ({ version, title }))),
  );
  app.post('/api/pages/:id/restore', async (c) => {
    const { version: wanted } = await readBody(c, v.object({ version: v.number() }));
    const page = changeable(parts, c);
    const old = product.versions(page.id).find(({ version }) => version === wanted);
    if (!old) throw new HttpProblem(404, 'There is no such version.');
    const content = product.save(page, { title: old.title, status: 'current', body: old.body });
    contentChanged({ kind: 'updated', content, accountId: sessions.user(c).accountId });
    return c.json(hostPage(content));
  });
}

/** @throws HttpProblem 403 when the user may not add pages to the space, or not see it. */
function writable({ site, sessions }: HttpParts, c: Context, spaceId: string): ProductSpace {
  const space = site.product.space(spaceId);
  if (space && site.product.canWriteIn(sessions.user(c), space)) return space;
  throw new HttpProblem(403, 'You may not add pages to this space.');
}

function readable({ site, sessions }: HttpParts, c: Context): ProductContent {
  const page = existing(site.product, c.req.param('id') ?? '');
  if (!site.product.canRead(sessions.user(c), page)) throw new HttpProblem(403, 'You may not read this page.');
  return page;
}

function changeable({ site, sessions }: HttpParts, c: Context): ProductContent {
  const page = existing(site.product, c.req.param('id') ?? '');
  if (!site.product.canUpdate(sessions.user(c), page)) throw new HttpProblem(403, 'You may not change this page.');
  return page;
}

function existing(product: Product, id: string): ProductContent {
  const page = product.content(id);
  if (page?.kind !== 'page') throw new HttpProblem(404, 'There is no such page.');
  return page;
}

function hostPage({ id, spaceId, title, status, version, body }: ProductContent): HostPage {
  return { id, spaceId, title, status, version, body };
}
