import type { ProductUser } from '../../platform/product/seed';
import type { AppModule, Manifest } from '../../shared/manifest';
import type { ModuleInfo } from '../../shared/api';
import type { Text } from '../../shared/manifest-schema';
import { translated } from '../../shared/translations';
import { isOpenTo } from '../visitors';

/**
 * What the shell knows of the modules that it can show the user, in the words of the locale. Macros are among them in any
 * case: pages have them, and say that one must sign in.
 */
export function shownModules({ modules, translations }: Manifest, locale: string, user: ProductUser): ModuleInfo[] {
  const say = (words: Text) => translated(translations, words, locale);
  const shown = modules.filter((module) => module.type === 'macro' || isOpenTo(module, user));
  return shown.filter(({ resource }) => resource !== undefined).map((module) => moduleInfo(module, say));
}

function moduleInfo(module: AppModule, say: (words: Text) => string): ModuleInfo {
  const { type, key, description, icon, layout, adfExport, route = key, viewportSize = 'medium' } = module;
  const title = say(module.title ?? key);
  const config = configOf(module, title, say);
  return {
    type,
    key,
    title,
    ...(description !== undefined && { description: say(description) }),
    ...(icon !== undefined && { icon }),
    route,
    viewportSize,
    viewportContainer: module.viewportContainer,
    isHidden: module.hidden,
    layout,
    isExported: adfExport !== undefined,
    ...(config && { config }),
  };
}

/** Classic settings open by themselves only where the manifest says so, a dialog of the app's own unless it says not to. */
function configOf({ config }: AppModule, title: string, say: (words: Text) => string): ModuleInfo['config'] {
  if (config === undefined || config === false) return undefined;
  const declared = config === true ? {} : config;
  const isClassic = declared.resource === undefined;
  return {
    isClassic,
    viewportSize: declared.viewportSize ?? 'medium',
    openOnInsert: declared.openOnInsert ?? !isClassic,
    title: declared.title === undefined ? title : say(declared.title),
  };
}
