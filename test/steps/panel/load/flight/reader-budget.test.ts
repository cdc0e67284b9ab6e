import type { LoadReply } from '../../../../../src/shared/contract';
import { runSlowFetch } from '../../../../../src/panel/load/flight/run-slow-fetch';
import { loadPanel } from '../../../../../src/panel/load/load-panel';
import type { SlowFetch } from '../../../../../src/ports';
import { firstRows, flightWorld, minute, written } from '../../../../support/flights';
import { json } from '../../../../support/memory-upstream';
import { dataSourceSettings, type PanelWorld, users, usersUrl } from '../../../../support/panels';

const variables = [{ key: 'text', label: 'Text', required: false, type: 'text' as const, defaultValue: '' }];
const own = {
  variables,
  request: { path: '', parameters: [{ name: 'q', value: '{$.text}' }] },
};

function world(requestsPerMinute: number | undefined, pages = 1): Promise<PanelWorld> {
  const limits = { ...dataSourceSettings().limits, requestsPerMinute };
  const answers = Object.fromEntries(
    Array.from({ length: 400 }, (_, text) => [
      `${usersUrl}?q=${text}`,
      () => json({ value: users(1), ...(pages > 1 && { '@odata.nextLink': `${usersUrl}?next=1` }) }),
    ]),
  );
  const next = (left: number): object => ({
    [`${usersUrl}?next=${pages - left}`]: () =>
      json({ value: users(1), ...(left > 1 && { '@odata.nextLink': `${usersUrl}?next=${pages - left + 1}` }) }),
    ...(left > 1 ? next(left - 1) : {}),
  });
  const all = { ...answers, ...(pages > 1 ? next(pages - 1) : {}) };
  return flightWorld(all, { panel: own, settings: { limits } });
}

const load = (at: PanelWorld, accountId: string, text: number | string): Promise<LoadReply> =>
  loadPanel({ panelId: at.panel.id, window: firstRows, values: { text: String(text) } }, { accountId }, at.services);

/** How many loads with new values the account gets in this minute. */
async function loadsOf(at: PanelWorld, accountId: string, from = 0): Promise<number> {
  for (let text = from; ; text += 1) if ((await load(at, accountId, text)).state === 'pending') return text - from;
}

it.each([
  [undefined, 60],
  [30, 15],
  [3, 1],
  [1, 1],
])('of %j requests a minute one reader gets %i, and another one still theirs', async (most, share) => {
  const at = await world(most);
  expect(await loadsOf(at, 'one')).toBe(share);
  expect(await loadsOf(at, 'two', 100)).toBe(Math.min(share, (most ?? 120) - share));
  at.services.advance(minute);
  expect(await loadsOf(at, 'one', 200)).toBe(share);
});

it('pages count, of whoever began to read them', async () => {
  const at = await world(60, 10);
  expect(await loadsOf(at, 'one')).toBe(3);
  expect((await load(at, 'two', 100)).state).toBe('view');
});

it('a refused load writes nothing, and says when to call again', async () => {
  const at = await world(10);
  await loadsOf(at, 'one');
  const records = at.services.memory.records('flight').size;
  at.services.memory.log.length = 0;
  for (let text = 50; text < 100; text += 1) {
    const reply = await load(at, 'one', text);
    expect(reply).toMatchObject({ state: 'pending' });
    expect((reply as { askAgainMs: number }).askAgainMs).toBeLessThanOrEqual(minute);
  }
  expect(written(at)).toEqual([]);
  expect(at.services.memory.records('flight').size).toBe(records);
});

it('nor does one for whom nothing is left of the data source’s own minute', async () => {
  const at = await world(4);
  for (const account of ['one', 'two']) await loadsOf(at, account, account === 'one' ? 0 : 50);
  at.services.memory.log.length = 0;
  expect((await load(at, 'three', 90)).state).toBe('pending');
  expect(written(at)).toEqual([]);
});

it('rows that are kept, and reads that somebody else is at, cost nothing', async () => {
  const at = await world(10);
  await Promise.all(Array.from({ length: 30 }, (_, reader) => load(at, `reader ${reader}`, 1)));
  expect(at.upstream.requests).toHaveLength(1);
  at.services.memory.log.length = 0;
  const budgets = [...at.services.memory.records('reader-budget').keys()];
  expect(budgets).toHaveLength(1);
  expect([...at.services.memory.records('budget').values()]).toMatchObject([{ used: 1 }]);
  for (let view = 0; view < 20; view += 1) expect((await load(at, 'one', 1)).state).toBe('view');
  expect(written(at)).toEqual([]);
  const looks = (key: string) => at.services.memory.log.filter((operation) => operation.key === key).length;
  expect(budgets.map(looks)).toEqual([0]);
  expect(looks(at.dataSource.id)).toBe(20); // the data source itself, whose budget has its id
});

it('the record of an account does not name it', async () => {
  const at = await world(10);
  await load(at, '557058:rita', 1);
  const stored = JSON.stringify([...at.services.memory.records('reader-budget')]);
  expect(stored).not.toContain('rita');
  expect(at.services.memory.records('reader-budget').size).toBe(1);
});

it('what goes on in the background is paid for by the reader who began it', async () => {
  const jobs: SlowFetch[] = [];
  const at = await world(4);
  const { services } = at;
  services.pushSlowFetch = (job) => Promise.resolve(jobs.push(job) > 0);
  for (let text = 0; text < 4; text += 1) await load(at, `reader ${text}`, text);
  for (const [id, flight] of services.memory.records('flight') as Map<string, { rev: number }>) {
    await services.flights.replace(id, flight.rev, {
      ...flight,
      firstMs: 16_000,
      rev: flight.rev + 1,
      by: 'x',
    } as never);
  }
  services.advance(70 * minute);
  for (let text = 0; text < 4; text += 1) await load(at, 'one', text);
  expect(jobs).toHaveLength(2);
  expect(await runSlowFetch(jobs[0]!, services)).toBe('done');
});
