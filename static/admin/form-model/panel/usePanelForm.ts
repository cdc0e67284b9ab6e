import { useMemo, useState } from 'react';
import type { PanelForm, PanelView } from '../../../../src/shared/contract';
import type { PanelStart } from './panel-start';
import type { FormState } from '../useFormState';
import { useFormState } from '../useFormState';
import type { Undo } from '../useUndo';
import { useUndo } from '../useUndo';
import type { PanelValues } from './panel-values';
import { emptyPanel, fromPanelSettings, proposalPatch, toPanelSettings } from './panel-values';

export interface PanelFormState extends FormState<PanelValues>, Undo<PanelValues> {
  /** The stored panel; undefined until the first *Save*. */
  stored: PanelView | undefined;
  form(): PanelForm;
  takeStored(view: PanelView): void;
}

function firstValues(view: PanelView | undefined, start: PanelStart | undefined): PanelValues {
  if (view) return fromPanelSettings(view.settings);
  if (start?.settings) return fromPanelSettings(start.settings);
  const values = emptyPanel(start?.dataSourceId);
  return start?.proposal ? { ...values, ...proposalPatch(start.proposal) } : values;
}

/** The panel form: values, what was changed, and what is stored. */
export function usePanelForm(opened: PanelView | undefined, start: PanelStart | undefined): PanelFormState {
  const first = useMemo(() => firstValues(opened, start), [opened, start]);
  const state = useFormState(first, toPanelSettings);
  const changes = useUndo(state);
  const [stored, setStored] = useState(opened);
  const takeStored = (view: PanelView): void => {
    setStored(view);
    state.reset({ ...fromPanelSettings(view.settings), sampleValues: state.values.sampleValues });
  };
  const form = (): PanelForm => ({ id: stored?.id, rev: stored?.rev, settings: toPanelSettings(state.values) });
  return { ...state, ...changes, stored, form, takeStored };
}
