import { ownFailuresKey } from '../keys';
import type { Now, Storage } from '../ports';
import type { ProblemCode } from '../shared/problem';

/** How often readings with readers' own accounts failed in one day, UTC. Names nobody. */
interface OwnFailures {
  /** `YYYY-MM-DD`. */
  day: string;
  counts: Partial<Record<ProblemCode, number>>;
}

interface FailurePorts {
  storage: Pick<Storage, 'get' | 'set'>;
  now: Now;
}

const keptSeconds = 2 * 86_400;
/** More are not told apart, and not written. */
const most = 500;

const dayOf = (now: number) => new Date(now).toISOString().slice(0, 10);

/**
 * Counts one more failed reading of today. Two at the same moment may count as one: it is for an admin's eyes, and a reader's
 * trouble is nobody else's.
 */
export async function noteOwnFailure(
  dataSourceId: string,
  code: ProblemCode,
  { storage, now }: FailurePorts,
): Promise<void> {
  const key = ownFailuresKey(dataSourceId);
  const day = dayOf(now());
  const known = await storage.get<OwnFailures>(key);
  const counts = known?.day === day ? known.counts : {};
  const count = (counts[code] ?? 0) + 1;
  const next: OwnFailures = { day, counts: { ...counts, [code]: count } };
  if (count <= most) await storage.set(key, next, { ttlSeconds: keptSeconds });
}

const sentences: Partial<Record<ProblemCode, string>> = {
  'remote-unauthorized': 'The API did not accept the sign-in.',
  'remote-forbidden': 'The API does not let the account read these rows.',
  'remote-rate-limited': 'The API asked the account to wait.',
  'reconnect-needed': 'The sign-in has ended at the service.',
};

/** Failed readings of today by reason, a sentence each, the most frequent first; empty where there are none. */
export async function ownFailuresToday(
  dataSourceId: string,
  { storage, now }: FailurePorts,
): Promise<{ reason: string; count: number }[]> {
  const known = await storage.get<OwnFailures>(ownFailuresKey(dataSourceId));
  if (known?.day !== dayOf(now())) return [];
  return Object.entries(known.counts)
    .map(([code, count]) => ({ reason: sentences[code as ProblemCode] ?? 'Another reason.', count }))
    .sort((a, b) => b.count - a.count);
}
