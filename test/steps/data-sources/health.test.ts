import { failingSince, healthRecords, noted, noteReading, type HealthRecord } from '../../../src/data-sources/health';
import { Problem } from '../../../src/shared/problem';
import { memoryServices } from '../../support/memory';

const minute = 60_000;
const failed = (at: number): HealthRecord => ({ lastSuccessAt: 1, lastFailure: { at, message: 'It failed.' } });

test.each<[string, HealthRecord, string | undefined, number, HealthRecord | undefined]>([
  ['the first success', {}, undefined, 5, { lastSuccessAt: 5 }],
  ['a success that is known', { lastSuccessAt: 5 }, undefined, 5 + minute - 1, undefined],
  ['a success after a minute', { lastSuccessAt: 5 }, undefined, 5 + minute, { lastSuccessAt: 5 + minute }],
  ['a success after a failure', failed(5), undefined, 6, { ...failed(5), lastSuccessAt: 6 }],
  ['the first failure', {}, 'It failed.', 5, { lastFailure: { at: 5, message: 'It failed.' } }],
  ['a failure after a success', { lastSuccessAt: 1 }, 'It failed.', 5, failed(5)],
  ['a failure that is known', failed(5), 'It failed.', 6, undefined],
  ['the same failure after a minute', failed(5), 'It failed.', 5 + minute, undefined],
  [
    'the same failure after ten',
    failed(5),
    'It failed.',
    5 + 10 * minute,
    { ...failed(5 + 10 * minute), failingSince: 5 },
  ],
  [
    'another failure',
    failed(5),
    'Otherwise.',
    6,
    { lastSuccessAt: 1, failingSince: 5, lastFailure: { at: 6, message: 'Otherwise.' } },
  ],
  ['a success after many', { ...failed(9), failingSince: 5 }, undefined, 10, { ...failed(9), lastSuccessAt: 10 }],
  ['a failure after that', { ...failed(5), lastSuccessAt: 7 }, 'It failed.', 9, { ...failed(9), lastSuccessAt: 7 }],
])('%s is noted where it is news', (_name, known, failure, now, expected) => {
  expect(noted(known, failure, now)).toEqual(expected);
});

test.each<[string, HealthRecord, string | undefined, HealthRecord | undefined]>([
  ['rows that are not read', { lastSuccessAt: 5 }, 'More.', { lastSuccessAt: 6, unread: { at: 6, message: 'More.' } }],
  ['the same again', { lastSuccessAt: 5, unread: { at: 2, message: 'More.' } }, 'More.', undefined],
  [
    'another total',
    { lastSuccessAt: 5, unread: { at: 2, message: 'More.' } },
    'Most.',
    { lastSuccessAt: 6, unread: { at: 6, message: 'Most.' } },
  ],
  ['all rows read at last', { lastSuccessAt: 5, unread: { at: 2, message: 'More.' } }, '', { lastSuccessAt: 6 }],
  ['rows that are as they were', { lastSuccessAt: 5, unread: { at: 2, message: 'More.' } }, undefined, undefined],
])('%s: noted where it is news', (_name, known, unread, expected) => {
  expect(noted(known, undefined, 6, unread)).toEqual(expected);
});

test.each<[string, HealthRecord, number | undefined]>([
  ['nothing known', {}, undefined],
  ['a success after a failure', { lastSuccessAt: 9, lastFailure: { at: 5, message: 'It failed.' } }, undefined],
  ['one failure', failed(5), 5],
  ['the latest of several', { ...failed(9), failingSince: 5 }, 5],
])('with %s one can tell since when it fails', (_name, known, expected) => {
  expect(failingSince(known)).toBe(expected);
});

test('a hundred readings of one state cost one write', async () => {
  const services = memoryServices();
  for (let count = 0; count < 100; count += 1) await noteReading('a', undefined, services);
  expect(services.memory.log.filter(({ name }) => name === 'set')).toHaveLength(1);
});

test('what says nothing about the data source is not noted', async () => {
  const services = memoryServices();
  await noteReading('a', new Problem('busy', 'Wait.'), services);
  await noteReading('b', new Problem('remote-failed', 'It failed.'), services);
  expect(await healthRecords(['a', 'b', 'c'], services.storage)).toEqual(
    new Map([['b', { lastFailure: { at: services.now(), message: 'It failed.' } }]]),
  );
});

test('what an API says is masked and bounded before it is noted', async () => {
  const services = memoryServices();
  services.redactor.remember('sk_live_9fA27cQx81');
  await noteReading('a', new Problem('remote-failed', `It said sk_live_9fA27cQx81${'x'.repeat(2_000_000)}`), services);
  const { lastFailure } = (await healthRecords(['a'], services.storage)).get('a') ?? {};
  expect(lastFailure?.message).toMatch(/^It said \[hidden\]x+…$/);
  expect(lastFailure?.message.length).toBeLessThanOrEqual(500);
});
