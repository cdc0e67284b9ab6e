import { newId } from '../../../ids';
import type { EntityCheck, EntityStorage, Now, OpenChanges, Transact } from '../../../ports';
import { type Flight, leaseMs, usedFlight } from './flight';

/** What became of a change: it is stored; somebody else has changed the flight; something that was checked has changed. */
export type Changed = 'stored' | 'lost' | 'outdated';

/** A flight that this invocation holds. Its changes go one after the other, so that no two conditional writes cross. */
export interface HeldFlight {
  /** As it is stored, for all that this holder knows. */
  readonly flight: Flight;
  /** Who holds it here. */
  readonly holder: string;
  /** Somebody else has changed it since. */
  readonly isLost: boolean;
  /** Whether the flight is stored with the change now, and the open records with it; false once it is lost. */
  change(patch: Partial<Flight>, open?: OpenChanges): Promise<boolean>;
  /** The same, as long as each checked record is as it was read. */
  changeWhile(patch: Partial<Flight>, open: OpenChanges, checks: readonly EntityCheck[]): Promise<Changed>;
  /** Makes the lease last from now on, unless the flight is held by nobody here any more. */
  renew(): Promise<void>;
}

interface HoldingServices {
  flights: Pick<EntityStorage<Flight>, 'get'>;
  transact: Transact;
  now: Now;
}

/** The flight in the hands of whoever has just become its holder. */
export function heldFlight(taken: Flight, { flights, transact, now }: HoldingServices): HeldFlight {
  let flight = taken;
  let isLost = false;
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = last.then(work);
    last = done.catch(() => undefined);
    return done;
  };
  const write = async (
    patch: Partial<Flight>,
    open?: OpenChanges,
    checks: readonly EntityCheck[] = [],
  ): Promise<Changed> => {
    if (isLost) return 'lost';
    const value = usedFlight({ ...flight, ...patch, rev: flight.rev + 1, by: newId() }, now());
    const { id, rev } = flight;
    if (await transact([{ entity: 'flight', id, expectedRev: rev, value }], open, checks)) {
      flight = value;
      return 'stored';
    }
    if (checks.length > 0 && (await flights.get(id))?.rev === rev) return 'outdated';
    isLost = true;
    return 'lost';
  };
  return {
    get flight() {
      return flight;
    },
    holder: taken.holder,
    get isLost() {
      return isLost;
    },
    change: (patch, open) => inTurn(async () => (await write(patch, open)) === 'stored'),
    changeWhile: (patch, open, checks) => inTurn(() => write(patch, open, checks)),
    renew: () =>
      inTurn(async () => {
        if (flight.holder === taken.holder) await write({ until: now() + leaseMs });
      }),
  };
}
