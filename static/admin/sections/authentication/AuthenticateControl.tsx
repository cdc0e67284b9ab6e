import Button from '@atlaskit/button/new';
import type { AuthenticateReply } from '../../../../src/shared/contract';
import type { DataSourceActions } from '../actions/useDataSourceActions';
import { whoSignsIn } from '../../form-model/data-source/authentication-values';
import type { DataSourceFormState } from '../../form-model/data-source/useDataSourceForm';
import { HostNotice } from '../hosts/HostNotice';
import type { HostApproval } from '../hosts/useHostApproval';
import { FindingList } from '../lint/FindingList';
import type { Findings } from '../lint/useFindings';
import { ReadersConnect } from '../readers/ReadersConnect';
import { AttemptNote } from './AttemptNote';
import { BadgePanel } from './BadgePanel';
import { DisconnectButton } from './DisconnectButton';
import type { Authenticating } from './useAuthenticate';

interface AuthenticateControlProps {
  state: DataSourceFormState;
  hosts: HostApproval;
  actions: DataSourceActions;
  authenticating: Authenticating;
  findings: Findings;
  begin: () => Promise<AuthenticateReply>;
}

/**
 * *Authenticate* with the badge right below it, and whatever stands in the way of it. Approving hosts takes a click of
 * its own: the platform's dialog would use up the seconds in which a click may open a window.
 */
export function AuthenticateControl({
  state,
  hosts,
  actions,
  authenticating,
  findings,
  begin,
}: AuthenticateControlProps) {
  const { attempt, start } = authenticating;
  const waiting = attempt.phase === 'waiting';
  const signsIn = state.values.grantType === 'authorization_code';
  const approving = actions.busy === 'approve';
  const needsApproval = (hosts.missing.length > 0 || approving) && !waiting;
  const authenticate = (): void => void start(begin);
  const isOfReaders = whoSignsIn(state.values) === 'each-reader';
  return (
    <div className="authenticate">
      <div className="authenticate-buttons">
        {isOfReaders && !needsApproval ? null : (
          <Button
            appearance="primary"
            onClick={needsApproval ? () => void actions.approve() : authenticate}
            isLoading={attempt.phase === 'starting' || approving}
            isDisabled={waiting}
          >
            {needsApproval ? 'Approve hosts' : 'Authenticate'}
          </Button>
        )}
        <DisconnectButton state={state} actions={actions} />
      </div>
      {isOfReaders ? <ReadersConnect /> : <BadgePanel state={state} waiting={waiting} />}
      <HostNotice hosts={hosts} purpose={signsIn ? 'Before signing in' : 'Before a token is requested'} />
      <AttemptNote authenticating={authenticating} left={Object.keys(state.errors).length} onRetry={authenticate} />
      <FindingList findings={findings} state={state} />
    </div>
  );
}
