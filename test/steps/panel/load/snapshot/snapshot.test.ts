import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { newId } from '../../../../../src/ids';
import { snapshotChunkKey } from '../../../../../src/keys';
import type { CellValue, Column, Frame, Reading } from '../../../../../src/shared/frame';
import { SnapshotGone, snapshotSource } from '../../../../../src/panel/load/snapshot/decode';
import { pack, packLines, shortHash, unpackBytes } from '../../../../../src/panel/load/snapshot/codec';
import { bytesOf, encodeRows, encodeSnapshot, headOf } from '../../../../../src/panel/load/snapshot/encode';
import {
  maxHeadBytes,
  type SnapshotChunk,
  type SnapshotHead,
  type WrittenRows,
} from '../../../../../src/panel/load/snapshot/head';
import {
  canonicalJson,
  rowsHash,
  snapshotHash,
  type SnapshotSubject,
} from '../../../../../src/panel/load/snapshot/snapshot-hash';
import { readHead } from '../../../../../src/panel/load/snapshot/snapshot-store';
import { writeSnapshot } from '../../../../support/snapshots';
import { valuesAt } from '../../../../../src/panel/load/snapshot/values-at';
import { memoryServices } from '../../../../support/memory';

const place = { panelId: 'p', hash: 'h', rows: 'r' };

function reading(fetchedAt: number, warnings: string[] = []): Reading {
  return { fetchedAt, durationMs: 5, pagesRead: 1, rowsRead: 1, bytesRead: 1, stopReason: 'complete', warnings };
}

function frameOf(values: CellValue[][]): Frame {
  const columns = values.map((_, index): Column => ({ key: `c${index}`, label: `C${index}`, type: 'text' }));
  return { columns, values, rowCount: values[0]?.length ?? 0 };
}

async function stored(frame: Frame, services = memoryServices()) {
  const content = { frame, reading: reading(services.now()), freshUntil: services.now() + 1 };
  await writeSnapshot(place, content, undefined, services);
  const head = (await readHead(place, services.now(), services.storage)) as SnapshotHead;
  return { head, services, source: await snapshotSource(head, services.storage) };
}

/** The frame stored piece by piece, cut at these rows. */
async function inPieces(frame: Frame, cuts: number[], services = memoryServices()) {
  const packedColumns = pack(frame.columns);
  const bounds = [0, ...cuts.filter((cut) => cut < frame.rowCount).sort((a, b) => a - b), frame.rowCount];
  const writes: WrittenRows[] = [];
  let bytesBefore = 0;
  for (const [piece, row] of bounds.slice(0, -1).entries()) {
    const values = frame.values.map((column) => column.slice(row, bounds[piece + 1]));
    const { rows, chunks } = encodeRows(values, { id: newId(), row, bytesBefore, packedColumns })!;
    for (const chunk of chunks) await services.storage.set(snapshotChunkKey(chunk.writeId, chunk.index), chunk);
    bytesBefore += bytesOf(chunks);
    writes.push(rows);
  }
  const facts = { readingId: 'r', rows: 'r', reading: reading(0), freshUntil: 0, rowCount: frame.rowCount };
  const head = headOf({ ...facts, packedColumns, first: frame.values, writes });
  return { head, services, source: await snapshotSource(head, services.storage) };
}

/** Texts that do not compress. */
function noise(count: number, length: number): string[] {
  return Array.from({ length: count }, () => randomBytes(length).toString('latin1'));
}

const cell = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  fc.constant(null),
);
const frames = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 60 }), fc.constantFrom(1, 50))
  .chain(([columns, rows, times]) =>
    fc
      .array(fc.array(cell, { minLength: rows, maxLength: rows }), { minLength: columns, maxLength: columns })
      .map((values) => frameOf(values.map((column) => Array.from({ length: times }, () => column).flat()))),
  );

describe('a snapshot', () => {
  it('gives back every column and every row of its frame', async () => {
    await fc.assert(
      fc.asyncProperty(frames, async (frame) => {
        const { source } = await stored(frame);
        const expected = JSON.parse(JSON.stringify(frame.values)) as CellValue[][];
        expect(await source.values(expected.map((_, index) => index))).toEqual(expected);
        const rows = Array.from({ length: frame.rowCount }, (_, row) => row).reverse();
        expect(await source.rows(rows)).toEqual(rows.map((row) => expected.map((column) => column[row])));
      }),
      { numRuns: 25 },
    );
  });

  it('gives back single values of a part, be they side by side or far apart', () => {
    const part = fc.array(cell, { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(part, fc.constantFrom(1, 3, 9), fc.nat(40), (values, step, start) => {
        const expected = JSON.parse(JSON.stringify(values)) as CellValue[];
        const first = start % values.length;
        const places = [...values.keys()].filter((place) => place >= first && (place - first) % step === 0);
        expect(valuesAt(unpackBytes(packLines(values)), places)).toEqual(places.map((place) => expected[place]));
      }),
    );
  });

  it('keeps head and chunks within the limits of storage, whatever the rows are', async () => {
    const shapes: Frame[] = [
      frameOf([[]]),
      frameOf([
        Array.from({ length: 50_000 }, (_, row) => `Name ${row}`),
        Array.from({ length: 50_000 }, (_, row) => row),
      ]),
      frameOf([noise(200, 8000)]),
      frameOf(Array.from({ length: 100 }, () => Array.from({ length: 300 }, Math.random))),
      frameOf([Array.from({ length: 499 }, (_, row) => `row ${row}`)]),
    ];
    for (const frame of shapes) {
      const content = encodeSnapshot(
        { frame, reading: reading(0, Array(50).fill('w'.repeat(500))), freshUntil: 0 },
        { writeId: 'w', rows: 'r' },
      );
      expect(JSON.stringify(content?.head).length).toBeLessThanOrEqual(maxHeadBytes);
      for (const chunk of content?.chunks ?? []) expect(JSON.stringify(chunk).length).toBeLessThanOrEqual(240 * 1024);
    }
  });

  it('is not kept when it is too large', async () => {
    const services = memoryServices();
    const content = { frame: frameOf([noise(4000, 4000)]), reading: reading(0), freshUntil: 0 };
    expect(await writeSnapshot(place, content, undefined, services)).toBe(false);
    expect(services.memory.open.size).toBe(0);
  });

  it.each([
    ['in its head', 3, 0, 0],
    ['in its head beside rows in chunks', 3, 3000, 0],
    ['in a chunk where they are too long for a head', 90, 0, 1],
    ['in a chunk beside those of the rows', 90, 3000, 1],
  ])('holds the columns it was written with %s', async (_, count, rows, reads) => {
    const values = Array.from({ length: count }, (_, column) => noise(Math.min(rows, 1), 6000 / (column + 1)));
    const frame = { ...frameOf(values.map(([text = '']) => Array<string>(rows).fill(text))), rowCount: rows };
    frame.columns = frame.columns.map((column, index) => ({
      ...column,
      label: randomBytes(50).toString('hex'),
      type: 'status',
      format: { statusColors: [{ value: `v${index}`, color: 'green' }] },
      sortedBy: 'c0',
    }));
    const { source, services, head } = await stored(frame);
    expect(source.columns).toEqual(frame.columns);
    services.memory.log.length = 0;
    await snapshotSource(head, services.storage);
    expect(services.memory.log).toHaveLength(reads);
    expect(Buffer.byteLength(JSON.stringify(head))).toBeLessThanOrEqual(maxHeadBytes);
    expect(await source.rows([0, rows - 1].slice(0, rows))).toEqual(
      [0, rows - 1].slice(0, rows).map(() => frame.values.map(([value]) => value)),
    );
  });

  it('reads only the chunks that hold a row, and none twice', async () => {
    const values = Array.from({ length: 8 }, () => noise(12_000, 12));
    const { source, services, head } = await stored(frameOf(values));
    const chunksRead = async (work: () => Promise<unknown>): Promise<number> => {
      services.memory.log.length = 0;
      await work();
      return services.memory.log.flatMap(({ key }) => key.split(',')).length;
    };
    const chunkCount = head.writes[0]?.chunks.length ?? 0;
    expect(chunkCount).toBeGreaterThan(15);
    expect(await chunksRead(() => source.rows([0, 1, 2]))).toBe(0);
    expect(await chunksRead(() => source.rows([10_000, 10_001]))).toBeLessThanOrEqual(chunkCount / 4);
    expect(await chunksRead(() => source.values([3]))).toBeLessThan(chunkCount);
    await source.rows([11_000, 5]);
    expect(await chunksRead(() => source.rows([5, 11_001, 10_000]))).toBe(0);
  });

  it('notices a chunk that is absent or another one', async () => {
    const values = Array.from({ length: 4 }, () =>
      Array.from({ length: 30_000 }, (_, row) => `${(row * 7919) % 30_000}`),
    );
    const { services, head } = await stored(frameOf(values));
    const chunkKeys = [...services.memory.open.keys()].filter((key) => key.startsWith('snapshot-chunk:'));
    const [first = '', second = ''] = chunkKeys;
    const column = async () => (await snapshotSource(head, services.storage)).values([0]);
    expect((await column())[0]).toHaveLength(30_000);
    services.memory.open.set(first, services.memory.open.get(second));
    await expect(column()).rejects.toThrow(SnapshotGone);
    services.memory.open.delete(first);
    await expect(column()).rejects.toThrow(SnapshotGone);
  });

  it('notices a chunk of its own with other contents than the head names', async () => {
    const { services, head } = await stored(frameOf([Array.from({ length: 30_000 }, (_, row) => `${row * 7919}`)]));
    const [key = ''] = [...services.memory.open.keys()].filter((each) => each.startsWith('snapshot-chunk:'));
    const chunk = services.memory.open.get(key) as SnapshotChunk;
    services.memory.open.set(key, { ...chunk, parts: chunk.parts.map(() => packLines(['forged'])) });
    const column = async () => (await snapshotSource(head, services.storage)).values([0]);
    await expect(column()).rejects.toThrow(SnapshotGone);
    const parts = chunk.parts.map(() => packLines(['forged']));
    services.memory.open.set(key, { ...chunk, parts, hashes: parts.map(shortHash) });
    await expect(column()).rejects.toThrow(SnapshotGone);
    services.memory.open.set(key, chunk);
    expect((await column())[0]).toHaveLength(30_000);
  });

  it('is the same whether its rows were written at once or in pieces', async () => {
    await fc.assert(
      fc.asyncProperty(frames, fc.array(fc.nat(2500), { maxLength: 5 }), async (frame, cuts) => {
        const { source } = await inPieces(frame, cuts);
        const expected = JSON.parse(JSON.stringify(frame.values)) as CellValue[][];
        expect(source.columns).toEqual(frame.columns);
        expect(await source.values(expected.map((_, index) => index))).toEqual(expected);
        const rows = Array.from({ length: frame.rowCount }, (_, row) => row).filter((row) => row % 7 < 3);
        const turned = rows.reverse();
        const requested = await inPieces(frame, cuts);
        expect(await requested.source.rows(turned)).toEqual(turned.map((row) => expected.map((column) => column[row])));
      }),
      { numRuns: 25 },
    );
  });

  it('of many pieces keeps its head within one unit of storage', async () => {
    const rows = 60_000;
    const values = [noise(rows, 24), Array.from({ length: rows }, (_, row) => row)];
    const { head } = await inPieces(
      frameOf(values),
      Array.from({ length: 14 }, (_, piece) => Math.round(rows / 2 ** piece)),
    );
    expect(head.writes).toHaveLength(14);
    expect(Buffer.byteLength(JSON.stringify(head))).toBeLessThanOrEqual(maxHeadBytes);
    expect(head.first.count).toBeGreaterThanOrEqual(25);
  });

  it('whose columns are too long for a head is whole in pieces too', async () => {
    const frame = frameOf(Array.from({ length: 40 }, () => Array.from({ length: 2000 }, (_, row) => row)));
    frame.columns = frame.columns.map((column) => ({ ...column, label: randomBytes(60).toString('hex') }));
    const { head, source } = await inPieces(frame, [700, 1500]);
    expect(head.columns).toBeUndefined();
    expect(source.columns).toEqual(frame.columns);
    expect((await source.rows([1999]))[0]).toEqual(Array.from({ length: 40 }, () => 1999));
  });

  it('of the version before, with all rows in one write, is read on', async () => {
    const { services, head } = await stored(frameOf([Array.from({ length: 3000 }, (_, row) => `row ${row}`)]));
    const { readingId: _, writes, ...same } = head;
    const { id, segmentRows, chunks } = writes[0]!;
    const older = { ...same, schema: 4, writeId: id, segmentRows };
    const names = chunks.map(([part, hash]) => ({ part, hash }));
    await services.storage.set('snapshot:p:h', { ...older, chunks: names });
    const read = (await readHead(place, services.now(), services.storage)) as SnapshotHead;
    expect(await (await snapshotSource(read, services.storage)).rows([2999])).toEqual([['row 2999']]);
    expect(read.writes).toEqual(writes);
  });

  it('written by another version is not read', async () => {
    const { services, head } = await stored(frameOf([['a']]));
    await services.storage.set('snapshot:p:h', { ...head, schema: 99 });
    expect(await readHead(place, services.now(), services.storage)).toBeUndefined();
  });
});

describe('the hash of a snapshot', () => {
  const subject = {
    dataSourceId: 'd',
    panelId: 'p',
    signIns: 0,
    epoch: 1,
    identity: 'shared',
    given: { '$.a': '1' as string | null },
  };

  it.each([
    ['the data source', { dataSourceId: 'e' }],
    ['the panel', { panelId: 'q' }],
    ['the account that signs in', { signIns: 1 }],
    ['the epoch of the grant', { epoch: 2 }],
    ['the identity', { identity: 'account' }],
    ['a value', { given: { '$.a': '2' } }],
    ['a value that Confluence does not tell', { given: { '$.a': null } }],
    ['the name of a value', { given: { '$.b': '1' } }],
  ])('differs with %s, and so does that of its rows', (_, change: Partial<SnapshotSubject>) => {
    expect(snapshotHash({ ...subject, ...change })).not.toBe(snapshotHash(subject));
    expect(rowsHash({ ...subject, ...change }, {})).not.toBe(rowsHash(subject, {}));
  });

  it('does not depend on the order in which anything was written', () => {
    const turned = Object.fromEntries(Object.entries(subject).reverse()) as typeof subject;
    expect(snapshotHash(turned)).toBe(snapshotHash(subject));
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});
