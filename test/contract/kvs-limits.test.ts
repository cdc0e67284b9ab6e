import { createClock } from '../../local/shared/clock';
import { refusal, startFixture } from './fixture-host';

test('write units are counted by 10 KB and refused beyond 4,000 a minute', async () => {
  const clock = createClock();
  const { host, call } = await startFixture({ clock });
  clock.advance(60_000 - (clock.now() % 60_000));
  // 24 units each: the 167th write is over the minute's budget.
  const written = await call<number>('write-until-refused', { bytes: 240_000 });
  expect(written).toBe(Math.floor(4_000 / Math.ceil(240_002 / 10_240)));
  clock.advance(60_000);
  expect(await call<unknown[]>('storage', [['set', 'again', 1]])).toEqual([null]);
  await host.close();
});

test('more than 1,000 requests a second are refused with 429', async () => {
  const { host, storage } = await startFixture({ limits: { kvsRequestsPerSecond: 5 }, clock: createClock() });
  const results = await storage(...Array.from({ length: 40 }, () => ['get', 'x']));
  expect(results).toContainEqual(refusal('RATE_LIMIT_EXCEEDED', 429));
  await host.close();
});

test('queries lag behind writes while reads by key do not', async () => {
  const clock = createClock();
  const { host, storage } = await startFixture({ clock, queryLag: 1_000_000 });
  const query = ['query', { where: { condition: 'BEGINS_WITH', values: ['lag'] } }];
  const seen = async () =>
    ((await storage(query)) as [{ results: { value: string }[] }])[0].results.map(({ value }) => value);
  await storage(['set', 'lag', 'old']);
  expect(await seen()).toEqual([]);
  clock.advance(1_000_001);
  expect(await seen()).toEqual(['old']);
  expect(await storage(['set', 'lag', 'new'], ['get', 'lag'])).toEqual([null, 'new']);
  expect(await seen()).toEqual(['old']);
  clock.advance(1_000_001);
  expect(await seen()).toEqual(['new']);
  await storage(['delete', 'lag']);
  expect(await seen()).toEqual(['new']);
  clock.advance(1_000_001);
  expect(await seen()).toEqual([]);
  await host.close();
});
