import type { PanelProposal } from '../../../../src/shared/contract';

/** What came of choosing an operation. */
export interface Filled {
  /** Plain sentences about what is left to do. */
  notes: string[];
  /** Rows and columns that the document describes; absent where it describes none. */
  panel: PanelProposal | undefined;
}
