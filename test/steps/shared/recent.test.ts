import { isRecent } from '../../../src/shared/recent';

test.each([
  ['now', 1000, true],
  ['almost as long ago', 1999, true],
  ['as long ago', 2000, false],
  ['in the future, because the clock went back', 999, false],
])('a moment that is %s is recent or not', (_when, now, expected) => {
  expect(isRecent(1000, 1000, now)).toBe(expected);
});
