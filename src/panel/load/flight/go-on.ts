import type { Access } from '../../../grants/access';
import { bindPanel } from '../../variables/bind-panel';
import { atMoment } from '../../variables/panel-inputs';
import type { PanelServices } from '../panel-services';
import { readHead } from '../snapshot/snapshot-store';
import { renewEveryMs } from './flight';
import type { HeldFlight } from './held-flight';
import { forgetPlace } from './next-place';
import { readRun } from './read-run';
import type { Job, RunEnd } from './run-end';
import { resumedWork } from './resume-work';
import { isFit } from './run';
import { newWork } from './run-work';
import type { FlightTarget } from './targets';

interface Holding {
  access: Access;
  held: HeldFlight;
  /** The panel that the holder came for. */
  lead: FlightTarget;
  inBackground: boolean;
}

/**
 * How the work of whoever holds a flight ended that others have left: gone on with where the last publication ended, or
 * begun anew where its place is gone, here or at the source.
 * @throws Problem `busy` where no request was made
 */
export async function goOn(holding: Holding, job: Job, services: PanelServices): Promise<RunEnd> {
  const { held, inBackground } = holding;
  const stop = inBackground ? services.repeat(renewEveryMs, () => held.renew()) : undefined;
  try {
    return await goOnHeld(holding, job, services);
  } finally {
    stop?.();
  }
}

async function goOnHeld(holding: Holding, job: Job, services: PanelServices): Promise<RunEnd> {
  const { held, lead } = holding;
  const { run } = held.flight;
  const { pagination } = lead.bound.source.settings;
  const isOpen = run !== undefined && isFit(run, pagination, services.now());
  const resumed = isOpen && (await resumedWork({ ...holding, lead: atItsMoment(lead, job, run.began) }, run, services));
  if (resumed) {
    const end = await readRun(resumed, job, services);
    if (end.kind !== 'gone') return end;
  }
  if (run) await forgetPlace(run.next, services);
  const head = await readHead(lead.place, services.now(), services.storage);
  const work = await newWork({ ...holding, lead: { ...lead, head }, isAnew: Boolean(resumed) }, services);
  return readRun(work, job, services);
}

/** Rows that depend on the moment are all made for the one at which the reading began. */
function atItsMoment(lead: FlightTarget, { values = {} }: Job, began: number): FlightTarget {
  const { panel, bound, ages } = lead;
  const moment = atMoment(new Map(Object.entries(values)), began, ages.freshMs);
  return { ...lead, bound: bindPanel(panel.settings, bound.dataSource, moment) };
}
