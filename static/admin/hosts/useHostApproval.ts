import { useCallback, useEffect, useState } from 'react';
import type { EgressGroup } from '../../shared/platform';
import { approvedGroups, approveGroups } from '../../shared/platform';
import { groupsToApprove, missingOrigins, noRoomSentence, notApprovedSentence } from './approval';

export interface HostApproval {
  /** Origins still to be approved; empty until the approved ones are known. */
  missing: string[];
  /** Why the last approval did not come about. */
  refusal: string | undefined;
  /** Asks for the missing origins in the platform's dialog. Answers whether all of `origins` are approved now. */
  approve(origins: string[]): Promise<boolean>;
}

/** Which of the origins the site has approved. Where the platform cannot say, none counts as missing: a request will tell. */
export function useHostApproval(origins: string[]): HostApproval {
  const [groups, setGroups] = useState<EgressGroup[]>();
  const [refusal, setRefusal] = useState<string>();
  const wanted = origins.join(' ');

  useEffect(() => {
    void approvedGroups().then(setGroups, () => setGroups(undefined));
  }, []);
  useEffect(() => {
    setRefusal(undefined);
  }, [wanted]);

  const approve = useCallback(async (asked: string[]): Promise<boolean> => {
    const known = await approvedGroups().catch(() => undefined);
    setGroups(known);
    if (!known) return true;
    const result = await approveMissing(known, asked);
    setRefusal(result.refusal);
    setGroups(await approvedGroups().catch(() => known));
    return result.refusal === undefined;
  }, []);

  return { missing: groups ? missingOrigins(groups, origins) : [], refusal, approve };
}

async function approveMissing(known: EgressGroup[], origins: string[]): Promise<{ refusal?: string }> {
  const missing = missingOrigins(known, origins);
  if (missing.length === 0) return {};
  const changed = groupsToApprove(known, missing);
  if (changed === null) return { refusal: noRoomSentence(missing) };
  try {
    await approveGroups(changed);
    return {};
  } catch {
    return { refusal: notApprovedSentence(missing) };
  }
}
