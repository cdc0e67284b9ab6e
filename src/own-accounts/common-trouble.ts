import type { CommonTrouble } from '../grants/common-trouble';
import type { GrantTrouble } from '../grants/grant';
import { pausedBy, type Requester, troubleAfter } from '../grants/trouble';
import { sha256 } from '../ids';
import { tokenTroubleKey } from '../keys';
import type { Storage } from '../ports';
import type { Problem } from '../shared/problem';

/** What readers' grants of one data source have met at its token endpoint, lately. */
interface Noted {
  /** The server refused the client itself, which all of them are. */
  client?: GrantTrouble;
  /** The server was silent for so many of them that it is for all. */
  server?: GrantTrouble;
  /** For which it was silent, by a name that does not tell them, and when. */
  silent?: Record<string, number>;
}

const everybody = 3;
const lately = 10 * 60_000;
const keptSeconds = 3600;

/**
 * What is known of the token endpoint of a data source in common, so that a thousand readers do not send an expired secret a
 * thousand times, nor wait for a server that is down one after the other. Two who note at the same moment may count as one.
 */
export function commonTrouble(
  dataSourceId: string,
  { storage }: { storage: Pick<Storage, 'get' | 'set' | 'delete'> },
): CommonTrouble {
  const key = tokenTroubleKey(dataSourceId);
  let known: Noted | undefined;
  const look = async (): Promise<Noted> => (known = (await storage.get<Noted>(key)) ?? {});
  return {
    async pausedBy(requester, now) {
      const { client, server } = await look();
      const found = [client, server].filter((trouble) => trouble !== undefined);
      return found.map((trouble) => pausedBy({ trouble }, requester, now)).find((problem) => problem !== undefined);
    },
    async failed(grantId, problem, requester, now) {
      const next = notedAfter(await look().catch(() => ({})), { grantId, problem, requester }, now);
      if (next) await storage.set(key, next, { ttlSeconds: keptSeconds }).catch(() => undefined);
    },
    async succeeded() {
      if (known && Object.keys(known).length > 0) await storage.delete(key).catch(() => undefined);
    },
  };
}

interface Attempt {
  grantId: string;
  problem: Problem;
  requester: Requester;
}

/** `undefined` where the attempt says nothing of what all have in common. */
function notedAfter(noted: Noted, { grantId, problem, requester }: Attempt, now: number): Noted | undefined {
  const { refused } = problem.details;
  if (refused === 'client') return { ...noted, client: troubleAfter(noted.client, problem, requester, now) };
  if (refused !== undefined) return undefined;
  const recent = Object.entries(noted.silent ?? {}).filter(([, at]) => now - at < lately);
  const silent = { ...Object.fromEntries(recent.slice(-everybody)), [sha256(grantId).slice(0, 32)]: now };
  const isForAll = Object.keys(silent).length >= everybody;
  return { ...noted, silent, ...(isForAll && { server: troubleAfter(noted.server, problem, requester, now) }) };
}
