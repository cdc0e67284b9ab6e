import type { Commands } from '../surface';
import { fieldsOf } from './payload';

/** What a view learns of where it is and how it should look. */
export const contextCommands: Commands = {
  getContext: (_payload, { view, shell }) => ({
    ...view.context,
    theme: { colorMode: shell.theme().colorMode },
    extension: { ...fieldsOf(view.context.extension), location: shell.location() },
  }),
  enableTheming: (_payload, { place }) => place.enableTheming(),
  changeWindowTitle: (payload, { shell }) => shell.setTitle(String(payload)),
};
