import type { MacroNode } from '../shared/api';
import type { AppModule, Manifest } from '../shared/manifest';
import type { ProductContent, ProductUser } from './product/seed';
import { anonymousId } from './product/seed';
import type { Site } from './site';

/** Where a module is shown, and to whom. All of it is the host's own knowledge except `config` while editing. */
export interface Showing {
  module: AppModule;
  user: ProductUser;
  siteUrl: string;
  content?: ProductContent | undefined;
  macro?: Pick<MacroNode, 'localId' | 'config'> | undefined;
  isEditing?: boolean | undefined;
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

function extensionOf(
  site: Site,
  { module, content, macro, isEditing = false, modal }: Showing,
): Record<string, unknown> {
  const space = content && site.product.space(content.spaceId);
  return {
    type: module.type,
    ...(content && {
      content: { id: content.id, type: content.kind, subtype: content.status === 'draft' ? 'draft' : null },
    }),
    ...(space && { space: { id: space.id, key: space.key } }),
    ...(module.type === 'macro' && { isEditing, config: macro?.config, references: [], autoConvertLink: undefined }),
    ...(modal !== undefined && { modal }),
  };
}
