import Button from '@atlaskit/button/new';
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

/** What came of the last button: saved, or the problem and what to do. */
export function DataSourceOutcome({ state, actions, hosts, reload }: DataSourceOutcomeProps) {
  const { problem, saved, refusedSecret } = actions;
  const needsNoSignIn = !obtainsTokens(state.values);
  return (
    <div className="outcome">
      {problem ? (
        <OutcomeProblem
          problem={problem}
          unplaced={unplacedErrors(state.errors, shownPaths(state.values))}
          reload={reload}
        />
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
