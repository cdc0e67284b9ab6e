import type { Commands, Surface } from '../surface';
import { fieldsOf } from './payload';

/**
 * The types of module whose page of the manifest reference lists `location` under *Extension context*. A macro's does not,
 * nor do those of settings.
 */
const located: ReadonlySet<unknown> = new Set([
  'confluence:contentAction',
  'confluence:contentBylineItem',
  'confluence:homepageFeed',
]);

/** What a view learns of where it is and how it should look. */
export const contextCommands: Commands = {
  getContext: (_payload, surface) => ({
    ...surface.view.context,
    theme: { colorMode: surface.shell.theme().colorMode },
    extension: extensionOf(surface),
  }),
  enableTheming: (_payload, { place }) => place.enableTheming(),
  changeWindowTitle: (payload, { shell }) => shell.setTitle(String(payload)),
};

function extensionOf({ view, shell }: Surface): Record<string, unknown> {
  const extension = fieldsOf(view.context.extension);
  const knowsPlace = shell.undocumentedLocation || located.has(extension.type);
  return knowsPlace ? { ...extension, location: shell.location() } : extension;
}
