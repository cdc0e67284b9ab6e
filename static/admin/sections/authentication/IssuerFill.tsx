import Button from '@atlaskit/button/new';
import { useState } from 'react';
import { callAdmin } from '../../../shared/call';
import { ProblemNote } from '../../../shared/ProblemNote';
import { useAction } from '../../fields/useAction';
import type { DataSourceFormState } from '../../form-model/data-source/useDataSourceForm';
import { TextInput } from '../../fields/TextInput';
import type { HostApproval } from '../hosts/useHostApproval';

interface IssuerFillProps {
  state: DataSourceFormState;
  hosts: HostApproval;
}

const filledPaths = ['authUrl', 'tokenUrl', 'revokeUrl'].map((name) => `authentication.${name}`);

/** Fills the endpoints from what an issuer says of itself (OpenID Connect Discovery, RFC 8414). */
export function IssuerFill({ state, hosts }: IssuerFillProps) {
  const [issuer, setIssuer] = useState('');
  const [said, setSaid] = useState('');
  const { busy, problem, run } = useAction<'discover'>();

  const discover = async (): Promise<void> => {
    const requested = issuer.trim();
    if (URL.canParse(requested)) await hosts.approve([new URL(requested).origin]);
    const { authUrl, tokenUrl, revokeUrl } = await callAdmin('discoverEndpoints', { issuer: requested });
    state.change({ authUrl, tokenUrl, revokeUrl }, ...filledPaths);
    setSaid('The endpoints below have been filled in.');
  };
  const fill = (): void => {
    setSaid('');
    void run('discover', discover);
  };
  return (
    <div className="issuer">
      <div className="preset-row">
        <TextInput
          label="Issuer"
          optional
          type="url"
          value={issuer}
          onChange={setIssuer}
          placeholder="https://login.example.com"
          monospaced
        />
        <Button onClick={fill} isLoading={busy === 'discover'} isDisabled={issuer.trim() === ''}>
          Fill from issuer
        </Button>
      </div>
      <p role="status" className="preset-said">
        {said}
      </p>
      {problem ? <ProblemNote problem={problem} viewer="admin" onRetry={fill} /> : null}
    </div>
  );
}
