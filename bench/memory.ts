import { readFrame } from '../src/panel/read/read-frame';
import { readBounds } from '../src/panel/shape/read-bounds';
import { Problem } from '../src/shared/problem';
import { largestRowsInPieces } from '../test/support/hostile-bodies';
import { memoryServices } from '../test/support/memory';
import { dataSource, openAccess, panelSettings } from '../test/support/panels';
import { writeSnapshot } from '../test/support/snapshots';
import { atMost, type Entry } from './entry';
import { jsonStorage } from './json-storage';

const place = { panelId: 'panel', hash: 'hash', rows: 'rows' };

/** What a process reads that does nothing else. */
const bodies: Readonly<Record<string, () => Iterable<string>>> = {
  'largest reading': largestRowsInPieces,
  'empty objects': emptyObjects,
};

/** 30 MB of `{}`, which a function has no memory for. */
function* emptyObjects(): Generator<string> {
  yield '[{}';
  for (let piece = 0; piece < 300; piece++) yield ',{}'.repeat(35_000);
  yield ']';
}

/** `memory.peak` of one body: the most memory that this process has had, in MB. */
export async function memoryPeak(name: string): Promise<Entry[]> {
  const services = memoryServices({ fetch: () => Promise.resolve(responseOf(bodies[name]?.() ?? [])) });
  const source = dataSource({ pagination: { style: 'none' } });
  const columns = ['a', 'b', 'c', 'd', 'e', 'f'].map((each) => ({
    label: each,
    selector: `$.${each}`,
    type: 'text' as const,
  }));
  const query = panelSettings(source.id, { filters: [{ selector: '$[*]' }], columns });
  let outcome = 0;
  try {
    const { frame, reading } = await readFrame(
      { query, source, values: {} },
      { access: openAccess },
      readBounds,
      services,
    );
    outcome = frame.rowCount;
    await writeSnapshot(place, { frame, reading, freshUntil: 0 }, undefined, { storage: jsonStorage(), now: Date.now });
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
  }
  const peak = process.resourceUsage().maxRSS / 1000;
  const beside = [
    { name, value: peak, unit: 'MB' },
    { name: `rows of ${name}`, value: outcome, unit: '' },
  ];
  return [atMost('memory.peak', peak, 'MB', 300, beside)];
}

/** As it comes over the network, so that no second copy of it lies in memory. */
function responseOf(pieces: Iterable<string>): Response {
  const iterator = pieces[Symbol.iterator]();
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const { value, done } = iterator.next() as IteratorResult<string, undefined>;
      if (done) controller.close();
      else controller.enqueue(Buffer.from(value));
    },
  });
  return new Response(body, { headers: { 'content-type': 'application/json' } });
}
