import { Problem } from '../../../shared/problem';
import type { Reading } from '../../../shared/frame';
import type { FrameRead } from '../../read/read-frame';
import type { UpstreamReading } from '../../read/upstream';
import { backOffsAfter } from './back-off';
import type { Lease } from './flight';
import type { Ended } from './land';
import { landedAs } from './land-run';
import { leaseFor, nobody, ticketFor } from './lease';
import { forgetPlace } from './next-place';
import { publishSafely } from './publish-safely';
import { recordedProblem } from './recorded-problem';
import { frameOf, gather, readingOf } from './row-log';
import { factsSoFar } from './run-back-offs';
import type { Reader, RunEnd } from './run-end';

/** How it ended for a holder whose call is over before the reading is: what there is is shown, with a ticket to go on. */
export async function leftToOthers(
  reader: Reader,
  reading: UpstreamReading,
  ended: Ended,
  firstMs: number,
): Promise<RunEnd> {
  const { work, lead, counted, services } = reader;
  const { place, problem } = reading;
  if (!place) throw new Error('others go on at a place');
  const isSlowPage = problem?.code === 'remote-timeout';
  const delayMs = counted.ranOut() ? (problem?.details.retryAfterMs ?? 0) : 0;
  const isForQueue = work.waitingSince === undefined || isSlowPage || delayMs > 0;
  const waits = isForQueue && !lead.collector.problem ? 'queue' : 'reader';
  const now = services.now();
  const ticket = ticketFor(waits, now);
  const lease = { ...ticket, until: ticket.until + delayMs };
  const shown = { ...ended.reading, stopReason: 'unfinished' as const };
  const read = readInHand(reader, shown);
  const patch = { firstMs, ...factsSoFar(reader) };
  const published = await publishSafely(reader, { reading: shown, place, lease, patch });
  if (published === 'lost') return { kind: 'lost' };
  if (published === 'outdated') return givenUp(reader);
  if (published === 'too-large')
    return landedAs(reader, { ...ended, reading: { ...ended.reading, stopReason: 'byte-limit' } }, firstMs);
  if (published === 'failed') return notKept(reader, read);
  if (lead.collector.problem) return { kind: 'landed', landing: { kind: 'problem', problem: lead.collector.problem } };
  if (waits === 'queue') await pushed(reader, lease, delayMs);
  const isForBrowser = !isSlowPage && delayMs === 0;
  return { kind: 'left', read, ...(isForBrowser && { ticket: lease.holder }) };
}

async function pushed({ work, job, services }: Reader, lease: Lease, delayMs: number): Promise<void> {
  const event = { ...job, flightId: work.held.flight.id, ticket: lease.holder };
  if (await services.pushSlowFetch(event, delayMs)) return;
  const { holder, since } = lease;
  const waiting = ticketFor('reader', services.now());
  await work.held.change({ ...waiting, holder, since }).catch(() => undefined);
}

/** The lead's rows so far, where nothing of them has been let go of. */
function readInHand({ lead }: Reader, reading: Reading): FrameRead | undefined {
  gather(lead);
  if (lead.heldFrom > 0 || lead.collector.problem) return undefined;
  const { frame, warnings } = frameOf(lead);
  return { frame, reading: readingOf(lead, reading, warnings) };
}

/** What the rows are made by has changed, so nobody goes on with them; whoever comes next reads what there is now. */
async function givenUp({ work, services }: Reader): Promise<RunEnd> {
  await work.held.change({ run: undefined, ...nobody }).catch(() => undefined);
  if (work.run) await forgetPlace(work.run.next, services);
  return { kind: 'lost' };
}

/** Nothing could be stored, so nobody can go on; the lease is given back. */
async function notKept({ work }: Reader, read: FrameRead | undefined): Promise<RunEnd> {
  await work.held.change({ ...nobody }).catch(() => undefined);
  return { kind: 'left', read };
}

/** How it ended where a page could not be had for a while: rows and place stay for whoever comes after the pause. */
export async function backedOff(reader: Reader, { place, problem }: UpstreamReading, ended: Ended): Promise<RunEnd> {
  const { work, services } = reader;
  if (!place || !problem) throw new Error('a page that failed has a place and a problem');
  const now = services.now();
  const warned = asWarned(problem, ended.reading);
  const rests = backOffsAfter(work.held.flight, '', recordedProblem(warned, services.redactor), now);
  const read = readInHand(reader, ended.reading);
  const lease = { ...leaseFor('', now, 0) };
  const published = await publishSafely(reader, { reading: ended.reading, place, lease, patch: { rests } });
  if (published === 'lost') return { kind: 'lost' };
  if (published === 'outdated') return givenUp(reader);
  if (published !== 'published') return landedAs(reader, ended);
  return { kind: 'left', read, problem: warned };
}

/** What readers are told of it names the page. */
function asWarned(problem: Problem, { warnings: [warning = 'A page is missing.'] }: Reading): Problem {
  const { readerMessage: _, ...details } = problem.details;
  return new Problem(problem.code, warning, details);
}
