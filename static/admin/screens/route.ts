import type { PanelStart } from '../form-model/panel/panel-start';

export type ListTab = 'data-sources' | 'panels';

/** The screen that is shown. A `message` tells what was just done, such as a deletion. */
export type Route =
  | { screen: 'list'; tab: ListTab; message?: string }
  | { screen: 'data-source'; id?: string }
  | { screen: 'panel'; id?: string; start?: PanelStart };

export type Navigate = (route: Route) => void;
