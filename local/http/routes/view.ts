import { randomUUID } from 'node:crypto';
import type { Hono } from 'hono';
import * as v from 'valibot';
import { isSource } from '../../build/handlers';
import type { AppModule, Resource } from '../../shared/manifest';
import { moduleOf } from '../../shared/manifest';
import type { MacroFacts, Showing } from '../../platform/context';
import { invokeContext, viewContext } from '../../platform/context';
import type { ProductContent, ProductSpace, ProductUser } from '../../platform/product/seed';
import { macrosOf } from '../../shared/macros';
import { translated } from '../../shared/translations';
import type { OpenViewReply, OpenViewRequest } from '../../shared/api';
import { readBody } from '../body';
import type { HttpParts } from '../parts';
import { HttpProblem } from '../problem';
import { isOpenTo } from '../visitors';

const openSchema = v.object({
  moduleKey: v.string(),
  surface: v.picklist(['main', 'config', 'resource']),
  resource: v.optional(v.string()),
  modalContext: v.optional(v.unknown()),
  contentId: v.optional(v.string()),
  spaceKey: v.optional(v.string()),
  macroLocalId: v.optional(v.string()),
  isEditing: v.optional(v.boolean()),
  isInserting: v.optional(v.boolean()),
  config: v.optional(v.record(v.string(), v.unknown())),
  body: v.optional(v.unknown()),
  theme: v.picklist(['light', 'dark']),
  locale: v.string(),
  timezone: v.string(),
});

/** `POST /api/views`. */
export function viewRoutes(app: Hono, parts: HttpParts): void {
  app.post('/api/views', async (c) => {
    const request = await readBody(c, openSchema);
    return c.json(openView(parts, parts.sessions.user(c), request));
  });
}

function openView(parts: HttpParts, user: ProductUser, request: OpenViewRequest): OpenViewReply {
  const { manifest, site, views, origins } = parts;
  const module = knownModule(parts, request.moduleKey);
  if (!isOpenTo(module, user)) {
    const { title = 'this app' } = module;
    throw new HttpProblem(403, `Sign in to see ${translated(manifest.translations, title, request.locale)}.`);
  }
  const resource = resourceOf(parts, module, request);
  const showing = showingOf(parts, module, user, request);
  const view = views.open({ accountId: user.accountId, module, context: invokeContext(site, showing) });
  return {
    viewId: view.id,
    render: renderOf(module, resource, request.surface),
    frameUrl: `${origins.resource}/r/${encodeURIComponent(resource.key)}/index.html`,
    frameOrigin: origins.resource,
    context: viewContext(site, manifest, showing),
  };
}

function knownModule({ manifest }: HttpParts, key: string): AppModule {
  const known = manifest.modules.some((module) => module.key === key);
  if (!known) throw new HttpProblem(404, `The app has no module "${key}".`);
  return moduleOf(manifest, key);
}

function resourceOf({ manifest }: HttpParts, module: AppModule, { surface, resource }: OpenViewRequest) {
  const dialog = typeof module.config === 'object' ? (module.config.resource ?? module.resource) : classicOf(module);
  const key = surface === 'config' ? dialog : surface === 'resource' ? (resource ?? module.resource) : module.resource;
  const found = key === undefined ? undefined : manifest.resources.get(key);
  if (!found) throw new HttpProblem(404, `The module "${module.key}" has no resource to show there.`);
  return found;
}

/** Classic settings are drawn by the macro's own resource. */
function classicOf({ config, resource }: AppModule): string | undefined {
  return config === true ? resource : undefined;
}

/**
 * How the manifest says that the resource is drawn. What a view opens as a modal goes by the resource's path.
 * @throws HttpProblem 409 when the path is not of that kind: a source file for UI Kit, a folder for Custom UI.
 */
function renderOf(
  module: AppModule,
  { key, path }: Resource,
  surface: OpenViewRequest['surface'],
): 'native' | 'custom' {
  const byPath = isSource(path) ? 'native' : 'custom';
  if (surface === 'resource') return byPath;
  const dialog = surface === 'config' && typeof module.config === 'object' && module.config.resource !== undefined;
  const declared = (dialog ? module.config : module) as Pick<AppModule, 'render'>;
  if ((declared.render ?? 'custom') === byPath) return byPath;
  const missing = byPath === 'native' ? 'lacks' : 'has';
  throw new HttpProblem(409, `The resource "${key}" is ${path}, but "${module.key}" ${missing} "render: native".`);
}

function showingOf(parts: HttpParts, module: AppModule, user: ProductUser, request: OpenViewRequest): Showing {
  const { origins } = parts;
  const { locale, timezone, theme, isEditing = false, isInserting, modalContext: modal } = request;
  const content = contentFor(parts, user, request);
  const space = spaceFor(parts, user, request);
  const macro = content && macroFor(content, request);
  const isConfiguring = request.surface === 'config';
  const localId = request.macroLocalId ?? randomUUID();
  const place = { content, space, macro, isEditing, isConfiguring, isInserting, modal, localId };
  return { module, user, siteUrl: origins.host, ...place, locale, timezone, theme };
}

function spaceFor({ site }: HttpParts, user: ProductUser, { spaceKey }: OpenViewRequest): ProductSpace | undefined {
  if (spaceKey === undefined) return undefined;
  const space = site.product.spaces.find(({ key }) => key === spaceKey);
  if (space && site.product.canReadSpace(user, space)) return space;
  throw new HttpProblem(403, 'You may not see this space.');
}

function contentFor({ site }: HttpParts, user: ProductUser, request: OpenViewRequest): ProductContent | undefined {
  const { contentId, isEditing, surface } = request;
  if (contentId === undefined) return undefined;
  const content = site.product.content(contentId);
  if (!content || !site.product.canRead(user, content)) throw new HttpProblem(403, 'You may not read this page.');
  const edits = isEditing || surface === 'config';
  if (edits && !site.product.canUpdate(user, content)) throw new HttpProblem(403, 'You may not change this page.');
  return content;
}

/** While editing, the configuration is the editor's; on a page it is what was saved there. */
function macroFor(page: ProductContent, request: OpenViewRequest): MacroFacts {
  const { macroLocalId: localId = '', isEditing, surface, config, body } = request;
  if (isEditing || surface === 'config') return { localId, config, body };
  const saved = macrosOf(page.body).find((macro) => macro.localId === localId);
  return { localId, config: saved?.config, body: saved?.body };
}
