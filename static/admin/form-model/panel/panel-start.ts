import type { PanelProposal } from '../../../../src/shared/contract';

/** What a new panel starts from when it was begun beside a response. */
export interface PanelStart {
  dataSourceId: string;
  proposal?: PanelProposal;
}
