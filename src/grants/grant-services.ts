import type { Delay, EntityStorage, Log, Now, OutboundFetch, Redactor, RemainingTime, Secrets } from '../ports';
import type { CommonTrouble } from './common-trouble';
import type { Grant } from './grant';

/** What it takes to use and refresh a grant. */
export interface GrantServices {
  grants: EntityStorage<Grant>;
  secrets: Secrets;
  fetch: OutboundFetch;
  redactor: Redactor;
  now: Now;
  delay: Delay;
  remainingTime: RemainingTime;
  log: Log;
  loopbackAllowed: boolean;
  /** Absent where a connection has one grant. */
  common?: CommonTrouble;
}
