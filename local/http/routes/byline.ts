import { randomUUID } from 'node:crypto';
import type { Hono } from 'hono';
import * as v from 'valibot';
import { invokeContext } from '../../platform/context';
import type { ProductContent, ProductUser } from '../../platform/product/seed';
import type { BylineItem } from '../../shared/api';
import type { AppModule } from '../../shared/manifest';
import { translated } from '../../shared/translations';
import { localeOf } from '../locale';
import type { HttpParts } from '../parts';
import { HttpProblem } from '../problem';
import { isOpenTo } from '../visitors';

const changeSchema = v.looseObject({ title: v.optional(v.string()), tooltip: v.optional(v.string()) });
type Change = v.InferOutput<typeof changeSchema>;

/** `GET /api/pages/:id/byline`. */
export function bylineRoutes(app: Hono, parts: HttpParts): void {
  app.get('/api/pages/:id/byline', async (c) => {
    const { product } = parts.site;
    const user = parts.sessions.user(c);
    const page = product.content(c.req.param('id'));
    if (!page || !product.canRead(user, page)) throw new HttpProblem(403, 'You may not read this page.');
    const items = parts.manifest.modules.filter(({ type }) => type === 'confluence:contentBylineItem');
    const modules = items.filter((module) => isOpenTo(module, user));
    return c.json(
      await Promise.all(modules.map((module) => itemOf(parts, module, { user, page, locale: localeOf(c) }))),
    );
  });
}

interface Reader {
  user: ProductUser;
  page: ProductContent;
  locale: string;
}

/** The words of the manifest, those that `dynamicProperties` returns before them. */
async function itemOf(parts: HttpParts, module: AppModule, reader: Reader): Promise<BylineItem> {
  const { translations } = parts.manifest;
  const { key: moduleKey, title = moduleKey, tooltip } = module;
  const change = await changeOf(parts, module, reader);
  const shown = tooltip === undefined ? undefined : translated(translations, tooltip, reader.locale);
  return {
    moduleKey,
    title: change.title ?? translated(translations, title, reader.locale),
    tooltip: change.tooltip ?? shown,
  };
}

/** What the function of the module says just now; nothing where it has none or fails, as on the platform. */
async function changeOf(parts: HttpParts, module: AppModule, { user, page }: Reader): Promise<Change> {
  const { site, functions, origins, log } = parts;
  const functionKey = module.dynamicProperties?.function;
  if (functionKey === undefined) return {};
  const showing = { module, user, content: page, siteUrl: origins.host, localId: randomUUID() };
  const event = invokeContext(site, showing);
  const result = await functions.run({ site, module, functionKey, accountId: user.accountId, event });
  const read = v.safeParse(changeSchema, result.ok ? result.value : undefined);
  if (read.success) return read.output;
  log('error', `The dynamic properties of "${module.key}" were not to be had.`);
  return {};
}
