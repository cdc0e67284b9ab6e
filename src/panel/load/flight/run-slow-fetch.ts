import type { ReadProgress } from '../../../shared/contract';
import { getDataSource } from '../../../data-sources/data-source-store';
import { authorize } from '../../../grants/authorize';
import { newId } from '../../../ids';
import type { SlowFetch } from '../../../ports';
import { Problem } from '../../../shared/problem';
import { agesOf } from '../../../shared/freshness';
import type { PanelServices } from '../panel-services';
import { readHead } from '../snapshot/snapshot-store';
import { getPanel } from '../panel-store';
import { backgroundLeaseMs, type Flight, isFlightHeld } from './flight';
import { bindPanel } from '../../variables/bind-panel';
import { atMoment } from '../../variables/panel-inputs';
import { flightId } from './flight-id';
import { changeFlight, leaseFor, nobody } from './lease';
import { forgetProgress, progressNotes } from './progress';
import { readFlight } from './read-flight';
import { placeOfKeptRows, type FlightTarget } from './targets';

/** How it ended: read; nothing to do any more; somebody else is at it; the grant is being refreshed, so try again. */
export type SlowFetchEnd = 'done' | 'outdated' | 'taken' | 'busy';

/**
 * Reads what was handed over, in the time of the background, and keeps it for all panels with the same request. An
 * event may come twice: only one bearer of its ticket gets the lease.
 * @throws Problem `not-found`, `record-newer` of a panel or data source that went meanwhile
 */
export async function runSlowFetch(job: SlowFetch, services: PanelServices): Promise<SlowFetchEnd> {
  let end: SlowFetchEnd | undefined;
  try {
    return (end = await readFor(job, services));
  } finally {
    if (end === undefined || end === 'outdated') await releaseTicket(job, services);
  }
}

/** Nobody waits for a read that will not come. */
async function releaseTicket({ flightId: id, ticket }: SlowFetch, { flights, now }: PanelServices): Promise<void> {
  const flight = await flights.get(id);
  if (flight?.holder === ticket) await changeFlight(flights, flight, nobody, now());
}

async function readFor(job: SlowFetch, services: PanelServices): Promise<SlowFetchEnd> {
  const panel = await getPanel(job.panelId, services.panels);
  const dataSource = await getDataSource(panel.settings.dataSourceId, services.dataSources);
  const access = await authorize(dataSource, services);
  const ages = agesOf(panel.settings, dataSource.settings);
  const values = atMoment(new Map(Object.entries(job.values ?? {})), services.now(), ages.freshMs);
  const bound = bindPanel(panel.settings, dataSource, values);
  const id = flightId(bound, access);
  const flight = await services.flights.get(id);
  if (!flight || id !== job.flightId || flight.ticketDone === job.ticket) return 'outdated';
  if (isFlightHeld(flight, services.now()) && flight.holder !== job.ticket) return 'taken';
  const place = placeOfKeptRows(panel, bound, access);
  const head = await readHead(place, services.now(), services.storage);
  const lead: FlightTarget = { panel, bound, place, head, ages };
  const lease = leaseFor(newId(), services.now(), backgroundLeaseMs, true);
  const held = await changeFlight(services.flights, flight, lease, services.now());
  if (!held) return 'taken';
  const ride = keeping(held, services);
  let patch: Partial<Flight> | undefined;
  try {
    patch = await readInBackground({ access, lead }, held, ride.pageRead, services);
  } finally {
    await changeFlight(
      services.flights,
      ride.current(),
      { ...(patch && { ...patch, ticketDone: job.ticket }), ...nobody },
      services.now(),
    );
    await forgetProgress(id, services.storage);
  }
  return patch ? 'done' : 'busy';
}

/** What the flight is to say from now on; `undefined` where nobody could be contacted just now. */
async function readInBackground(
  what: Pick<Parameters<typeof readFlight>[0], 'access' | 'lead'>,
  flight: Flight,
  pageRead: (progress: ReadProgress) => Promise<void>,
  services: PanelServices,
): Promise<Partial<Flight> | undefined> {
  try {
    const { patch, landing } = await readFlight({ ...what, flight, inBackground: true, pageRead }, services);
    services.log('slow-fetch', { panelId: what.lead.panel.id, landing: landing.kind });
    return patch;
  } catch (error) {
    if (error instanceof Problem && error.code === 'busy') return undefined;
    throw error;
  }
}

/** A page may take two thirds of the lease, so that it is made whole often. */
const extendEveryMs = 10_000;

/** Notes how far the read is, and makes the lease last for as long as pages keep coming. */
function keeping(held: Flight, services: PanelServices) {
  let flight = held;
  const note = progressNotes(held, services);
  return {
    current: () => flight,
    async pageRead(progress: ReadProgress): Promise<void> {
      await note(progress);
      const now = services.now();
      if (flight.until - now > backgroundLeaseMs - extendEveryMs) return;
      const until = now + backgroundLeaseMs;
      flight = (await changeFlight(services.flights, flight, { until }, now)) ?? flight;
    },
  };
}
