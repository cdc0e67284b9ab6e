import type { RowsPart } from '../../../../../../static/visuals/row-source';
import { allRows } from '../../../../../../static/visuals/table/export/all-rows';

function numbered(total: number, most: number, fetchedAt = 1): (window: { offset: number; count: number }) => RowsPart {
  return ({ offset, count }) => {
    const rows = Array.from({ length: Math.max(0, Math.min(count, most, total - offset)) }, (_, at) => [offset + at]);
    return { rows, offset, matchingRows: total, fetchedAt };
  };
}

function gather(
  responses: (call: number) => ReturnType<typeof numbered>,
  signal = new AbortController().signal,
  most?: number,
) {
  const calls: { offset: number; count: number }[] = [];
  const progress: [number, number][] = [];
  const rows = allRows({
    source: { rows: (window) => Promise.resolve(responses(calls.push(window))(window)) },
    window: { offset: 50, count: 25, search: 'x' },
    progress: (...step) => progress.push(step),
    signal,
    most,
  });
  return { rows, calls, progress };
}

describe('all rows', () => {
  it('are gathered window by window, however few a reply carries', async () => {
    const { rows, calls, progress } = gather(() => numbered(2500, 700));
    expect((await rows).map(([n]) => n)).toEqual(Array.from({ length: 2500 }, (_, n) => n));
    expect(calls.map(({ offset }) => offset)).toEqual([0, 700, 1400, 2100]);
    expect(calls[0]).toMatchObject({ search: 'x', count: 1000 });
    expect(progress.at(-1)).toEqual([2500, 2500]);
  });

  it('are none where none match', async () => {
    expect(await gather(() => numbered(0, 100)).rows).toEqual([]);
  });

  it('are of one read: with newer rows it begins anew', async () => {
    const { rows, calls } = gather((call) => numbered(1500, 1000, call === 1 ? 1 : 2));
    expect(await rows).toHaveLength(1500);
    expect(calls.map(({ offset }) => offset)).toEqual([0, 1000, 0, 1000]);
  });

  it('fail where the rows never stay the same', async () => {
    await expect(gather((call) => numbered(1500, 1000, call)).rows).rejects.toThrow();
  });

  it('are the first ones where more come meanwhile', async () => {
    const { rows, progress } = gather((call) => numbered(1500 * call, 1000), undefined, 1700);
    expect((await rows).map(([n]) => n)).toEqual(Array.from({ length: 1700 }, (_, n) => n));
    expect(progress.at(-1)).toEqual([1700, 1700]);
  });

  it('end when they are not wanted any more', async () => {
    const controller = new AbortController();
    const { rows, calls } = gather(() => {
      controller.abort();
      return numbered(5000, 1000);
    }, controller.signal);
    await expect(rows).rejects.toThrow();
    expect(calls).toHaveLength(1);
  });
});
