import Button from '@atlaskit/button/new';
import { unplacedErrors } from '../fields/field-errors';
import { Notice } from '../fields/Notice';
import { OutcomeProblem } from '../fields/OutcomeProblem';
import { HostNotice } from '../hosts/HostNotice';
import type { HostApproval } from '../hosts/useHostApproval';
import type { DataSourceActions } from './useDataSourceActions';
import type { DataSourceFormState } from './useDataSourceForm';

const ofRequest = ['request', 'request.url', 'request.parameters', 'request.parameters.'];
const ofAuthentication = [
  'type',
  'grantType',
  'clientId',
  'clientSecret',
  'authUrl',
  'tokenUrl',
  'revokeUrl',
  'scopes',
].map((name) => `authentication.${name}`);
const ofOthers = [
  'name',
  'clientSecret',
  'authentication',
  'pagination',
  'pagination.style',
  'allowedSpaces',
  'allowedSpaces.',
];
const shownPaths = [...ofRequest, ...ofAuthentication, ...ofOthers];

interface DataSourceOutcomeProps {
  state: DataSourceFormState;
  actions: DataSourceActions;
  hosts: HostApproval;
  reload: () => void;
}

/** What came of the last button: saved, or the problem and what to do. */
export function DataSourceOutcome({ state, actions, hosts, reload }: DataSourceOutcomeProps) {
  const { problem, saved } = actions;
  const signsIn = state.values.authenticationType === 'oauth2';
  return (
    <div className="outcome">
      {problem ? (
        <OutcomeProblem problem={problem} unplaced={unplacedErrors(state.errors, shownPaths)} reload={reload} />
      ) : null}
      {saved ? (
        <Notice look="success" live>
          Saved.
        </Notice>
      ) : null}
      {!signsIn || saved ? <HostNotice hosts={hosts} purpose="Before anything is read" /> : null}
      {!signsIn && hosts.missing.length > 0 ? (
        <Button onClick={() => void actions.approve()} isLoading={actions.busy === 'approve'}>
          Approve hosts
        </Button>
      ) : null}
    </div>
  );
}
