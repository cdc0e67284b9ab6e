import { freshnessSchema } from '../../../src/resolvers/freshness-schema';
import { refusal } from '../../support/refusal';

const ages = { freshSeconds: 300, staleSeconds: 3600, keepSeconds: 604_800 };

const refused = (changes: Partial<Record<keyof typeof ages, unknown>>) =>
  refusal(freshnessSchema, { ...ages, ...changes });

test('ages of which none is shorter than the one before pass, equal ones too', () => {
  expect(refused({})).toEqual([]);
  expect(refused({ freshSeconds: 60, staleSeconds: 60, keepSeconds: 60 })).toEqual([]);
  expect(refused({ freshSeconds: 0, staleSeconds: 0, keepSeconds: 0 })).toEqual([]);
});

test('an age that is shorter than the one before is refused at its field', () => {
  expect(refused({ staleSeconds: 299 })).toEqual([
    ['staleSeconds', 'Stale rows must be shown for at least as long as rows are fresh.'],
  ]);
  expect(refused({ keepSeconds: 3599 })).toEqual([
    ['keepSeconds', 'The last good rows must be kept for at least as long as stale rows are shown.'],
  ]);
});

test.each([{ keepSeconds: 32 * 86_400 }, { freshSeconds: -1 }, { freshSeconds: 1.5 }, { staleSeconds: '60' }])(
  '%j is refused',
  (changes) => {
    expect(refused(changes).map(([path]) => path)).toEqual(Object.keys(changes));
  },
);
