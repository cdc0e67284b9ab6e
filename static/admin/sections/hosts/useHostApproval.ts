import { useCallback, useEffect, useState } from 'react';
import type { EgressGroup } from '../../../shared/platform';
import { approvedGroups, approveGroups } from '../../../shared/platform';
import { countHosts, groupsToApprove, missingOrigins, noRoomSentence, notApprovedSentence } from './approval';
import type { Wildcard } from './wildcards';
import { domainsToApprove, wildcardsFor } from './wildcards';

export interface HostApproval {
  /** Origins still to be approved; empty until the approved ones are known. */
  missing: string[];
  /** Wildcards that can be approved in place of some of them. */
  wildcards: Wildcard[];
  /** The domains of those that were chosen. */
  chosen: readonly string[];
  choose(domain: string, isChosen: boolean): void;
  /** Why the last approval did not come about. */
  refusal: string | undefined;
  /** Asks for the missing origins in the platform's dialog. Returns whether all of `origins` are approved now. */
  approve(origins: string[]): Promise<boolean>;
}

/** Which of the origins the site has approved. Where the platform cannot say, none counts as missing: a request will tell. */
export function useHostApproval(origins: string[]): HostApproval {
  const [groups, setGroups] = useState<EgressGroup[]>();
  const [refusal, setRefusal] = useState<string>();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const wanted = origins.join(' ');

  useEffect(() => {
    void approvedGroups().then(setGroups, () => setGroups(undefined));
  }, []);
  useEffect(() => {
    setRefusal(undefined);
  }, [wanted]);

  const approve = useCallback(
    async (requested: string[]): Promise<boolean> => {
      const known = await approvedGroups().catch(() => undefined);
      setGroups(known);
      if (!known) return true;
      const result = await approveMissing(known, requested, chosen);
      setRefusal(result.refusal);
      setGroups(await approvedGroups().catch(() => known));
      return result.refusal === undefined;
    },
    [chosen],
  );
  const choose = (domain: string, isChosen: boolean): void =>
    setChosen((now) => [...now.filter((each) => each !== domain), ...(isChosen ? [domain] : [])]);

  const missing = groups ? missingOrigins(groups, origins) : [];
  return { missing, wildcards: wildcardsFor(missing, countHosts(groups ?? [])), chosen, choose, refusal, approve };
}

async function approveMissing(
  known: EgressGroup[],
  origins: string[],
  chosen: readonly string[],
): Promise<{ refusal?: string }> {
  const missing = missingOrigins(known, origins);
  if (missing.length === 0) return {};
  const changed = groupsToApprove(known, domainsToApprove(missing, chosen));
  if (changed === null) return { refusal: noRoomSentence(missing) };
  try {
    await approveGroups(changed);
    return {};
  } catch {
    return { refusal: notApprovedSentence(missing) };
  }
}
