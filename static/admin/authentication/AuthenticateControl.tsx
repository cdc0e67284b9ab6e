import Button from '@atlaskit/button/new';
import type { AuthenticateReply } from '../../../src/contract';
import type { DataSourceActions } from '../data-source/useDataSourceActions';
import type { DataSourceFormState } from '../data-source/useDataSourceForm';
import { HostNotice } from '../hosts/HostNotice';
import type { HostApproval } from '../hosts/useHostApproval';
import { AttemptNote } from './AttemptNote';
import { BadgePanel } from './BadgePanel';
import { DisconnectButton } from './DisconnectButton';
import type { Authenticating } from './useAuthenticate';

interface AuthenticateControlProps {
  state: DataSourceFormState;
  hosts: HostApproval;
  actions: DataSourceActions;
  authenticating: Authenticating;
  begin: () => Promise<AuthenticateReply>;
}

/**
 * *Authenticate* with the badge right below it, and whatever stands in the way of it. Approving hosts takes a click of
 * its own: the platform's dialog would use up the seconds in which a click may open a window.
 */
export function AuthenticateControl({ state, hosts, actions, authenticating, begin }: AuthenticateControlProps) {
  const { attempt, start } = authenticating;
  const waiting = attempt.phase === 'waiting';
  const needsApproval = hosts.missing.length > 0 && !waiting;
  const authenticate = (): void => void start(begin);
  return (
    <div className="authenticate">
      <div className="authenticate-buttons">
        <Button
          appearance="primary"
          onClick={needsApproval ? () => void actions.approve() : authenticate}
          isLoading={attempt.phase === 'starting' || actions.busy === 'approve'}
          isDisabled={waiting}
        >
          {needsApproval ? 'Approve hosts' : 'Authenticate'}
        </Button>
        <DisconnectButton state={state} actions={actions} />
      </div>
      <BadgePanel state={state} waiting={waiting} />
      <HostNotice hosts={hosts} purpose="Before signing in" />
      <AttemptNote authenticating={authenticating} onRetry={authenticate} />
    </div>
  );
}
