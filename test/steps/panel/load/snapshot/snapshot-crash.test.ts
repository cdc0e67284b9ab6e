import type { Frame, Reading } from '../../../../../src/shared/frame';
import { snapshotSource } from '../../../../../src/panel/load/snapshot/decode';
import { pruneSnapshots } from '../../../../../src/panel/load/snapshot/prune-snapshots';
import { readHead } from '../../../../../src/panel/load/snapshot/snapshot-store';
import { writeSnapshot } from '../../../../support/snapshots';
import { newId, sha256 } from '../../../../../src/ids';
import { type Fate, memoryServices, type MemoryServices } from '../../../../support/memory';

const panelId = newId();
const place = { panelId, hash: 'h', rows: 'r' };
const rows = 7_000;

function frame(name: string): Frame {
  const columns = ['a', 'b'].map((key) => ({ key, label: key, type: 'text' as const }));
  const values = columns.map(({ key }) =>
    Array.from(
      { length: rows },
      (_, row) => `${name}-${key}-${(row * 7919) % rows}-${sha256(String(row)).slice(0, 16)}`,
    ),
  );
  return { columns, values, rowCount: rows };
}

const [oldFrame, newFrame] = [frame('old'), frame('new')];

async function write(content: Frame, services: MemoryServices): Promise<void> {
  const { now, storage } = services;
  const reading: Reading = {
    fetchedAt: now(),
    durationMs: 1,
    pagesRead: 1,
    rowsRead: rows,
    bytesRead: 1,
    stopReason: 'complete',
    warnings: [],
  };
  const previous = await readHead(place, now(), storage);
  await writeSnapshot(place, { frame: content, reading, freshUntil: now() }, previous, services);
}

async function readAll({ storage, now }: MemoryServices) {
  const head = await readHead(place, now(), storage);
  if (!head) throw new Error('a head was expected');
  const source = await snapshotSource(head, storage);
  return source.values([0, 1]);
}

const keys = ({ memory }: MemoryServices, prefix: string) =>
  [...memory.open.keys()].filter((key) => key.startsWith(prefix));

/** A site that holds the old rows, where the n-th change of storage from now on fails or loses its response. */
async function siteWithFault(n: number, fate: Fate): Promise<MemoryServices> {
  const services = memoryServices();
  await services.panels.create(panelId, { settings: { name: 'Users' } } as never);
  await write(oldFrame, services);
  let changes = 0;
  services.memory.fate = ({ name }) => (['set', 'delete', 'create'].includes(name) && ++changes >= n ? fate : 'work');
  return services;
}

async function changesOfOneWrite(): Promise<number> {
  const services = memoryServices();
  await write(oldFrame, services);
  services.memory.log.length = 0;
  await write(newFrame, services);
  return services.memory.log.filter(({ name }) => name !== 'get').length;
}

describe('a write of a snapshot that breaks off', () => {
  it.each<Fate>(['fail', 'lose'])(
    'leaves the old rows or the new ones at every place, and nothing after pruning (%s)',
    async (fate) => {
      const changes = await changesOfOneWrite();
      expect(changes).toBeGreaterThan(8);
      for (let n = 1; n <= changes; n++) {
        const services = await siteWithFault(n, fate);
        await write(newFrame, services).catch(() => undefined);
        services.memory.fate = () => 'work';
        const [first] = await readAll(services);
        expect([oldFrame.values[0], newFrame.values[0]]).toContainEqual(first);

        await pruneSnapshots(services);
        expect(await readAll(services)).toHaveLength(2);
        services.advance(2 * 60 * 60_000);
        await pruneSnapshots(services);
        const after = await readAll(services);
        expect(after[0]).toEqual(first);
        const head = await readHead(place, services.now(), services.storage);
        expect(keys(services, 'snapshot-chunk:')).toHaveLength(head?.writes[0]?.chunks.length ?? 0);
        expect(keys(services, 'snapshot-write:')).toHaveLength(1);
      }
    },
  );

  it('is repaired by the next write', async () => {
    const services = await siteWithFault(3, 'fail');
    await write(newFrame, services).catch(() => undefined);
    services.memory.fate = () => 'work';
    await write(newFrame, services);
    expect((await readAll(services))[0]).toEqual(newFrame.values[0]);
  });
});

describe('pruning', () => {
  it('deletes what is kept for a panel that is gone', async () => {
    const services = memoryServices();
    await write(oldFrame, services);
    expect(await pruneSnapshots(services)).toEqual({ panels: 1, writes: 0 });
    expect(keys(services, 'snapshot')).toEqual([]);
  });

  it('deletes the chunks of a head whose time is over', async () => {
    const services = memoryServices();
    await services.panels.create(panelId, { settings: { name: 'Users' } } as never);
    await write(oldFrame, services);
    await services.storage.delete(`snapshot:${panelId}:h`);
    services.advance(2 * 60 * 60_000);
    expect(await pruneSnapshots(services)).toEqual({ panels: 0, writes: 1 });
    expect(keys(services, 'snapshot')).toEqual([]);
  });
});
