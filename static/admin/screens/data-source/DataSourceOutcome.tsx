import Button from '@atlaskit/button/new';
import { useEffect, useRef } from 'react';
import type { DataSourceView } from '../../../../src/shared/contract';
import { ConflictNote } from '../../sections/actions/ConflictNote';
import { bringIntoView } from '../../fields/bring-into-view';
import { unplacedErrors } from '../../form-model/field-errors';
import { Notice } from '../../fields/Notice';
import { OutcomeProblem } from '../../fields/OutcomeProblem';
import { HostNotice } from '../../sections/hosts/HostNotice';
import type { HostApproval } from '../../sections/hosts/useHostApproval';
import { obtainsTokens } from '../../form-model/data-source/authentication-values';
import { shownPaths } from '../../form-model/data-source/shown-paths';
import type { DataSourceActions } from '../../sections/actions/useDataSourceActions';
import type { DataSourceFormState } from '../../form-model/data-source/useDataSourceForm';

interface DataSourceOutcomeProps {
  state: DataSourceFormState;
  actions: DataSourceActions;
  hosts: HostApproval;
  reload: () => void;
}

/** What came of the last button, in sight: saved, or the problem and what to do. A field to change comes before it. */
export function DataSourceOutcome({ state, actions, hosts, reload }: DataSourceOutcomeProps) {
  const { problem, saved, refusedSecret } = actions;
  const needsNoSignIn = !obtainsTokens(state.values);
  const unplaced = unplacedErrors(state.errors, shownPaths(state.values));
  const left = Object.keys(state.errors).length;
  const { stored } = state;
  const keepMine = (newer: DataSourceView): void => void actions.saveOver(newer);
  const conflict = stored ? <ConflictNote state={state} id={stored.id} onKeep={keepMine} onLoad={reload} /> : undefined;
  const outcome = useRef<HTMLDivElement>(null);
  const hasNews = saved || refusedSecret !== undefined || (problem !== undefined && left === unplaced.length);
  useEffect(() => (hasNews && outcome.current ? bringIntoView(outcome.current, 'nearest') : undefined), [hasNews]);
  return (
    <div className="outcome" ref={outcome}>
      {problem ? (
        <OutcomeProblem problem={problem} left={left} unplaced={unplaced} reload={reload} conflict={conflict} />
      ) : null}
      {refusedSecret ? (
        <Notice look="error" title="Nothing was saved" live>
          {refusedSecret.message} The stored secret is kept. Save stores the new one all the same.
        </Notice>
      ) : null}
      {saved ? (
        <Notice look="success" live>
          Saved.
        </Notice>
      ) : null}
      {needsNoSignIn || saved ? <HostNotice hosts={hosts} purpose="Before anything is read" /> : null}
      {needsNoSignIn && hosts.missing.length > 0 ? (
        <Button onClick={() => void actions.approve()} isLoading={actions.busy === 'approve'}>
          Approve hosts
        </Button>
      ) : null}
    </div>
  );
}
