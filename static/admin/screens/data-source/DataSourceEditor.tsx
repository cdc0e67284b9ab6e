import type { FormEvent } from 'react';
import { useMemo, useRef, useState } from 'react';
import type { AdminContext, DataSourceView, PanelProposal } from '../../../../src/shared/contract';
import { callAdmin } from '../../../shared/call';
import { CallError } from '../../../shared/call-error';
import { useLeaveGuard } from '../useLeaveGuard';
import type { Navigate } from '../route';
import { Notice } from '../../fields/Notice';
import { ScreenTitle } from '../../fields/ScreenTitle';
import { AuthenticateControl } from '../../sections/authentication/AuthenticateControl';
import { useAuthenticate } from '../../sections/authentication/useAuthenticate';
import { useFocusFirstError } from '../../fields/useFocusFirstError';
import { HealthSection } from '../../sections/health/HealthSection';
import { requiredOrigins } from '../../sections/hosts/required-origins';
import { useHostApproval } from '../../sections/hosts/useHostApproval';
import { cameBack, failureCodes } from '../../sections/authentication/failure-codes';
import { useFindings } from '../../sections/lint/useFindings';
import { fromPagination } from '../../form-model/data-source/pagination-values';
import { ReadersSection } from '../../sections/readers/ReadersSection';
import { TestProgressLine } from '../../sections/results/TestProgressLine';
import { TestResult } from '../../sections/results/TestResult';
import { AllowedSpacesSection } from '../../sections/spaces/AllowedSpacesSection';
import { DataSourceButtons } from './DataSourceButtons';
import { DataSourceOutcome } from './DataSourceOutcome';
import { toSettings } from '../../form-model/data-source/data-source-values';
import { useDataSourceActions } from '../../sections/actions/useDataSourceActions';
import { useDataSourceForm } from '../../form-model/data-source/useDataSourceForm';
import { useProviderInputs } from '../../sections/start/useProviderInputs';
import { ReadyPanels } from '../../sections/ready/ReadyPanels';
import { isProven } from '../../sections/ready/is-proven';
import { SourceSections } from './SourceSections';
import type { DataSourceStart } from './StartScreen';
import { presetStart } from '../../form-model/data-source/presets';

interface DataSourceEditorProps {
  context: AdminContext;
  opened: DataSourceView | undefined;
  /** How a new one began. */
  start: DataSourceStart | undefined;
  navigate: Navigate;
  /** Back to the choice of how it begins. */
  restart: () => void;
  reload: () => void;
}

/** Whether readers may have accounts of their own there, as it was saved. */
function hasReaders({ settings: { authentication } }: DataSourceView): boolean {
  return authentication.type === 'oauth2' && (authentication.whoSignsIn ?? 'one-account') !== 'one-account';
}

/** The data source form with its buttons and, below them, what the last test gave. */
export function DataSourceEditor({ context, opened, start, navigate, restart, reload }: DataSourceEditorProps) {
  const preset = start && 'preset' in start ? start.preset : undefined;
  const copy = start && 'copy' in start ? start.copy : undefined;
  const state = useDataSourceForm(
    opened,
    useMemo(() => (preset ? presetStart(preset) : copy), [preset, copy]),
  );
  const answers = useProviderInputs(preset, state);
  const hosts = useHostApproval(requiredOrigins(toSettings(state.values)));
  const actions = useDataSourceActions(state, hosts, answers.refusal);
  const authenticating = useAuthenticate((attempt) => {
    if (attempt.phase === 'authenticated') state.takeBadge(attempt.badge);
    if (attempt.phase === 'failed') state.showErrors(attempt.problem);
    if (cameBack(attempt)) setCallbackCopied(true);
  });
  const [callbackCopied, setCallbackCopied] = useState(false);
  const findings = useFindings(state, callbackCopied, failureCodes(authenticating.attempt));
  const form = useRef<HTMLFormElement>(null);
  useFocusFirstError(form, state.refusals);
  const leave = useLeaveGuard(state.dirty);

  const toList = (message?: string): void => navigate({ screen: 'list', tab: 'data-sources', message });
  const isNew = start !== undefined && !copy && !state.stored;
  const back = isNew
    ? { label: 'All providers', onClick: () => leave.guard(restart) }
    : { label: 'Data sources', onClick: () => leave.guard(() => toList()) };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void actions.save();
  };
  const begin = async () => {
    const refused = answers.refusal();
    if (refused) throw new CallError(refused);
    const reply = await callAdmin('authenticate', state.form());
    state.keepDraft(reply.draftId);
    return reply;
  };
  const loadNewer = (): void =>
    state.stored?.id === opened?.id ? reload() : navigate({ screen: 'data-source', id: state.stored?.id });
  const addPanel = async (proposal: PanelProposal | undefined): Promise<void> => {
    const view = await actions.ensureSaved();
    if (view) navigate({ screen: 'panel', start: { dataSourceId: view.id, proposal } });
  };

  return (
    <>
      <ScreenTitle takesFocus back={back}>
        {state.stored?.settings.name ?? 'Add data source'}
      </ScreenTitle>
      <form ref={form} className="form" noValidate onSubmit={submit} aria-label="Data source">
        {copy && !state.stored ? (
          <Notice look="information">
            A copy with the same settings. Secrets and the sign-in are not copied: enter them again, or other ones.
          </Notice>
        ) : null}
        {opened && state.stored ? (
          <HealthSection
            stored={state.stored}
            badge={state.badge}
            isBusy={actions.busy !== undefined}
            onTest={() => void actions.test()}
          />
        ) : null}
        <SourceSections
          onAddPanel={(proposal) => void addPanel(proposal)}
          state={state}
          context={context}
          hosts={hosts}
          preset={preset}
          answers={answers}
          way={start && 'way' in start ? start.way : undefined}
          onCallbackCopied={() => setCallbackCopied(true)}
        >
          <AuthenticateControl
            state={state}
            hosts={hosts}
            actions={actions}
            authenticating={authenticating}
            findings={findings}
            begin={begin}
          />
        </SourceSections>
        {state.stored && hasReaders(state.stored) ? (
          <ReadersSection stored={state.stored} takeNewer={state.takeDisconnected} />
        ) : null}
        <AllowedSpacesSection state={state} />
        <DataSourceOutcome state={state} actions={actions} hosts={hosts} reload={loadNewer} />
        <DataSourceButtons
          state={state}
          actions={actions}
          onClose={() => leave.guard(() => toList())}
          onDeleted={toList}
        />
      </form>
      {actions.testId ? <TestProgressLine testId={actions.testId} onCancel={actions.cancelTest} /> : null}
      {preset?.panels && isProven(state, actions) ? (
        <ReadyPanels
          preset={preset}
          state={state}
          actions={actions}
          onOpen={(id) => leave.guard(() => navigate({ screen: 'panel', id }))}
        />
      ) : null}
      {actions.report ? (
        <TestResult
          report={actions.report}
          addPanelLabel={
            state.stored && !state.dirty ? 'Add panel from this response' : 'Save and add panel from this response'
          }
          onAddPanel={() => void addPanel(actions.report?.proposal)}
          isBusy={actions.busy === 'add-panel'}
          onRetry={() => void actions.test()}
          pagination={toSettings(state.values).pagination}
          onUsePagination={(pagination) => state.change({ pagination: fromPagination(pagination) }, 'pagination')}
        />
      ) : null}
      {leave.dialog}
    </>
  );
}
