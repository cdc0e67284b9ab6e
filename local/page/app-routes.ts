import type { HostState, ModuleInfo } from '../shared/api';
import type { Route } from './route';

/** The types of module that have an address of their own, and where it is. */
const pageTypes: Readonly<Record<string, 'global-page' | 'space-page' | 'space-settings'>> = {
  'confluence:globalPage': 'global-page',
  'confluence:spacePage': 'space-page',
  'confluence:spaceSettings': 'space-settings',
};

/** Where the module has its address; null for one that has none, or none without a space. */
export function routeOf({ app }: HostState, module: ModuleInfo, spaceKey?: string): Route | null {
  if (module.type === 'confluence:globalSettings') return { at: 'app', moduleKey: module.key };
  const at = pageTypes[module.type];
  const place = { app: app.path, route: module.route, inside: '' };
  if (at === 'global-page') return { at, ...place };
  return at !== undefined && spaceKey !== undefined ? { at, spaceKey, ...place } : null;
}

/** The modules of the type. */
export function modulesOf({ modules }: HostState, type: string): ModuleInfo[] {
  return modules.filter((module) => module.type === type);
}
