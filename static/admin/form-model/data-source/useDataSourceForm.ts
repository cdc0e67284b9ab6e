import { useMemo, useState } from 'react';
import type { Badge, DataSourceForm, DataSourceView } from '../../../../src/shared/contract';
import type { FormState } from '../useFormState';
import { useFormState } from '../useFormState';
import type { DataSourceValues } from './data-source-values';
import {
  emptyDataSource,
  fromSettings,
  sampleValuesOf,
  secretsOf,
  signInBasis,
  toSettings,
  withSamplesOf,
} from './data-source-values';

export interface DataSourceFormState extends FormState<DataSourceValues> {
  /** The stored data source; undefined until the first *Save*. */
  stored: DataSourceView | undefined;
  badge: Badge;
  /** Whether the sign-in was made for other endpoints, client or scopes than the form names now. */
  signInOutdated: boolean;
  /** What the calls take: the form as it stands. */
  form(): DataSourceForm;
  keepDraft(draftId: string | undefined): void;
  /** Takes the badge that a sign-in with the present values ended in. */
  takeBadge(badge: Badge): void;
  /** Takes a stored data source over the form. */
  takeStored(view: DataSourceView): void;
  /** Takes how the data source is doing, and nothing else of it. */
  takeHealth(view: DataSourceView): void;
  /** Takes the data source without its grant, leaving the form as typed. */
  takeDisconnected(view: DataSourceView): void;
}

function comparable(values: DataSourceValues): unknown {
  return [toSettings(values), secretsOf(values)];
}

function firstValues(view: DataSourceView | undefined, start: Partial<DataSourceValues> | undefined): DataSourceValues {
  return view ? fromSettings(view.settings) : { ...emptyDataSource, ...start };
}

/** The data source form: values, what is stored, the draft that *Authenticate* made, and the badge. `start`: of a new one. */
export function useDataSourceForm(
  opened: DataSourceView | undefined,
  start?: Partial<DataSourceValues>,
): DataSourceFormState {
  const first = useMemo(() => firstValues(opened, start), [opened, start]);
  const state = useFormState(first, comparable);
  const [stored, setStored] = useState(opened);
  const [draftId, setDraftId] = useState<string>();
  const [badge, setBadge] = useState<Badge>(opened?.badge ?? { state: 'not-authenticated' });
  const [basis, setBasis] = useState(signInBasis(first));
  const { values, reset } = state;

  const takeBadge = (next: Badge): void => {
    setBadge(next);
    setBasis(signInBasis(values));
  };
  const takeStored = (view: DataSourceView): void => {
    const saved = withSamplesOf(fromSettings(view.settings), values);
    setStored(view);
    setDraftId(undefined);
    setBadge(view.badge);
    setBasis(signInBasis(saved));
    reset(saved);
  };
  const takeDisconnected = (view: DataSourceView): void => {
    setStored(view);
    setBadge(view.badge);
  };
  const takeHealth = ({ health }: DataSourceView): void => setStored((now) => now && { ...now, health });
  const form = (): DataSourceForm => ({
    id: stored?.id,
    rev: stored?.rev,
    draftId,
    settings: toSettings(values),
    secrets: secretsOf(values),
    sampleValues: sampleValuesOf(values),
  });
  const signInOutdated = badge.state === 'authenticated' && basis !== signInBasis(values);
  return {
    ...state,
    stored,
    badge,
    signInOutdated,
    form,
    keepDraft: setDraftId,
    takeBadge,
    takeStored,
    takeHealth,
    takeDisconnected,
  };
}
