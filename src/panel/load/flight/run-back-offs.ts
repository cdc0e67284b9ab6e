import { Problem } from '../../../shared/problem';
import type { Reading } from '../../../shared/frame';
import type { PanelServices } from '../panel-services';
import { backOffsAfter, backOffsWithout } from './back-off';
import type { Flight } from './flight';
import type { Landing } from './land';
import { recordedProblem } from './recorded-problem';
import type { Reader } from './run-end';
import type { RunWork } from './run-work';

const isWell = (landing: Landing): boolean => landing !== undefined && landing.kind !== 'problem';

/** What is left alone after a reading: what failed for longer than before, what went well no more. */
export function backOffsFrom(
  work: RunWork,
  landings: readonly Landing[],
  reading: Reading,
  { now, redactor }: PanelServices,
): Flight['rests'] {
  const names = work.logs.map(({ target }) => target.place.rows);
  const well = names.filter((_, index) => isWell(landings[index]));
  const brokeOff = reading.stopReason === 'failed';
  let rests = backOffsWithout(work.held.flight.rests, brokeOff ? well : ['', ...well]);
  for (const [index, landing] of landings.entries()) {
    if (landing?.kind !== 'problem') continue;
    rests = backOffsAfter({ rests }, names[index] ?? '', recordedProblem(landing.problem, redactor), now());
  }
  const [warning = 'A page is missing.'] = reading.warnings;
  return brokeOff ? backOffsAfter({ rests }, '', new Problem('remote-failed', warning), now()) : rests;
}

/** Panels whose own selectors fail leave the run, and are left alone for a while. */
export function factsSoFar({ work, services }: Reader): Pick<Flight, 'rests'> {
  let rests = backOffsWithout(work.held.flight.rests, ['']);
  for (const { collector, target } of work.logs) {
    if (!collector.problem) continue;
    const problem = recordedProblem(collector.problem, services.redactor);
    rests = backOffsAfter({ rests }, target.place.rows, problem, services.now());
  }
  return { rests };
}
