import { randomUUID } from 'node:crypto';
import type { Manifest } from '../shared/manifest';
import { moduleOf } from '../shared/manifest';
import { invokeContext } from './context';
import type { Site } from './site';

/** A resolver call made without a browser. What is left out is left out of the context. */
export interface ResolverRequest {
  functionKey: string;
  payload?: unknown;
  moduleKey: string;
  /** A user of the product; `unidentified` is the anonymous one. */
  accountId: string;
  contentId?: string;
  localId?: string;
  /** The macro's configuration as the browser would send it. */
  config?: Record<string, unknown>;
  isEditing?: boolean;
  /** Another installation than the one the browser sees. */
  site?: string;
}

/**
 * The context that the resolver gets.
 * @throws Error when the site has no such user, or the manifest no such module.
 */
export function resolverContext(
  site: Site,
  manifest: Manifest,
  siteUrl: string,
  request: Omit<ResolverRequest, 'site'>,
): Record<string, unknown> {
  const { accountId, contentId, localId = randomUUID(), config, isEditing } = request;
  const user = site.product.user(accountId);
  if (!user) throw new Error(`The product has no user ${accountId}.`);
  const content = contentId === undefined ? undefined : site.product.content(contentId);
  const macro = { localId, config };
  return invokeContext(site, {
    module: moduleOf(manifest, request.moduleKey),
    user,
    siteUrl,
    content,
    macro,
    isEditing,
    localId,
  });
}
