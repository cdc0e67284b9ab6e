import type { FreshnessValues } from '../../../../../static/admin/form-model/freshness-values';
import { ageError, freshnessValues, toFreshness } from '../../../../../static/admin/form-model/freshness-values';

const usual = freshnessValues({ freshSeconds: 300, staleSeconds: 3600, keepSeconds: 604_800 });

test('ages are shown in the largest unit that needs no fraction', () => {
  expect(usual).toEqual({
    freshSeconds: { amount: '5', unit: 'minutes' },
    staleSeconds: { amount: '1', unit: 'hours' },
    keepSeconds: { amount: '7', unit: 'days' },
  });
});

test.each([
  [0, 90, 86_400],
  [1, 61, 3601],
  [59, 7200, 2_678_400],
])('%d, %d and %d seconds survive the way through the form', (freshSeconds, staleSeconds, keepSeconds) => {
  const stored = { freshSeconds, staleSeconds, keepSeconds };
  expect(toFreshness(freshnessValues(stored))).toEqual(stored);
});

test('no age may be shorter than the one before it', () => {
  const values: FreshnessValues = { ...usual, staleSeconds: { amount: '1', unit: 'minutes' } };
  expect(ageError(values, 'staleSeconds')).toBe('Stale rows must be shown for at least as long as rows are fresh.');
  expect(ageError(values, 'keepSeconds')).toBeUndefined();
  expect(ageError({ ...usual, keepSeconds: { amount: '59', unit: 'minutes' } }, 'keepSeconds')).toBe(
    'The last good rows must be kept for at least as long as stale rows are shown.',
  );
  expect(ageError(usual, 'staleSeconds')).toBeUndefined();
});

test('no age is longer than rows are kept', () => {
  const aged = (amount: string) => ({ ...usual, keepSeconds: { amount, unit: 'days' as const } });
  expect(ageError(aged('31'), 'keepSeconds')).toBeUndefined();
  expect(ageError(aged('32'), 'keepSeconds')).toBe('Enter a length of time from 0 to 31 days.');
});

test.each(['', '1.5', '-3', 'soon'])('%j is no length of time', (amount) => {
  expect(ageError({ ...usual, freshSeconds: { amount, unit: 'days' } }, 'freshSeconds')).toBe('Enter a whole number.');
});
