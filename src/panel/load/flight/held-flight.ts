import { newId } from '../../../ids';
import type { Now, OpenChanges, Transact } from '../../../ports';
import { type Flight, leaseMs, usedFlight } from './flight';

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
  /** Makes the lease last from now on, unless the flight is held by nobody here any more. */
  renew(): Promise<void>;
}

/** The flight in the hands of whoever has just become its holder. */
export function heldFlight(taken: Flight, { transact, now }: { transact: Transact; now: Now }): HeldFlight {
  let flight = taken;
  let isLost = false;
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = last.then(work);
    last = done.catch(() => undefined);
    return done;
  };
  const write = async (patch: Partial<Flight>, open?: OpenChanges): Promise<boolean> => {
    if (isLost) return false;
    const value = usedFlight({ ...flight, ...patch, rev: flight.rev + 1, by: newId() }, now());
    isLost = !(await transact([{ entity: 'flight', id: flight.id, expectedRev: flight.rev, value }], open));
    if (!isLost) flight = value;
    return !isLost;
  };
  return {
    get flight() {
      return flight;
    },
    holder: taken.holder,
    get isLost() {
      return isLost;
    },
    change: (patch, open) => inTurn(() => write(patch, open)),
    renew: () =>
      inTurn(async () => {
        if (flight.holder === taken.holder) await write({ until: now() + leaseMs });
      }),
  };
}
