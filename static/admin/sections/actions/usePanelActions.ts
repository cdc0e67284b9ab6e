import { useState } from 'react';
import type { PanelProposal } from '../../../../src/shared/contract';
import { callAdmin } from '../../../shared/call';
import type { Actions } from '../../fields/useAction';
import { useAction } from '../../fields/useAction';
import { type PanelValues, proposalPatch } from '../../form-model/panel/panel-values';
import { sampleRequest } from '../../form-model/panel/sample-values';
import type { PanelFormState } from '../../form-model/panel/usePanelForm';

export type PanelAction = 'save' | 'propose' | 'delete';

/** Rows that were chosen, and the list inside them that makes rows. */
export interface ChosenRows {
  rowsSelector: string;
  unfold?: string;
}

export interface PanelActions extends Actions<PanelAction> {
  saved: boolean;
  save(): Promise<void>;
  /**
   * Takes all columns that the app proposes for the rows, those of the form where none are given; `known` is a proposal at
   * hand, which may be for other rows.
   */
  takeProposal(known: PanelProposal | undefined, rows?: ChosenRows): Promise<void>;
  /** Returns whether the panel was deleted. */
  remove(): Promise<boolean>;
}

/** What the buttons of the panel form do. */
export function usePanelActions(state: PanelFormState): PanelActions {
  const actions = useAction<PanelAction>(state.showErrors);
  const [saved, setSaved] = useState(false);

  const begin = <T>(name: PanelAction, work: () => Promise<T>): Promise<T | null> => {
    setSaved(false);
    state.showErrors(undefined);
    return actions.run(name, work);
  };
  const save = async (): Promise<void> => {
    state.takeStored(await callAdmin('savePanel', state.form()));
    setSaved(true);
  };
  const takeProposal = async (known: PanelProposal | undefined, rows = rowsOf(state.values)): Promise<void> => {
    const fits = known && (!rows || isFor(known, rows));
    const proposal = fits ? known : await callAdmin('proposePanel', { ...sampleRequest(state.values), ...rows });
    state.change(proposalPatch(proposal), 'filters', 'columns');
  };
  const remove = async (id: string): Promise<true> => {
    await callAdmin('deletePanel', { id });
    return true;
  };
  return {
    ...actions,
    saved: saved && !state.dirty,
    save: async () => void (await begin('save', save)),
    takeProposal: async (known, rows) => void (await begin('propose', () => takeProposal(known, rows))),
    remove: async () => (await begin('delete', () => remove(state.stored?.id ?? ''))) ?? false,
  };
}

/** The rows that the form has; undefined where nothing is chosen yet. */
function rowsOf({ filters }: PanelValues): ChosenRows | undefined {
  const { selector = '', unfold = '' } = filters[0]?.value ?? {};
  return selector.trim() === '' ? undefined : { rowsSelector: selector.trim(), unfold: unfold.trim() || undefined };
}

function isFor({ rowsSelector, filters }: PanelProposal, rows: ChosenRows): boolean {
  return rowsSelector === rows.rowsSelector && filters?.[0]?.unfold === rows.unfold;
}
