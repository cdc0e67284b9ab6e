import fc from 'fast-check';
import { dropPlace, keyPlace } from '../../../../../static/admin/fields/drop-place';

const middles = [20, 60, 100, 200];

test.each<[string, number, number, number]>([
  ['above all', 2, 0, 0],
  ['where it is', 2, 100, 2],
  ['below the entry after it', 0, 61, 1],
  ['not yet below the entry after it', 0, 59, 0],
  ['below all', 0, 999, 3],
  ['between entries before it', 3, 70, 2],
])('an entry dragged to %s takes that place', (_, from, y, to) => {
  expect(dropPlace(middles, from, y)).toBe(to);
});

test('an entry never leaves the list, wherever it is dragged', () => {
  const lists = fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(lists, fc.nat(), fc.integer({ min: -500, max: 2500 }), (heights, seed, y) => {
      const below = heights.map((_, at) => heights.slice(0, at + 1).reduce((sum, one) => sum + one, 0));
      const to = dropPlace(below, seed % heights.length, y);
      expect(to).toBeGreaterThanOrEqual(0);
      expect(to).toBeLessThan(heights.length);
    }),
  );
});

test.each<[string, number, number | undefined]>([
  ['ArrowUp', 1, 0],
  ['ArrowUp', 0, 0],
  ['ArrowDown', 1, 2],
  ['ArrowDown', 3, 3],
  ['Home', 2, 0],
  ['End', 1, 3],
  ['Enter', 1, undefined],
])('the key %s takes place %d to %s', (key, place, to) => {
  expect(keyPlace(key, place, 4)).toBe(to);
});
