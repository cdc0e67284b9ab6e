import type { Access } from '../../../grants/access';
import { newId } from '../../../ids';
import type { ReadingPlace } from '../../read/reading-place';
import { frameCollectors } from '../../read/read-frame';
import { splitRowSteps } from '../../shape/row-steps/split-row-steps';
import type { PanelServices } from '../panel-services';
import { boundsFor } from './flight-bounds';
import type { HeldFlight } from './held-flight';
import { openLog, type LogBefore, type RowLog } from './row-log';
import type { Run } from './run';
import { companionsOf, type FlightTarget } from './targets';

/** What a holder works on: one reading, for the panel they came for and for those that make the same request. */
export interface RunWork {
  held: HeldFlight;
  access: Access;
  /** Revisions as they were seen last, where that was after the work began. */
  seen?: { source: number; grant: Access['grant'] };
  /** Of the reader who requests for themselves; absent for who goes on for everybody. */
  accountId?: string;
  /** In their order, the panel it is made for first. */
  logs: RowLog[];
  /** Names the reading. */
  id: string;
  /** As it was published last. */
  run: Run | undefined;
  /** Where to go on; at the first page where absent. */
  place: ReadingPlace | undefined;
  isAnew: boolean;
  inBackground: boolean;
  /** Since when somebody has been waiting for the first page, and for no other; absent where nobody waits. */
  waitingSince?: number;
}

export interface WorkStart extends Pick<RunWork, 'held' | 'access' | 'accountId' | 'inBackground' | 'waitingSince'> {
  lead: FlightTarget;
  isAnew?: boolean;
}

/** The work on a reading from its first page on, with the panels settled whose rows come with it. */
export async function newWork(
  { lead, isAnew = false, ...start }: WorkStart,
  services: PanelServices,
): Promise<RunWork> {
  const { held, access } = start;
  const { flight } = held;
  const { dataSource } = lead.bound;
  const companions = await companionsOf({ access, dataSource, panel: lead.panel, id: flight.id }, services).catch(
    () => [],
  );
  const backedOff = new Set(flight.rests.filter(({ until }) => services.now() < until).map(({ of }) => of));
  const targets = fitting([lead, ...companions.filter(({ place }) => !backedOff.has(place.rows))]);
  const logs = logsOf(targets, start.inBackground, []);
  return { ...start, isAnew, logs, id: newId(), run: undefined, place: undefined };
}

/** The logs of panels, empty or as they were left. */
export function logsOf(
  targets: readonly FlightTarget[],
  inBackground: boolean,
  before: readonly LogBefore[],
): RowLog[] {
  const [lead] = targets;
  if (!lead) return [];
  const { bounds } = boundsFor(lead.bound.source.settings.limits, inBackground);
  const collected = before.map(({ head, target }) => ({
    rowCount: head.reading.rowsRead,
    isCut: target.isCut === true,
  }));
  const queries = targets.map(({ bound }) => bound.query);
  const collectors = frameCollectors(queries, bounds, collected);
  return targets.map((target, index) => {
    const left = before[index];
    return openLog(target, collectors[index]!, left?.target.isAside ?? isBetterThanPart(target), left);
  });
}

/** Operations of one transaction, and those that any publication needs: of the flight, the data source and the grant. */
const mostOperations = 25;
const ownOperations = 3;

/**
 * The panels that can be stored in one transaction, the first of them always: each takes its check and a head, or two where
 * readers are shown other rows than those that are kept.
 */
function fitting(targets: readonly FlightTarget[]): FlightTarget[] {
  let room = mostOperations - ownOperations;
  return targets.filter((target) => {
    const needsAll = splitRowSteps(target.bound.query.rowSteps).whole.length > 0;
    room -= needsAll || isBetterThanPart(target) ? 3 : 2;
    return room >= 0;
  });
}

/** Complete rows are, within their time, and more of another reading; those of before an edit are not. */
const isBetterThanPart = ({ head }: FlightTarget): boolean => head !== undefined && !head.isFormer;
