import { getDataSource } from '../../../data-sources/data-source-store';
import { newId } from '../../../ids';
import type { SlowFetch } from '../../../ports';
import { Problem } from '../../../shared/problem';
import { agesFor } from '../identity/own-ages';
import { ownProblem, requireStillOwn } from '../identity/own-problem';
import { isOwn, ownReading, rightsOf } from '../identity/rights';
import type { PanelServices } from '../panel-services';
import { readHead } from '../snapshot/snapshot-store';
import { getPanel } from '../panel-store';
import { isFlightHeld, leaseMs, wholeFlight } from './flight';
import { bindPanel } from '../../variables/bind-panel';
import { atMoment } from '../../variables/panel-inputs';
import { flightId } from './flight-id';
import { goOn } from './go-on';
import { heldFlight } from './held-flight';
import type { OwnReading } from '../identity/own-reading';
import type { RunEnd } from './run-end';
import { changeFlight, leaseFor, nobody } from './lease';
import { placeOfKeptRows, type FlightTarget } from './targets';

/** How it ended: read; nothing to do any more; somebody else is at it; the grant is being refreshed, so try again. */
export type SlowFetchEnd = 'done' | 'outdated' | 'taken' | 'busy';

/**
 * Reads on where a reader's call has left off, in the time of the background, for all panels with the same request. An
 * event may come twice, and a browser may have brought the ticket before it: only one bearer gets the lease.
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
  const { sharedWithoutAccount, request } = panel.settings;
  const rights = await rightsOf(dataSource, { accountId: job.accountId, sharedWithoutAccount, request }, services);
  if ('card' in rights) return 'outdated';
  const { access } = rights;
  const ages = agesFor(access, panel.settings, dataSource.settings);
  const values = atMoment(new Map(Object.entries(job.values ?? {})), services.now(), ages.freshMs);
  const bound = bindPanel(panel.settings, dataSource, values);
  const id = flightId(bound, access);
  const flight = id === job.flightId ? wholeFlight(await services.flights.get(id), id, dataSource.id) : undefined;
  if (flight?.holder !== job.ticket) return flight && isFlightHeld(flight, services.now()) ? 'taken' : 'outdated';
  const place = placeOfKeptRows(panel, bound, access);
  const head = await readHead(place, services.now(), services.storage);
  const lead: FlightTarget = { panel, bound, place, head, ages };
  const lease = leaseFor(newId(), services.now(), leaseMs);
  const taken = await changeFlight(services.flights, flight, lease, services.now());
  if (!taken) return 'taken';
  return readInBackground({ access, lead, held: heldFlight(taken, services) }, job, services);
}

/** Rows of an account that is of no use any more do not stay. */
async function settleOwn(own: OwnReading, end: RunEnd, services: PanelServices): Promise<void> {
  const landing = end.kind === 'landed' ? end.landing : undefined;
  if (landing?.kind === 'problem') await ownProblem(landing.problem, own, services);
  else await requireStillOwn(own, services);
}

async function readInBackground(
  holding: Omit<Parameters<typeof goOn>[0], 'inBackground'>,
  job: SlowFetch,
  services: PanelServices,
): Promise<SlowFetchEnd> {
  const { held, lead, access } = holding;
  const { panelId, values, accountId } = job;
  let isEnded = false;
  try {
    const end = await goOn({ ...holding, inBackground: true }, { panelId, values, accountId }, services);
    isEnded = true;
    if (isOwn(access)) await settleOwn(ownReading(access, lead.bound.dataSource, panelId), end, services);
    services.log('slow-fetch', { panelId: lead.panel.id, end: end.kind });
    return end.kind === 'lost' ? 'taken' : 'done';
  } catch (error) {
    if (error instanceof Problem && error.code === 'busy') return 'busy';
    throw error;
  } finally {
    if (!isEnded) await held.change(nobody);
  }
}
