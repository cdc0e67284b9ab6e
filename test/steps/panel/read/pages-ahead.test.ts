import { readUpstream } from '../../../../src/panel/read/read-upstream';
import { readBounds } from '../../../../src/panel/shape/read-bounds';
import type { Pagination } from '../../../../src/shared/contract';
import { json, status } from '../../../support/memory-upstream';
import { memoryServices } from '../../../support/memory';
import { dataSourceSettings, openAccess, usersUrl } from '../../../support/panels';

const byNumber: Pagination = {
  style: 'page-number',
  target: { in: 'parameter', name: 'page' },
  start: 1,
  itemsSelector: '$.value',
  total: { of: 'rows', selector: '$.total' },
};
const byLink: Pagination = { style: 'next-url', selector: '$.next' };
const pages = 12;

/** A reading of 12 pages of two rows, each response of which takes a turn of the event loop. */
async function read(
  pagination: Pagination,
  respond: (page: number, time: number) => Response | undefined = () => undefined,
) {
  const requested: number[] = [];
  const taken: number[] = [];
  const sentAfter = new Map<number, number>();
  let out = 0;
  let most = 0;
  const services = memoryServices({
    async fetch(url) {
      const page = Number(url.searchParams.get('page') ?? 1);
      requested.push(page);
      sentAfter.set(page, taken.length);
      most = Math.max(most, (out += 1));
      await new Promise((resolve) => setImmediate(resolve));
      out -= 1;
      const time = requested.filter((each) => each === page).length;
      const next = page < pages ? `${usersUrl}?page=${page + 1}` : undefined;
      return respond(page, time) ?? json({ total: pages * 2, next, value: [page, page] });
    },
  });
  const upstream = {
    settings: dataSourceSettings({ pagination }),
    access: openAccess,
    bounds: readBounds,
    values: {},
    selectors: { rows: ['$.value[*]'], others: [] },
    mayHurry: () => true,
  };
  const take = (document: unknown): number => {
    const { value } = document as { value: number[] };
    taken.push(...value.slice(0, 1));
    return value.length;
  };
  const reading = await readUpstream(upstream, services, take);
  return { reading, requested, taken, most, out, sentAfter };
}

const inOrder = Array.from({ length: pages }, (_, at) => at + 1);

describe('pages that follow', () => {
  it('are requested as soon as their link is known, before the page in front of them is taken', async () => {
    const { taken, most, sentAfter } = await read(byLink);
    expect(taken).toEqual(inOrder);
    expect(most).toBe(1);
    expect(sentAfter.get(5)).toBe(3);
  });

  it('are requested four at once where they are counted, and taken in their order, each once', async () => {
    const { reading, requested, taken, most } = await read(byNumber);
    expect(taken).toEqual(inOrder);
    expect(requested).toHaveLength(pages);
    expect(most).toBe(4);
    expect(reading).toMatchObject({ stopReason: 'complete', pagesRead: pages, rowsRead: pages * 2 });
  });

  it('are requested one by one once the API has refused one, and those that came stay', async () => {
    const refused = status(429, { 'retry-after': '1' });
    const { reading, requested, taken } = await read(byNumber, (page, time) =>
      page === 4 && time === 1 ? refused : undefined,
    );
    expect(taken).toEqual(inOrder);
    expect(requested.filter((page) => page === 4)).toHaveLength(2);
    expect(requested).toHaveLength(pages + 1);
    expect(requested.slice(-6)).toEqual([4, 8, 9, 10, 11, 12]);
    expect(reading.stopReason).toBe('complete');
  });

  it('are left alone behind one that fails, and none is under way when the reading ends', async () => {
    const { reading, taken, out } = await read(byNumber, (page) => (page === 3 ? status(500) : undefined));
    expect(taken).toEqual([1, 2]);
    expect(reading).toMatchObject({ stopReason: 'failed', pagesRead: 2 });
    expect(out).toBe(0);
  });
});
