import type { Hono } from 'hono';
import * as v from 'valibot';
import type { Manifest } from '../../shared/manifest';
import type { ProductUser } from '../../platform/product/seed';
import type { HostState, HostUser } from '../../shared/api';
import { readBody } from '../body';
import { localeOf } from '../locale';
import type { HttpParts } from '../parts';
import { shownModules } from './module-info';

/** `GET /api/state` and `POST /api/session`. */
export function stateRoutes(app: Hono, parts: HttpParts): void {
  app.get('/api/state', (c) => c.json(stateFor(parts, parts.sessions.user(c), localeOf(c))));
  app.post('/api/session', async (c) => {
    const { accountId } = await readBody(c, v.object({ accountId: v.string() }));
    parts.sessions.switchTo(c, accountId);
    return c.body(null, 204);
  });
}

function stateFor(parts: HttpParts, user: ProductUser, locale: string): HostState {
  const { site, manifest, origins, allowLoopback, undocumentedLocation, notes, notModelled } = parts;
  const { product } = site;
  const isAdmin = product.isAdmin(user);
  const pages = product.contents().filter((content) => content.kind === 'page' && product.canRead(user, content));
  return {
    site: { name: 'Local Confluence', url: origins.host, cloudId: site.cloudId },
    app: { name: manifest.name, environment: 'DEVELOPMENT', path: `${manifest.appId}/${site.environmentId}` },
    user: publicUser(user),
    users: product.users.map(publicUser),
    spaces: product.spaces
      .filter((space) => product.canReadSpace(user, space))
      .map(({ id, key, name }) => ({ id, key, name })),
    pages: pages.map(({ id, spaceId, title, status }) => ({ id, spaceId, title, status })),
    modules: shownModules(manifest, locale, user),
    notModelled: isAdmin ? notModelled() : [],
    scheduled: isAdmin ? scheduledTriggers(manifest) : [],
    leavesTidily: isAdmin && manifest.modules.some(({ type }) => type === 'preUninstall'),
    undocumentedLocation,
    loopbackAllowed: allowLoopback,
    notes: isAdmin ? notes : [], // they name credentials
  };
}

function scheduledTriggers({ modules }: Manifest): HostState['scheduled'] {
  const triggers = modules.filter(({ type }) => type === 'scheduledTrigger');
  return triggers.map(({ key, interval = 'hour' }) => ({ key, interval }));
}

function publicUser({ accountId, displayName, email, role }: ProductUser): HostUser {
  return { accountId, displayName, email, role };
}
