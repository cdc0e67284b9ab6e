import type { PanelStart } from '../form-model/panel/panel-start';

export type ListTab = 'data-sources' | 'panels';

/** What a new one begins as: another one, under a name of its own. */
export interface CopyOf {
  id: string;
  name: string;
}

/** The screen that is shown. A `message` tells what was just done, such as a deletion. */
export type Route =
  | { screen: 'list'; tab: ListTab; message?: string }
  | { screen: 'data-source'; id?: string; copy?: CopyOf }
  | { screen: 'panel'; id?: string; start?: PanelStart; copy?: CopyOf };

export type Navigate = (route: Route) => void;
