import { existsSync, readFileSync } from 'node:fs';
import { readFrame } from '../src/panel/read/read-frame';
import { readBounds } from '../src/panel/shape/read-bounds';
import type { ColumnSettings } from '../src/shared/contract';
import { usualReadLimits } from '../src/shared/limits';
import { Problem } from '../src/shared/problem';
import { largestRowsInPieces } from '../test/support/hostile-bodies';
import { flightWorld, whole } from '../test/support/flights';
import { memoryServices } from '../test/support/memory';
import { dataSource, openAccess, panelSettings, type PanelWorld, usersUrl } from '../test/support/panels';
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

const columns: ColumnSettings[] = ['a', 'b', 'c', 'd', 'e', 'f'].map((each) => ({
  label: each,
  selector: `$.${each}`,
  type: 'text',
}));

/** `memory.peak` of one body or list of pages: the most memory that this process has had, in MB. */
export async function memoryPeak(name: string): Promise<Entry[]> {
  const outcome = name === 'largest reading in pages' ? await readInPages() : await readAtOnce(name);
  const peak = peakMegabytes();
  const beside = [
    { name, value: peak, unit: 'MB' },
    { name: `rows of ${name}`, value: outcome, unit: '' },
  ];
  return [atMost('memory.peak', peak, 'MB', 300, beside)];
}

/** Of this process alone: what `resourceUsage` tells begins with what the process that started it had. */
function peakMegabytes(): number {
  const status = existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : '';
  const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/m.exec(status) ?? [];
  return kilobytes === undefined ? process.resourceUsage().maxRSS / 1000 : (Number(kilobytes) * 1024) / 1e6;
}

const pages = 50;

/** How many rows come of as many as are read at most, in pages of 4,000, of which parts are stored on the way. */
async function readInPages(): Promise<number> {
  const pieces = [...largestRowsInPieces()].slice(1, 5).join('').slice(1);
  const link = (page: number) => `${usersUrl}?page=${page}`;
  const responses = Array.from({ length: pages }, (_, page) => {
    const respond = () => {
      world.services.advance(100);
      const next = page + 1 < pages ? `,"@odata.nextLink":"${link(page + 1)}"` : '';
      return responseOf([`{"value":[${pieces}]${next}}`]);
    };
    return [page === 0 ? usersUrl : link(page), respond] as const;
  });
  const world: PanelWorld = await flightWorld(Object.fromEntries(responses), {
    settings: { limits: { ...usualReadLimits, requestsPerMinute: 10_000 } },
    panel: { columns },
  });
  return (await whole(world)).view.totalRows;
}

/** How many rows come of one body, which is stored as a whole; 0 where it is refused. */
async function readAtOnce(name: string): Promise<number> {
  const services = memoryServices({ fetch: () => Promise.resolve(responseOf(bodies[name]?.() ?? [])) });
  const source = dataSource({ pagination: { style: 'none' } });
  const query = panelSettings(source.id, { filters: [{ selector: '$[*]' }], columns });
  try {
    const { frame, reading } = await readFrame(
      { query, source, values: {} },
      { access: openAccess },
      readBounds,
      services,
    );
    await writeSnapshot(place, { frame, reading, freshUntil: 0 }, undefined, { storage: jsonStorage(), now: Date.now });
    return frame.rowCount;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return 0;
  }
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
