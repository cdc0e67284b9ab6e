import { testDataSource } from '../src/editing/trial/test-data-source';
import { paginationCandidates } from '../src/requests/detect-pagination';
import { moreRows } from '../src/requests/more/more-rows';
import { memoryServices } from '../test/support/memory';
import { dataSourceSettings, requestTo, usersUrl } from '../test/support/panels';
import { atMost, type Entry } from './entry';
import { alternate, median } from './measure';

/** Nearly the 8 MB that a test reads at most. */
const rows = Array.from({ length: 32_000 }, (_, id) => ({
  id,
  name: `Name ${id} of a thing that somebody ordered`,
  city: { name: 'Lund', zip: `22${id}`, lines: ['Street 1', 'Floor 2'] },
  placedAt: '2030-01-01T12:00:00Z',
  note: 'Some more text that a row of such a list has beside its values.',
}));

const responses: Readonly<Record<string, object>> = {
  'a cursor beside the rows': { data: rows, next_cursor: 'bmV4dA', has_more: true },
  'a total and a place': { meta: { offset: 0, limit: 32_000, total: 90_000 }, items: rows },
  'rows five names deep': {
    data: { a: { b: { c: { nodes: rows, pageInfo: { hasNextPage: true, endCursor: 'x' } } } } },
  },
  'nothing of more': { results: rows },
};

/** `test.detection`: how much of the test of a large list goes into finding out whether and how it goes on. */
export async function detection(): Promise<Entry[]> {
  const shares: { name: string; value: number; unit: string }[] = [];
  for (const [name, document] of Object.entries(responses)) {
    const text = JSON.stringify(document);
    const times = await alternate(
      [
        { name: 'test', run: () => test(text) },
        { name: 'detection', run: () => detect(document) },
      ],
      { warmUp: 1, timed: 5 },
    );
    shares.push({ name, value: (100 * median(times.detection)) / median(times.test), unit: '%' });
  }
  const worst = Math.max(...shares.map(({ value }) => value));
  return [atMost('test.detection', worst, '%', 5, shares)];
}

/** What a test looks at for it: signs of more where the reading ends, and the ways that lead on. */
function detect(document: object): unknown {
  const request = { url: new URL(usersUrl) };
  const signs = moreRows({ request, document, headers: [], rowsSelector: '', countBefore: 0 });
  return [signs, paginationCandidates({ ...request, document, linkHeader: null })];
}

async function test(text: string): Promise<unknown> {
  const headers = { 'content-type': 'application/json' };
  const respond = ({ href }: URL) => new Response(href === usersUrl ? text : '[]', { headers });
  const services = memoryServices({ fetch: (url) => Promise.resolve(respond(url)) });
  const settings = dataSourceSettings({ request: requestTo(usersUrl), pagination: { style: 'none' } });
  const report = await testDataSource({ settings, secrets: {} }, { accountId: 'admin' }, services);
  if (report.problem) throw new Error(report.problem.message);
  return report;
}
