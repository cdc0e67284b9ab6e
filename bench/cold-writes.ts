import { load, whole, flightWorld } from '../test/support/flights';
import { json } from '../test/support/memory-upstream';
import { usersUrl, type PanelWorld } from '../test/support/panels';
import { makeUser } from '../local/demo/directory/users';
import { atMost, type Entry } from './entry';
import { userColumns } from './users';

const pages = 50;
const pageRows = 1000;
const pageMs = 300;

/**
 * `cold.writes`: what a list that grows writes from its first page to its last, over what its rows take in the end; on the
 * clock of the list, so that nobody waits.
 */
export async function coldWrites(): Promise<Entry[]> {
  const grown = await written(pageMs);
  const atOnce = await written(0);
  return [
    atMost('cold.writes', grown.written / grown.kept, '×', 2, [
      { name: 'written', value: grown.written / 1024, unit: 'KiB' },
      { name: 'kept in the end', value: grown.kept / 1024, unit: 'KiB' },
      { name: 'times that rows were stored', value: grown.stores, unit: '' },
      { name: 'read all, then show', value: atOnce.written / atOnce.kept, unit: '×' },
    ]),
  ];
}

interface Written {
  written: number;
  kept: number;
  stores: number;
}

async function written(delayMs: number): Promise<Written> {
  const world = await slowList(delayMs);
  const { open } = world.services.memory;
  let bytes = 0;
  let stores = 0;
  const set = open.set.bind(open);
  open.set = (key, value) => {
    if (isOfRows(key)) bytes += bytesOf(value);
    if (key.startsWith('snapshot-write:')) stores += 1;
    return set(key, value);
  };
  await whole(world);
  await load(world);
  const kept = [...open].filter(([key]) => isOfRows(key)).reduce((sum, [, value]) => sum + bytesOf(value), 0);
  return { written: bytes, kept, stores };
}

const isOfRows = (key: string): boolean => key.startsWith('snapshot');
const bytesOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));

async function slowList(delayMs: number): Promise<PanelWorld> {
  const link = (page: number) => (page === 0 ? usersUrl : `${usersUrl}?page=${page}`);
  const responses = Array.from({ length: pages }, (_, page) => {
    const respond = () => {
      world.services.advance(delayMs);
      const next = page + 1 < pages ? { '@odata.nextLink': link(page + 1) } : {};
      return json({ value: usersOf(page), ...next });
    };
    return [link(page), respond] as const;
  });
  const limits = { pages: 90, rows: 200_000, megabytes: 32, seconds: 20, requestsPerMinute: 10_000 };
  const world: PanelWorld = await flightWorld(Object.fromEntries(responses), {
    settings: { limits },
    panel: { columns: userColumns.slice(0, 5) },
  });
  return world;
}

const usersOf = (page: number) => Array.from({ length: pageRows }, (_, row) => makeUser(page * pageRows + row));
