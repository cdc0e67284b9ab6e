import fc from 'fast-check';
import { chunkRows, nextWindow } from '../../../../../../static/visuals/table/scroll/next-window';
import { lineHeight, linesInSight } from '../../../../../../static/visuals/table/scroll/use-lines';

const knowing =
  (...ranges: [number, number][]) =>
  (row: number): boolean =>
    ranges.some(([first, end]) => row >= first && row < end);

describe('the rows to ask for next', () => {
  it.each([
    ['rows in sight first', { first: 0, end: 40 }, true, knowing([0, 25]), { offset: 25, count: 200 }],
    ['rows ahead before they are needed', { first: 0, end: 40 }, true, knowing([0, 60]), { offset: 60, count: 200 }],
    ['none while enough are ahead', { first: 0, end: 40 }, true, knowing([0, 240]), null],
    [
      'those above when scrolling back',
      { first: 500, end: 540 },
      false,
      knowing([450, 700]),
      { offset: 250, count: 200 },
    ],
    [
      'only the gap between known ones',
      { first: 0, end: 40 },
      true,
      knowing([0, 20], [30, 400]),
      { offset: 20, count: 10 },
    ],
    ['no row behind the last', { first: 960, end: 1000 }, true, knowing([900, 990]), { offset: 990, count: 10 }],
    ['none before the first', { first: 0, end: 40 }, false, knowing([0, 60]), null],
  ])('are %s', (_, shown, forward, isKnown, window) => {
    expect(nextWindow(shown, forward, 1000, isKnown)).toEqual(window);
  });

  it('are missing and within the rows, and asking on ends with all that are in sight', () => {
    const total = 2000;
    const range = fc.tuple(fc.integer({ min: 0, max: total }), fc.integer({ min: 0, max: 80 }));
    const known = fc.array(fc.tuple(fc.integer({ min: 0, max: total }), fc.integer({ min: 0, max: 300 })));
    fc.assert(
      fc.property(range, fc.boolean(), known, ([first, length], forward, before) => {
        const rows = new Set(before.flatMap(([from, count]) => Array.from({ length: count }, (_, at) => from + at)));
        const shown = { first, end: Math.min(total, first + length) };
        for (let requested = 0; ; requested += 1) {
          expect(requested).toBeLessThan(20);
          const window = nextWindow(shown, forward, total, (row) => rows.has(row));
          if (!window) break;
          expect(window.count).toBeLessThanOrEqual(chunkRows);
          for (let row = window.offset; row < window.offset + window.count; row += 1) {
            expect(row >= 0 && row < total && !rows.has(row)).toBe(true);
            rows.add(row);
          }
        }
        for (let row = shown.first; row < shown.end; row += 1) expect(rows.has(row)).toBe(true);
      }),
    );
  });
});

describe('the lines drawn', () => {
  it('cover what is in sight and some around it, and never more than there are', () => {
    const scrolled = fc.integer({ min: 0, max: 100_000 });
    fc.assert(
      fc.property(
        scrolled,
        fc.integer({ min: 0, max: 900 }),
        fc.integer({ min: 0, max: 3000 }),
        (top, height, total) => {
          const { first, end } = linesInSight(top, height, total);
          expect(first).toBeGreaterThanOrEqual(0);
          expect(end).toBeLessThanOrEqual(total);
          expect(end - first).toBeLessThan(height / lineHeight + 40);
          const top1 = Math.min(Math.floor(top / lineHeight), total);
          const last = Math.min(Math.ceil((top + height) / lineHeight), total);
          for (let row = top1; row < last; row += 1) expect(row >= first && row < end).toBe(true);
        },
      ),
    );
  });
});
