import type { MacroNode } from '../shared/api';
import type { AppModule, Manifest } from '../shared/manifest';
import type { ProductContent, ProductSpace, ProductUser } from './product/seed';
import { anonymousId } from './product/seed';
import type { Site } from './site';

/** The node of a macro as its view sees it. */
export type MacroFacts = Pick<MacroNode, 'localId' | 'config' | 'body'>;

/** Where a module is shown, and to whom. All of it is the host's own knowledge except `config` while editing. */
export interface Showing {
  module: AppModule;
  user: ProductUser;
  siteUrl: string;
  content?: ProductContent | undefined;
  /** Where the module stands in a space and not on a content of it. */
  space?: ProductSpace | undefined;
  macro?: MacroFacts | undefined;
  isEditing?: boolean | undefined;
  /** In the editor: whether this is the macro's dialog, and whether the macro has just been inserted. */
  isConfiguring?: boolean | undefined;
  isInserting?: boolean | undefined;
  /** What `view.openModal` handed to the dialog. */
  modal?: unknown;
  locale?: string | undefined;
  timezone?: string | undefined;
  theme?: 'light' | 'dark' | undefined;
  localId: string;
}

/** What `view.getContext()` returns for the module: the fields of FullContext of `@forge/bridge`. */
export function viewContext(site: Site, manifest: Manifest, showing: Showing): Record<string, unknown> {
  const { user, locale = 'en-US', timezone = 'UTC', theme = 'light' } = showing;
  const { scopes, external } = manifest.permissions;
  return {
    ...invokeContext(site, showing),
    accountId: user.accountId,
    locale,
    timezone,
    theme: { colorMode: theme },
    permissions: { scopes, external },
    surfaceColor: null,
    userAccess: { enabled: false },
  };
}

/** What a resolver finds in `req.context`, before `@forge/resolver` adds the account, installation and license. */
export function invokeContext(site: Site, showing: Showing): Record<string, unknown> {
  const { module, user, siteUrl, localId, locale = 'en-US', timezone = 'UTC' } = showing;
  return {
    cloudId: site.cloudId,
    localId,
    moduleKey: module.key,
    environmentId: site.environmentId,
    environmentType: 'DEVELOPMENT',
    siteUrl,
    locale,
    timezone,
    accountType: user.accountId === anonymousId ? 'anonymous' : 'licensed',
    extension: extensionOf(site, showing),
  };
}

/** The fields that the pages of the manifest reference list under *Extension context*; `location` is the shell's to add. */
function extensionOf(site: Site, showing: Showing): Record<string, unknown> {
  const { module, content, modal } = showing;
  const space = content ? site.product.space(content.spaceId) : showing.space;
  return {
    type: module.type,
    ...(content && { content: { id: content.id, type: content.kind, subtype: null } }),
    ...(space && { space: { id: space.id, key: space.key } }),
    ...(module.type === 'macro' && macroFields(showing)),
    ...(modal !== undefined && { modal }),
  };
}

const emptyBody = { type: 'doc', version: 1, content: [] };

function macroFields(showing: Showing): Record<string, unknown> {
  const { module, macro, isEditing = false, isConfiguring = false, isInserting = false } = showing;
  const isBodied = module.layout === 'bodied';
  const inEditor = isEditing && { isConfiguring, isInserting };
  return {
    isEditing,
    config: macro?.config,
    references: [],
    autoConvertLink: undefined,
    ...((isEditing || isBodied) && { macro: { ...(isBodied && { body: macro?.body ?? emptyBody }), ...inEditor } }),
  };
}
