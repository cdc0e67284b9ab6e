import type { FormEvent } from 'react';
import { useRef } from 'react';
import type { DataSourceSummary, PanelView } from '../../../src/contract';
import type { Navigate, PanelStart } from '../app/route';
import { ScreenTitle } from '../app/ScreenTitle';
import { useLeaveGuard } from '../app/useLeaveGuard';
import { useFocusFirstError } from '../fields/useFocusFirstError';
import { ColumnsSection } from './ColumnsSection';
import { toPanelSettings } from './panel-values';
import { PanelButtons } from './PanelButtons';
import { PanelFacts } from './PanelFacts';
import { PanelOutcome } from './PanelOutcome';
import { PreviewSection } from './PreviewSection';
import { RowsSection } from './RowsSection';
import { VariablesSection } from './VariablesSection';
import { usePanelActions } from './usePanelActions';
import { usePanelForm } from './usePanelForm';

interface PanelEditorProps {
  sources: DataSourceSummary[];
  opened: PanelView | undefined;
  start: PanelStart | undefined;
  navigate: Navigate;
  reload: () => void;
}

/** The panel form with its buttons and, below them, the preview. */
export function PanelEditor({ sources, opened, start, navigate, reload }: PanelEditorProps) {
  const state = usePanelForm(opened, start);
  const actions = usePanelActions(state, start?.proposal);
  const form = useRef<HTMLFormElement>(null);
  useFocusFirstError(form, state.refusals);
  const leave = useLeaveGuard(state.dirty);

  const toList = (message?: string): void => navigate({ screen: 'list', tab: 'panels', message });
  const loadNewer = (): void =>
    state.stored?.id === opened?.id ? reload() : navigate({ screen: 'panel', id: state.stored?.id });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void actions.save();
  };
  return (
    <>
      <ScreenTitle takesFocus back={{ label: 'Panels', onClick: () => leave.guard(() => toList()) }}>
        {state.stored?.settings.name ?? 'Add panel'}
      </ScreenTitle>
      <form ref={form} className="form" noValidate onSubmit={submit} aria-label="Panel">
        <PanelFacts state={state} sources={sources} />
        <VariablesSection state={state} />
        <RowsSection state={state} actions={actions} />
        <ColumnsSection state={state} />
        <PanelOutcome state={state} actions={actions} reload={loadNewer} />
        <PanelButtons state={state} actions={actions} onClose={() => leave.guard(() => toList())} onDeleted={toList} />
      </form>
      <PreviewSection actions={actions} settings={toPanelSettings(state.values)} />
      {leave.dialog}
    </>
  );
}
