import { testDataSource } from '../src/editing/trial/test-data-source';
import { largeObjects } from '../test/support/large-objects';
import { memoryServices } from '../test/support/memory';
import { memoryUpstream } from '../test/support/memory-upstream';
import { dataSourceSettings, usersUrl } from '../test/support/panels';
import { atMost, type Entry } from './entry';
import { alternate, median, ratio } from './measure';

const members = 200_000;

/** `test.large`: what an admin waits for who tests an API that responds with one large object. */
export async function largeObject(): Promise<Entry[]> {
  const measured: { name: string; value: number; ms: number }[] = [];
  for (const [name, textOf] of Object.entries(largeObjects)) {
    const text = textOf(members);
    const times = await alternate(
      [
        { name: 'test', run: () => test(text) },
        { name: 'base', run: () => JSON.parse(text) as unknown },
      ],
      { warmUp: 1, timed: 5 },
    );
    measured.push({ name, value: ratio(times.test, times.base), ms: median(times.test) });
  }
  const worst = measured.reduce((most, each) => (each.value > most.value ? each : most));
  const beside = measured.map(({ name, value }) => ({ name, value, unit: '×' }));
  return [atMost('test.large', worst.value, '×', 10, [...beside, { name: 'the worst', value: worst.ms, unit: 'ms' }])];
}

function test(text: string): Promise<unknown> {
  const respond = () => new Response(text, { headers: { 'content-type': 'application/json' } });
  const services = memoryServices({ fetch: memoryUpstream({ [usersUrl]: respond }).fetch });
  return testDataSource({ settings: dataSourceSettings(), secrets: {} }, { accountId: 'admin' }, services);
}
