import { createVerdicts } from '../../../src/platform/verdicts';

test('a verdict is kept for a minute, by its key alone', () => {
  let now = 0;
  const verdicts = createVerdicts<string>(() => now);
  verdicts.keep('site|ada|1', 'yes');
  now = 59_999;
  expect(verdicts.recent('site|ada|1')).toBe('yes');
  expect(verdicts.recent('other|ada|1')).toBeUndefined();
  now = 60_000;
  expect(verdicts.recent('site|ada|1')).toBeUndefined();
});

test('a warm process does not keep verdicts without end', () => {
  const verdicts = createVerdicts<number>(() => 0);
  for (let index = 0; index <= 1000; index += 1) verdicts.keep(String(index), index);
  expect(verdicts.recent('0')).toBeUndefined();
  expect(verdicts.recent('1000')).toBe(1000);
});

test('a clock that goes back does not keep a verdict longer', () => {
  let now = 3_600_000;
  const verdicts = createVerdicts<string>(() => now);
  verdicts.keep('site|ada|1', 'yes');
  now = 0;
  expect(verdicts.recent('site|ada|1')).toBeUndefined();
});
