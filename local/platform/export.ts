import { randomUUID } from 'node:crypto';
import type { AppModule } from '../shared/manifest';
import type { FunctionResult, Functions } from './functions';
import type { Site } from './site';

/** `other` is what a page is turned into for anything else: its export view in REST, a search index. */
export type ExportType = 'pdf' | 'word' | 'other';

/** A macro on an exported page. */
export interface MacroToExport {
  module: AppModule;
  contentId: string;
  config: Record<string, unknown> | undefined;
  body?: unknown;
  localId?: string;
}

/**
 * What the `adfExport` function of the macro returns, or the name and message of its error; undefined where the macro has no
 * such function. Nobody is with the call: the platform does not promise a user there, so the host never has one.
 */
export async function exportMacro(
  functions: Functions,
  site: Site,
  macro: MacroToExport,
  type: ExportType,
): Promise<FunctionResult | undefined> {
  const { module } = macro;
  const functionKey = module.adfExport?.function;
  if (functionKey === undefined) return undefined;
  return functions.run({ site, module, functionKey, accountId: undefined, event: payloadOf(site, macro, type) });
}

/** The two shapes that were seen on the platform; each says where it is in places of its own. */
function payloadOf(site: Site, macro: MacroToExport, type: ExportType) {
  const { module, contentId, config, body, localId = randomUUID() } = macro;
  const place = { cloudId: site.cloudId, localId, moduleKey: module.key };
  if (type === 'word')
    return { exportType: type, context: { ...place, config, contentId, content: { id: contentId } } };
  const extension = { type: 'macro', content: { id: contentId } };
  return {
    exportType: type,
    extensionPayload: { config, ...(body !== undefined && { macro: { body } }) },
    context: { ...place, extension },
  };
}
