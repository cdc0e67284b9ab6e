import type { Hono } from 'hono';
import * as v from 'valibot';
import type { AppModule } from '../../shared/manifest';
import type { ProductUser } from '../../platform/product/seed';
import type { HostState, HostUser, ModuleInfo } from '../../shared/api';
import { readBody } from '../body';
import type { HttpParts } from '../parts';

/** `GET /api/state` and `POST /api/session`. */
export function stateRoutes(app: Hono, parts: HttpParts): void {
  app.get('/api/state', (c) => c.json(stateFor(parts, parts.sessions.user(c))));
  app.post('/api/session', async (c) => {
    const { accountId } = await readBody(c, v.object({ accountId: v.string() }));
    parts.sessions.switchTo(c, accountId);
    return c.body(null, 204);
  });
}

function stateFor({ site, manifest, origins, allowLoopback, notes }: HttpParts, user: ProductUser): HostState {
  const { product } = site;
  const pages = product.contents().filter((content) => content.kind === 'page' && product.canRead(user, content));
  return {
    site: { name: 'Local Confluence', url: origins.host, cloudId: site.cloudId },
    app: { name: manifest.name, environment: 'DEVELOPMENT' },
    user: publicUser(user),
    users: product.users.map(publicUser),
    spaces: product.spaces
      .filter((space) => product.canReadSpace(user, space))
      .map(({ id, key, name }) => ({ id, key, name })),
    pages: pages.map(({ id, spaceId, title, status }) => ({ id, spaceId, title, status })),
    modules: manifest.modules.filter(({ resource }) => resource).map(moduleInfo),
    loopbackAllowed: allowLoopback,
    notes: product.isAdmin(user) ? notes : [], // they name credentials
  };
}

function publicUser({ accountId, displayName, email, role }: ProductUser): HostUser {
  return { accountId, displayName, email, role };
}

function moduleInfo({ type, key, title = key, description, icon, layout, adfExport, config }: AppModule): ModuleInfo {
  const dialog = typeof config === 'object' && config.resource ? config : undefined;
  return {
    type,
    key,
    title,
    ...(description !== undefined && { description }),
    ...(icon !== undefined && { icon }),
    layout,
    isExported: adfExport !== undefined,
    ...(dialog && {
      config: {
        resource: dialog.resource!,
        render: dialog.render ?? 'custom',
        viewportSize: dialog.viewportSize ?? 'medium',
        openOnInsert: dialog.openOnInsert ?? true,
        title: dialog.title ?? title,
      },
    }),
  };
}
