import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { DiscoveredEndpoints } from '../../../../src/shared/contract';
import { callAdmin } from '../../../shared/call';
import { ProblemNote } from '../../../shared/ProblemNote';
import { Notice } from '../../fields/Notice';
import { useAction } from '../../fields/useAction';
import type { DataSourceFormState } from '../../form-model/data-source/useDataSourceForm';
import { TextInput } from '../../fields/TextInput';
import type { HostApproval } from '../hosts/useHostApproval';

interface IssuerFillProps {
  state: DataSourceFormState;
  hosts: HostApproval;
}

const filledPaths = ['authUrl', 'tokenUrl', 'revokeUrl', 'clientAuthentication'].map(
  (name) => `authentication.${name}`,
);

/** Fills the endpoints from what an issuer says of itself (OpenID Connect Discovery, RFC 8414). */
export function IssuerFill({ state, hosts }: IssuerFillProps) {
  const [issuer, setIssuer] = useState('');
  const [said, setSaid] = useState('');
  const [offer, setOffer] = useState<DiscoveredEndpoints>();
  const { busy, problem, run } = useAction<'discover'>();

  const take = ({ otherIssuer: _, announcedIssuer, ...endpoints }: DiscoveredEndpoints): void => {
    state.change({ ...endpoints, announcedIssuer }, ...filledPaths);
    setOffer(undefined);
    setSaid('The endpoints below have been filled in.');
  };
  const discover = async (): Promise<void> => {
    const requested = issuer.trim();
    if (URL.canParse(requested)) await hosts.approve([new URL(requested).origin]);
    const found = await callAdmin('discoverEndpoints', { issuer: requested });
    if (found.otherIssuer === undefined) take(found);
    else setOffer(found);
  };
  const fill = (): void => {
    setSaid('');
    setOffer(undefined);
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
      {offer ? <OtherIssuer offer={offer} onTake={() => take(offer)} /> : null}
      {problem ? <ProblemNote problem={problem} viewer="admin" onRetry={fill} /> : null}
    </div>
  );
}

interface OtherIssuerProps {
  offer: DiscoveredEndpoints;
  onTake: () => void;
}

/** What another issuer than the one that was asked says of itself: only the admin can know whether it is to be trusted. */
function OtherIssuer({ offer, onTake }: OtherIssuerProps) {
  return (
    <Notice
      look="warning"
      title="The server identifies itself as another issuer"
      actions={<Button onClick={onTake}>Use its endpoints</Button>}
      live
    >
      It is <code className="exact">{offer.otherIssuer}</code>, and its Token URL is{' '}
      <code className="exact">{offer.tokenUrl}</code>, which would receive the Client Secret. Use its endpoints only if
      they belong to your provider.
    </Notice>
  );
}
