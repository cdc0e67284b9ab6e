import type { Hono } from 'hono';
import * as v from 'valibot';
import type { Product } from '../../platform/product/product';
import type { ProductContent } from '../../platform/product/seed';
import type { HostPage } from '../../shared/api';
import { readBody } from '../body';
import type { HttpParts } from '../parts';
import { HttpProblem } from '../problem';

const macroNode = v.object({
  kind: v.literal('macro'),
  localId: v.pipe(v.string(), v.nonEmpty()),
  moduleKey: v.string(),
  config: v.optional(v.record(v.string(), v.unknown())),
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

/** `GET` and `PUT /api/pages/:id`, `POST /api/pages`. */
export function pageRoutes(app: Hono, { site, sessions }: HttpParts): void {
  const { product } = site;
  app.get('/api/pages/:id', (c) => {
    const page = existing(product, c.req.param('id'));
    if (!product.canRead(sessions.user(c), page)) throw new HttpProblem(403, 'You may not read this page.');
    return c.json(hostPage(page));
  });
  app.post('/api/pages', async (c) => {
    const { spaceId } = await readBody(c, v.object({ spaceId: v.string() }));
    const [space, user] = [product.space(spaceId), sessions.user(c)];
    if (!space || !product.canWriteIn(user, space)) throw new HttpProblem(403, 'You may not add pages to this space.');
    return c.json(hostPage(product.createDraft(space, user)));
  });
  app.put('/api/pages/:id', async (c) => {
    const change = await readBody(c, saveSchema);
    const page = existing(product, c.req.param('id'));
    if (!product.canUpdate(sessions.user(c), page)) throw new HttpProblem(403, 'You may not change this page.');
    return c.json(hostPage(product.save(page, change)));
  });
}

function existing(product: Product, id: string): ProductContent {
  const page = product.content(id);
  if (page?.kind !== 'page') throw new HttpProblem(404, 'There is no such page.');
  return page;
}

function hostPage({ id, spaceId, title, status, version, body }: ProductContent): HostPage {
  return { id, spaceId, title, status, version, body };
}
