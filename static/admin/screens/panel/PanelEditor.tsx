import type { FormEvent } from 'react';
import { useEffect, useRef, useState } from 'react';
import type { DataSourceSummary, PanelView } from '../../../../src/shared/contract';
import type { Navigate } from '../route';
import type { PanelStart } from '../../form-model/panel/panel-start';
import { ScreenTitle } from '../../fields/ScreenTitle';
import { useLeaveGuard } from '../useLeaveGuard';
import { useFocusFirstError } from '../../fields/useFocusFirstError';
import { BuilderSection } from '../../sections/builder/BuilderSection';
import { FreshnessSection } from '../../sections/freshness/FreshnessSection';
import type { PanelTab } from '../../form-model/panel/panel-tabs';
import { tabsWithErrors } from '../../form-model/panel/panel-tabs';
import { toPanelSettings } from '../../form-model/panel/panel-values';
import { PanelButtons } from './PanelButtons';
import { PanelFacts } from './PanelFacts';
import { PanelOutcome } from './PanelOutcome';
import { PanelTabs } from './PanelTabs';
import { PreviewSection } from '../../sections/preview/PreviewSection';
import { useLivePreview } from '../../sections/preview/useLivePreview';
import { RowsTab } from './RowsTab';
import { usePanelActions } from '../../sections/actions/usePanelActions';
import type { PanelFormState } from '../../form-model/panel/usePanelForm';
import { usePanelForm } from '../../form-model/panel/usePanelForm';
import { useSample } from '../../sections/builder/useSample';
import { SourceValues } from '../../sections/variables/SourceValues';
import { VariablesSection } from '../../sections/variables/VariablesSection';
import { VisualSection } from '../../sections/visual/VisualSection';

interface PanelEditorProps {
  sources: DataSourceSummary[];
  opened: PanelView | undefined;
  start: PanelStart | undefined;
  navigate: Navigate;
  reload: () => void;
}

interface ShownTab {
  tab: PanelTab;
  /** The refusals whose tab is shown: only then the field to change can have the focus. */
  refusals: number;
}

/** The tab that is shown: the one chosen, or one with something to change when a save was refused. */
function useTab({ errors, refusals }: PanelFormState): ShownTab & { choose: (tab: PanelTab) => void } {
  const [shown, setShown] = useState<ShownTab>({ tab: 'columns', refusals: 0 });
  const broken = useRef<PanelTab[]>([]);
  broken.current = tabsWithErrors(errors);
  useEffect(() => {
    const [first] = broken.current;
    setShown(({ tab }) => ({ tab: broken.current.includes(tab) ? tab : (first ?? tab), refusals }));
  }, [refusals]);
  return { ...shown, choose: (tab) => setShown((now) => ({ ...now, tab })) };
}

/** The panel form with its buttons and, below them, the preview. */
export function PanelEditor({ sources, opened, start, navigate, reload }: PanelEditorProps) {
  const state = usePanelForm(opened, start);
  const sample = useSample(state, start);
  const actions = usePanelActions(state);
  const preview = useLivePreview(state.values);
  const tabs = useTab(state);
  const form = useRef<HTMLFormElement>(null);
  useFocusFirstError(form, tabs.refusals);
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
      <form ref={form} className="form form-wide" noValidate onSubmit={submit} aria-label="Panel">
        <PanelFacts state={state} sources={sources} />
        <PanelTabs
          state={state}
          chosen={tabs.tab}
          onChoose={tabs.choose}
          contents={{
            columns: <BuilderSection state={state} sample={sample} actions={actions} />,
            rows: <RowsTab state={state} />,
            variables: (
              <div className="steps">
                <VariablesSection state={state} />
                <SourceValues state={state} />
              </div>
            ),
            visual: <VisualSection state={state} />,
            freshness: <FreshnessSection state={state} />,
          }}
        />
        <PanelOutcome state={state} actions={actions} reload={loadNewer} />
        <PanelButtons
          state={state}
          actions={actions}
          preview={preview}
          onClose={() => leave.guard(() => toList())}
          onDeleted={toList}
        />
      </form>
      <PreviewSection state={state} preview={preview} settings={toPanelSettings(state.values)} />
      {leave.dialog}
    </>
  );
}
