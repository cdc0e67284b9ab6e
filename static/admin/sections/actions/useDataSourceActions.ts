import { useRef, useState } from 'react';
import type { DataSourceView, ProblemReply, SecretProof, TestReport } from '../../../../src/shared/contract';
import { callAdmin } from '../../../shared/call';
import { CallError } from '../../../shared/call-error';
import type { Actions } from '../../fields/useAction';
import { useAction } from '../../fields/useAction';
import type { HostApproval } from '../hosts/useHostApproval';
import { requiredOrigins } from '../hosts/required-origins';
import { withdrawUnused } from '../hosts/withdraw';
import { obtainsTokens } from '../../form-model/data-source/authentication-values';
import { sampleValuesOf } from '../../form-model/data-source/data-source-values';
import type { DataSourceFormState } from '../../form-model/data-source/useDataSourceForm';
import { newTestId } from './test-id';

export type DataSourceAction = 'save' | 'save-and-test' | 'test' | 'delete' | 'disconnect' | 'approve' | 'add-panel';

export interface DataSourceActions extends Actions<DataSourceAction> {
  report: TestReport | undefined;
  /** Names the test under way, to look up how far it is. */
  testId: string | undefined;
  /** Said after a save, until something is changed or done. */
  saved: boolean;
  /** Why nothing was saved: the secret that was typed does not work. */
  refusedSecret: SecretProof | undefined;
  approve(): Promise<void>;
  save(): Promise<DataSourceView | null>;
  /** Saves the form in place of what somebody else has stored meanwhile. */
  saveOver(newer: DataSourceView): Promise<DataSourceView | null>;
  saveAndTest(): Promise<void>;
  test(): Promise<void>;
  /** Waits no longer for the test under way; what the app still reads for it is shown to nobody. */
  cancelTest(): void;
  /** The stored data source, saved first where the form differs from it; null when the save failed. */
  ensureSaved(): Promise<DataSourceView | null>;
  remove(): Promise<string[] | null>;
  disconnect(): Promise<DataSourceView | null>;
}

/** What goes without the form: it is about what is stored. */
const needsForm = (name: DataSourceAction): boolean => name !== 'delete' && name !== 'disconnect';

/**
 * What the buttons of the data source form do. Approval of hosts is requested whenever they are about to be needed.
 * `refusal` says why the form cannot be sent as it stands.
 */
export function useDataSourceActions(
  state: DataSourceFormState,
  hosts: HostApproval,
  refusal: () => ProblemReply | undefined,
): DataSourceActions {
  const actions = useAction<DataSourceAction>(state.showErrors);
  const [report, setReport] = useState<TestReport>();
  const [testId, setTestId] = useState<string>();
  const [saved, setSaved] = useState(false);
  const [refusedSecret, setRefusedSecret] = useState<SecretProof>();
  const cancel = useRef(() => {});
  const { run } = actions;

  const begin = <T>(name: DataSourceAction, work: () => Promise<T>): Promise<T | null> => {
    setSaved(false);
    setRefusedSecret(undefined);
    state.showErrors(undefined);
    return run(name, async () => {
      const refused = needsForm(name) ? refusal() : undefined;
      if (refused) throw new CallError(refused);
      return work();
    });
  };
  const approveFor = (form: ReturnType<typeof state.form>): Promise<boolean> =>
    hosts.approve(requiredOrigins(form.settings));

  const saveForm = async (newer?: DataSourceView): Promise<DataSourceView> => {
    const form = { ...state.form(), ...(newer && { rev: newer.rev }) };
    const former = (newer ?? state.stored)?.settings;
    const view = await callAdmin('saveDataSource', form);
    state.takeStored(view);
    setSaved(true);
    await approveFor(form);
    if (former) void withdrawUnused(former, view.settings);
    return view;
  };
  const untilCancelled = (): Promise<undefined> =>
    new Promise((resolve) => {
      cancel.current = () => resolve(undefined);
    });
  const testForm = async (form: ReturnType<typeof state.form>, secret?: SecretProof): Promise<void> => {
    const id = newTestId();
    setReport(undefined);
    setTestId(id);
    try {
      const tested = await Promise.race([callAdmin('testDataSource', { ...form, testId: id }), untilCancelled()]);
      if (!tested) return;
      setReport({ ...tested, secret: tested.secret ?? secret });
      if (form.id) await callAdmin('getDataSource', { id: form.id }).then(state.takeHealth, () => undefined);
    } finally {
      setTestId(undefined);
    }
  };
  const test = async (): Promise<void> => {
    const form = state.form();
    await approveFor(form);
    await testForm(form);
  };
  const proveSecret = async (): Promise<SecretProof | undefined> => {
    const form = state.form();
    const isReplaced = state.stored && obtainsTokens(state.values) && Object.keys(form.secrets).length > 0;
    if (!isReplaced) return undefined;
    await approveFor(form);
    return (await callAdmin('proveSecret', form)) ?? undefined;
  };
  /** A secret that does not work is not stored in place of one that may. */
  const saveAndTest = async (): Promise<void> => {
    const secret = await proveSecret();
    if (secret?.outcome === 'refused') return setRefusedSecret(secret);
    const { id, rev, settings } = await saveForm();
    await testForm({ id, rev, settings, secrets: {}, sampleValues: sampleValuesOf(state.values) }, secret);
  };
  const remove = async (id: string): Promise<string[]> => {
    const { deletedPanels } = await callAdmin('deleteDataSource', { id });
    if (state.stored) void withdrawUnused(state.stored.settings);
    return deletedPanels;
  };
  const disconnect = async (id: string): Promise<DataSourceView> => {
    const view = await callAdmin('disconnect', { id });
    state.takeDisconnected(view);
    return view;
  };
  const storedId = state.stored?.id;
  return {
    ...actions,
    report,
    testId,
    saved: saved && !state.dirty,
    refusedSecret,
    approve: async () => void (await begin('approve', () => approveFor(state.form()))),
    save: () => begin('save', () => saveForm()),
    saveOver: (newer) => begin('save', () => saveForm(newer)),
    saveAndTest: async () => void (await begin('save-and-test', saveAndTest)),
    test: async () => void (await begin('test', test)),
    cancelTest: () => cancel.current(),
    ensureSaved: async () => (state.stored && !state.dirty ? state.stored : begin('add-panel', () => saveForm())),
    remove: async () => (storedId ? begin('delete', () => remove(storedId)) : null),
    disconnect: async () => (storedId ? begin('disconnect', () => disconnect(storedId)) : null),
  };
}
