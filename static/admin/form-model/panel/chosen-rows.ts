import type { PanelProposal } from '../../../../src/shared/contract';
import type { PanelValues } from './panel-values';

/** Rows that were chosen, and the list inside them that makes rows. */
export interface ChosenRows {
  rowsSelector: string;
  unfold?: string;
}

/** The rows that the form has; undefined where nothing is chosen yet. */
export function rowsOf({ filters }: Pick<PanelValues, 'filters'>): ChosenRows | undefined {
  const { selector = '', unfold = '' } = filters[0]?.value ?? {};
  return selector.trim() === '' ? undefined : { rowsSelector: selector.trim(), unfold: unfold.trim() || undefined };
}

/** The first of the proposals that is for these rows; undefined where none is, and without rows. */
export function proposalFor(
  rows: ChosenRows | undefined,
  proposals: readonly (PanelProposal | undefined)[],
): PanelProposal | undefined {
  return proposals.find(
    (proposal) =>
      proposal !== undefined &&
      proposal.rowsSelector === rows?.rowsSelector &&
      proposal.filters?.[0]?.unfold === rows.unfold,
  );
}
