import { Notice } from '../../fields/Notice';
import { listHosts } from './approval';
import type { HostApproval } from './useHostApproval';
import { WildcardChoices } from './WildcardChoices';

interface HostNoticeProps {
  hosts: HostApproval;
  /** When the hosts are needed, as the beginning of a sentence. */
  purpose: string;
}

/** Names the hosts that the site has not approved, or why they were not approved when that was requested. */
export function HostNotice({ hosts, purpose }: HostNoticeProps) {
  if (hosts.missing.length === 0) return null;
  return (
    <>
      {hosts.refusal ? (
        <Notice look="warning" title="Hosts not approved" live>
          {hosts.refusal}
        </Notice>
      ) : (
        <p className="field-help">
          {purpose}, a site admin must allow the app to contact {listHosts(hosts.missing)}.
        </p>
      )}
      <WildcardChoices hosts={hosts} />
    </>
  );
}
