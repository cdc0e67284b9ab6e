import type { Manifest } from '../shared/manifest';
import { moduleOf } from '../shared/manifest';
import type { FunctionResult, Functions } from './functions';
import type { Site } from './site';

interface AloneParts {
  manifest: Manifest;
  functions: Functions;
}

/** What the function of a module replies that the platform starts by itself; no user is with it. */
export function runAlone({ manifest, functions }: AloneParts, site: Site, moduleKey: string): Promise<FunctionResult> {
  const event = { context: { cloudId: site.cloudId, moduleKey } };
  return functions.run({ site, module: moduleOf(manifest, moduleKey), accountId: undefined, event });
}

/** What the app does before it leaves the installation: the replies of its `preUninstall` functions. */
export function runUninstall(parts: AloneParts, site: Site): Promise<FunctionResult[]> {
  const leaving = parts.manifest.modules.filter(({ type }) => type === 'preUninstall');
  return Promise.all(leaving.map(({ key }) => runAlone(parts, site, key)));
}
