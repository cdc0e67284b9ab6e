import { useState } from 'react';
import type { PanelProposal } from '../../../../src/shared/contract';
import { callAdmin } from '../../../shared/call';
import type { Actions } from '../../fields/useAction';
import { useAction } from '../../fields/useAction';
import type { ChosenRows } from '../../form-model/panel/chosen-rows';
import { proposalFor, rowsOf } from '../../form-model/panel/chosen-rows';
import { proposalPatch } from '../../form-model/panel/panel-values';
import { sampleRequest } from '../../form-model/panel/sample-values';
import type { PanelFormState } from '../../form-model/panel/usePanelForm';

export type PanelAction = 'save' | 'propose' | 'delete';

export interface PanelActions extends Actions<PanelAction> {
  saved: boolean;
  /** The proposal that was taken last. */
  taken: PanelProposal | undefined;
  save(): Promise<void>;
  /**
   * Takes all columns that the app proposes for the rows, those of the form where none are given; `known` is a proposal at
   * hand, which may be for other rows.
   */
  takeProposal(known: PanelProposal | undefined, rows?: ChosenRows): Promise<void>;
  /** Returns whether the panel was deleted; its macros show the successor from then on, if there is one. */
  remove(successorId?: string): Promise<boolean>;
}

/** What the buttons of the panel form do. */
export function usePanelActions(state: PanelFormState): PanelActions {
  const actions = useAction<PanelAction>(state.showErrors);
  const [saved, setSaved] = useState(false);
  const [taken, setTaken] = useState<PanelProposal>();

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
    const fitting = rows ? proposalFor(rows, [known]) : known;
    const proposal = fitting ?? (await callAdmin('proposePanel', { ...sampleRequest(state.values), ...rows }));
    setTaken(proposal);
    state.change(proposalPatch(proposal), 'filters', 'columns');
  };
  const remove = async (id: string, successorId: string | undefined): Promise<true> => {
    await callAdmin('deletePanel', { id, ...(successorId === undefined ? {} : { successorId }) });
    return true;
  };
  return {
    ...actions,
    saved: saved && !state.dirty,
    taken,
    save: async () => void (await begin('save', save)),
    takeProposal: async (known, rows) => void (await begin('propose', () => takeProposal(known, rows))),
    remove: async (successorId) => (await begin('delete', () => remove(state.stored?.id ?? '', successorId))) ?? false,
  };
}
