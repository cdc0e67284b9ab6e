import type { Reading } from '../../../shared/frame';
import { backOffsWithout } from './back-off';
import type { Flight } from './flight';
import { type Ended, land, type Landing, landUnchanged } from './land';
import { backOffsFrom } from './run-back-offs';
import type { Reader, RunEnd } from './run-end';

/** How it ended where the reading is over, with what it came to for the panel that it was made for. */
export async function landedAs(reader: Reader, ended: Ended, firstMs?: number): Promise<RunEnd> {
  const { work, services } = reader;
  const facts = (landings: readonly Landing[]): Partial<Flight> => ({
    ...factsOf(ended.reading),
    ...(firstMs !== undefined && { firstMs }),
    rests: backOffsFrom(work, landings, ended.reading, services),
  });
  const [landing] = await land(work, ended, facts, services);
  if (work.held.isLost && work.run) return { kind: 'lost' };
  if (!landing) throw new Error('the panel that a read is made for has an outcome');
  return { kind: 'landed', landing };
}

function factsOf({ fetchedAt: doneAt, durationMs: tookMs, pagesRead }: Reading): Partial<Flight> {
  return pagesRead > 0 ? { doneAt, tookMs, pagesRead } : {};
}

/** The same where the source says that nothing has changed. */
export async function unchanged({ work, services }: Reader, reading: Reading): Promise<RunEnd> {
  const { rests } = work.held.flight;
  const well = ['', ...work.logs.map(({ target }) => target.place.rows)];
  const { fetchedAt: doneAt, durationMs: tookMs } = reading;
  const landing = await landUnchanged(
    work,
    reading,
    { doneAt, tookMs, firstMs: tookMs, rests: backOffsWithout(rests, well) },
    services,
  );
  if (!landing) throw new Error('only what is kept can be unchanged');
  return { kind: 'landed', landing };
}
