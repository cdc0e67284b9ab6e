import { leaseMs, leaseSlackMs } from '../shared/limits';
import type { Grant } from './grant';

type Lease = Pick<Grant, 'holder' | 'until'>;

/** When the lease that stands, or stood last, was claimed; milliseconds since the epoch. */
export const claimedAt = ({ until }: Pick<Lease, 'until'>) => until - leaseMs;

/** Whether somebody has the right to refresh, and a request of theirs may be under way. */
export const isHeld = ({ holder, until }: Lease, now: number) => holder !== '' && now < until + leaseSlackMs;

/** Whether the moment lies in the future by more than clocks differ, which is so where the clock went back since. */
export const isAhead = (at: number, now: number) => at > now + leaseSlackMs;
