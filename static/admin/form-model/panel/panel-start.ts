import type { PanelProposal, PanelSettings } from '../../../../src/shared/contract';

/** What a new panel starts from when it was begun beside a response, or as a copy. */
export interface PanelStart {
  dataSourceId: string;
  proposal?: PanelProposal;
  /** All that it begins with. */
  settings?: PanelSettings;
}
