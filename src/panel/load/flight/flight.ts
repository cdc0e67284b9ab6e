import type { ProblemCode } from '../../../shared/problem';
import type { Revisioned } from '../../../ports';
import { endOf, type Run } from './run';
import { hasMembers } from '../../../unreadable-record';

/** The version written into new flight records; a record of another one is not used. */
export const flightSchema = 1;

/**
 * One request with one set of values and one identity, as all readers share it: who is reading it just now, how the
 * last read went, and what is left alone for a while. Changed by compare-and-set only, and deleted only after days
 * without use, so that one reader wins each `rev`.
 */
export interface Flight extends Revisioned {
  schema: number;
  id: string;
  dataSourceId: string;
  /** Who reads; empty for nobody. The lease of a holder who died ends at `until`. */
  holder: string;
  /** When the holder began, and until when nobody else begins; milliseconds since the epoch. */
  since: number;
  until: number;
  /** Nobody works: `holder` is a ticket, for whoever brings it. */
  waits: Waits;
  /** When the read began whose rows were stored last; 0 for none. */
  doneAt: number;
  /** How long it took, in milliseconds. */
  tookMs: number;
  pagesRead: number;
  /** How long its first page took, in milliseconds; 0 where that is not known. */
  firstMs: number;
  /** What was begun and is not at its end. */
  run?: Run;
  /** When it was last changed. */
  usedAt: number;
  /** When there is something to clear away of it; absent in records of an earlier version of the app. */
  expiresAt?: number;
  rests: BackOff[];
}

/** What failed is left alone until a time that grows with each failure. */
export interface BackOff {
  /** Names the rows that a panel's own selectors failed to make; empty for the request as a whole. */
  of: string;
  failures: number;
  /** When it failed last; milliseconds since the epoch. */
  at: number;
  until: number;
  /** What is told meanwhile; `message` is without the remedy. */
  problem: { code: ProblemCode; message: string; remedy?: string; readerMessage?: string; status?: number };
}

/** Who is to bring the ticket: a reader's browser, or an event. */
export type Waits = '' | 'reader' | 'queue';

/** Longer than any reader's call may last, so that a holder who still works is never overtaken; in the background it is renewed. */
export const leaseMs = 30_000;
export const renewEveryMs = 10_000;
/** A ticket that nobody has brought by then is for whoever looks next. */
export const ticketMs = { reader: 5000, queue: 15_000 } as const;
/** Where a first page is too slow for a reader's call, from the push of its event to the delivery. */
export const slowTicketMs = 180_000;
/** A first page that took so long is asked for in the background the next time. */
export const slowPageMs = 15_000;

/** A record unused for this long has no holder left that could come back to it: none lives longer than 15 minutes. */
const unusedMs = 24 * 60 * 60_000;

/** Until when the record is kept after its last use. */
export const keptUntil = ({ usedAt }: Pick<Flight, 'usedAt'>): number => usedAt + unusedMs;

/** The flight as of its use at that time. */
export function usedFlight(flight: Flight, usedAt: number): Flight {
  const ends = [keptUntil({ usedAt }), ...(flight.run ? [endOf(flight.run)] : [])];
  return { ...flight, usedAt, expiresAt: Math.min(...ends) };
}

/** The first record of a request, held already. */
export function newFlight(id: string, dataSourceId: string, lease: Lease, by: string): Flight {
  const never = { doneAt: 0, tookMs: 0, pagesRead: 0, firstMs: 0, rests: [] };
  const first = { schema: flightSchema, id, rev: 1, by, dataSourceId, ...never, ...lease, usedAt: lease.since };
  return usedFlight(first, lease.since);
}

/**
 * The flight as it came; where its record is damaged, one without a past in its place, which nobody holds, so that a
 * reader can take it over.
 */
export function wholeFlight(found: Flight | undefined, id: string, dataSourceId: string): Flight | undefined {
  if (!found) return undefined;
  if (hasMembers(found, { holder: 'string', until: 'number', rests: 'object' })) {
    const { waits = '', firstMs = 0 } = found as Partial<Flight>;
    return { ...found, waits, firstMs };
  }
  const lease: Lease = { holder: '', since: 0, until: 0, waits: '' };
  return { ...newFlight(id, dataSourceId, lease, found.by), rev: found.rev };
}

export type Lease = Pick<Flight, 'holder' | 'since' | 'until' | 'waits'>;

/** By so much the clocks of two processes may differ; a lease that begins later than that was taken before a clock went back. */
const clocksDifferMs = 10_000;

/** Whether somebody reads, or is expected to take the read up. */
export const isFlightHeld = ({ holder, since, until }: Flight, now: number): boolean =>
  holder !== '' && now < until && since <= now + clocksDifferMs;
