import { useState } from 'react';
import type { PanelPreview, PanelProposal, PanelSettings } from '../../../src/contract';
import { callAdmin } from '../../shared/call';
import type { Actions } from '../app/useAction';
import { useAction } from '../app/useAction';
import type { PanelValues } from './panel-values';
import { proposalPatch, toPanelSettings } from './panel-values';
import type { PanelFormState } from './usePanelForm';

export type PanelAction = 'save' | 'preview' | 'propose' | 'delete';

export interface PanelActions extends Actions<PanelAction> {
  /** The last preview with the settings it was made from. */
  preview: { made: PanelPreview; from: PanelSettings } | undefined;
  /** The proposal taken last, with the other lists that could be the rows. */
  proposal: PanelProposal | undefined;
  saved: boolean;
  save(): Promise<void>;
  showPreview(): Promise<void>;
  /** Fills rows selector and columns from the response, for the given rows or the best guess, and previews them. */
  propose(rowsSelector?: string): Promise<void>;
  /** Answers whether the panel was deleted. */
  remove(): Promise<boolean>;
}

/** What the buttons of the panel form do. */
export function usePanelActions(state: PanelFormState, opening: PanelProposal | undefined): PanelActions {
  const actions = useAction<PanelAction>(state.showErrors);
  const [preview, setPreview] = useState<PanelActions['preview']>();
  const [proposal, setProposal] = useState(opening);
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
  const previewOf = async (values: PanelValues): Promise<void> => {
    setPreview(undefined);
    const from = toPanelSettings(values);
    setPreview({ made: await callAdmin('previewPanel', { settings: from }), from });
  };
  const propose = async (rowsSelector?: string): Promise<void> => {
    const { dataSourceId } = state.values;
    const found = await callAdmin('proposePanel', { dataSourceId, rowsSelector });
    const patch = proposalPatch(found);
    setProposal(found);
    state.change(patch, 'filters', 'columns');
    await previewOf({ ...state.values, ...patch });
  };
  const remove = async (id: string): Promise<true> => {
    await callAdmin('deletePanel', { id });
    return true;
  };
  return {
    ...actions,
    preview,
    proposal,
    saved: saved && !state.dirty,
    save: async () => void (await begin('save', save)),
    showPreview: async () => void (await begin('preview', () => previewOf(state.values))),
    propose: async (rowsSelector) => void (await begin('propose', () => propose(rowsSelector))),
    remove: async () => (await begin('delete', () => remove(state.stored?.id ?? ''))) ?? false,
  };
}
