import type { PanelProposal } from '../../../src/shared/contract';

export type ListTab = 'data-sources' | 'panels';

/** What a new panel starts from when it was asked for beside a response. */
export interface PanelStart {
  dataSourceId: string;
  proposal?: PanelProposal;
}

/** The screen that is shown. A `message` tells what was just done, such as a deletion. */
export type Route =
  | { screen: 'list'; tab: ListTab; message?: string }
  | { screen: 'data-source'; id?: string }
  | { screen: 'panel'; id?: string; start?: PanelStart };

export type Navigate = (route: Route) => void;
