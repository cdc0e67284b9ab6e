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
import { PanelButtons } from './PanelButtons';
import { PanelFacts } from './PanelFacts';
import { PanelOutcome } from './PanelOutcome';
import { PanelTabs } from './PanelTabs';
import { PreviewPane } from './PreviewPane';
import { useLivePreview } from '../../sections/preview/useLivePreview';
import { RowsTab } from './RowsTab';
import { useUndoKey } from './useUndoKey';
import { usePanelActions } from '../../sections/actions/usePanelActions';
import type { PanelFormState } from '../../form-model/panel/usePanelForm';
import { usePanelForm } from '../../form-model/panel/usePanelForm';
import { useFoundValues } from '../../sections/builder/useFoundValues';
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

/** The width of a frame in which an open drawer would leave too little of the form. */
const small = 480;

/** The panel form with its buttons, and the preview beside or over it. */
export function PanelEditor({ sources, opened, start, navigate, reload }: PanelEditorProps) {
  const state = usePanelForm(opened, start);
  const sample = useSample(state, start);
  const actions = usePanelActions(state);
  const preview = useLivePreview(state.values);
  const proposals = [actions.taken, sample.call.state === 'value' ? sample.call.value : undefined];
  const foundOf = useFoundValues(state, sample, proposals, preview.shown?.made.view);
  const [isPreviewOpen, setPreviewOpen] = useState(() => innerWidth >= small);
  const tabs = useTab(state);
  const [screen, form] = [useRef<HTMLDivElement>(null), useRef<HTMLFormElement>(null)];
  useFocusFirstError(form, tabs.refusals);
  const leave = useLeaveGuard(state.dirty);
  useUndoKey(state.undo);

  const toList = (message?: string): void => navigate({ screen: 'list', tab: 'panels', message });
  const loadNewer = (): void =>
    state.stored?.id === opened?.id ? reload() : navigate({ screen: 'panel', id: state.stored?.id });
  const showPreview = (): void => {
    setPreviewOpen(true);
    preview.refresh();
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void actions.save();
  };
  return (
    <div className="panel-screen" ref={screen}>
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
            columns: <BuilderSection state={state} sample={sample} actions={actions} foundOf={foundOf} />,
            rows: <RowsTab state={state} />,
            variables: (
              <div className="steps">
                <VariablesSection state={state} foundOf={foundOf} />
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
          canPreview={preview.missing === undefined}
          onPreview={showPreview}
          onClose={() => leave.guard(() => toList())}
          onDeleted={toList}
        />
      </form>
      <PreviewPane
        screen={screen}
        state={state}
        preview={preview}
        isOpen={isPreviewOpen}
        onTurn={() => setPreviewOpen(!isPreviewOpen)}
      />
      {leave.dialog}
    </div>
  );
}
