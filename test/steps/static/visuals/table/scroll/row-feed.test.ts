import type { RowsPart } from '../../../../../../static/visuals/row-source';
import { rowFeed, wholeFeed } from '../../../../../../static/visuals/table/scroll/row-feed';

/** A feed of 1,000 rows whose calls are answered by hand. */
class Desk {
  readonly calls: { offset: number; count: number; reply: (part: RowsPart) => void; fail: () => void }[] = [];
  changes = 0;
  readonly feed = rowFeed({
    seed: { rows: rowsFrom(0, 25), offset: 0, matchingRows: 1000 },
    load: (window) =>
      new Promise((reply, fail) => void this.calls.push({ ...window, reply, fail: () => fail(new Error('gone')) })),
    changed: () => {
      this.changes += 1;
    },
  });

  async reply(call: number, fetchedAt = 1, most = Infinity): Promise<void> {
    const { offset = 0, count = 0, reply } = this.calls[call] ?? {};
    reply?.({ rows: rowsFrom(offset, Math.min(count, most)), offset, matchingRows: 1000, fetchedAt });
    await this.settled();
  }

  settled(): Promise<void> {
    return new Promise((resolve) => setImmediate(resolve));
  }
}

function rowsFrom(offset: number, count: number): number[][] {
  return Array.from({ length: count }, (_, at) => [offset + at]);
}

describe('rows that come while they are scrolled', () => {
  it('are asked for ahead of need, and no row twice', async () => {
    const desk = new Desk();
    desk.feed.look({ first: 0, end: 40 });
    expect(desk.calls).toMatchObject([{ offset: 25, count: 200 }, { offset: 225 }]);
    desk.feed.look({ first: 10, end: 50 });
    expect(desk.calls).toHaveLength(2);
    expect(desk.feed.at(30)).toBeUndefined();
    await desk.reply(0);
    expect(desk.feed.at(30)).toEqual([30]);
    expect(desk.changes).toBe(1);
  });

  it('come where the reader has gone, not where they have been', async () => {
    const desk = new Desk();
    desk.feed.look({ first: 0, end: 40 });
    desk.feed.look({ first: 400, end: 440 });
    desk.feed.look({ first: 900, end: 940 });
    expect(desk.calls).toHaveLength(2);
    await desk.reply(0);
    expect(desk.calls[2]).toMatchObject({ offset: 900, count: 100 });
  });

  it('are asked for again where a reply carried fewer', async () => {
    const desk = new Desk();
    desk.feed.look({ first: 0, end: 40 });
    await desk.reply(0, 1, 50);
    expect(desk.calls[2]).toMatchObject({ offset: 75, count: 150 });
  });

  it('of a newer read take the place of all before', async () => {
    const desk = new Desk();
    desk.feed.look({ first: 0, end: 40 });
    await desk.reply(0, 1);
    await desk.reply(1, 2);
    expect(desk.feed.at(30)).toBeUndefined();
    expect(desk.feed.at(230)).toEqual([230]);
    expect(desk.calls[2]).toMatchObject({ offset: 0 });
  });

  it('stay while more are added behind them', async () => {
    const seed = { rows: rowsFrom(0, 25), offset: 0, matchingRows: 1000, fetchedAt: 1 };
    const parts: RowsPart[] = [{ ...seed, rows: rowsFrom(25, 200), offset: 25, matchingRows: 3000, fetchedAt: 1 }];
    const load = () => Promise.resolve(parts.shift() ?? new Promise<RowsPart>(() => undefined));
    const feed = rowFeed({ seed, grows: true, load, changed: () => undefined });
    feed.look({ first: 0, end: 40 });
    await new Promise((resolve) => setImmediate(resolve));
    feed.keep({ ...seed, matchingRows: 2000 });
    expect([feed.total(), feed.at(0), feed.at(30)]).toEqual([3000, [0], [30]]);
    feed.keep({ ...seed, rows: [[9]], matchingRows: 10, fetchedAt: 2 });
    expect([feed.total(), feed.at(0), feed.at(30)]).toEqual([10, [9], undefined]);
  });

  it('say when they could not be read, and come with the next look', async () => {
    const desk = new Desk();
    desk.feed.look({ first: 0, end: 40 });
    desk.calls[0]?.fail();
    await desk.settled();
    expect(desk.feed.failed()).toBe(true);
    desk.feed.look({ first: 0, end: 40 });
    expect(desk.feed.failed()).toBe(false);
    expect(desk.calls[2]).toMatchObject({ offset: 25 });
  });

  it('change nothing any more once nobody looks', async () => {
    const desk = new Desk();
    desk.feed.look({ first: 0, end: 40 });
    desk.feed.close();
    await desk.reply(0);
    expect(desk.changes).toBe(0);
  });

  it('are all there where all are here', () => {
    const feed = wholeFeed([[1], [2]]);
    feed.look({ first: 0, end: 2 });
    expect([feed.total(), feed.at(1), feed.failed()]).toEqual([2, [2], false]);
  });
});
