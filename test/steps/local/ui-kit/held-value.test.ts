import type { Held } from '../../../../local/ui-kit/useHeldValue';
import { take } from '../../../../local/ui-kit/useHeldValue';

const json = JSON.stringify;

function typed(now: string, given: string, ...reported: string[]): Held<string> {
  return { now, given: json(given), reported: reported.map((value) => json(value)) };
}

test('the late answer of the app to an earlier letter does not undo the letters typed since', () => {
  const first = take(typed('abc', '', 'a', 'ab', 'abc'), 'a');
  expect(first).toEqual(typed('abc', 'a', 'ab', 'abc'));
  const last = take(take(first, 'ab'), 'abc');
  expect(last).toEqual(typed('abc', 'abc'));
});

test('answers that the app left out in between are forgotten with the one that came', () => {
  expect(take(typed('abc', '', 'a', 'ab', 'abc'), 'abc')).toEqual(typed('abc', 'abc'));
});

test('a value that was never typed is the will of the app and replaces what the field holds', () => {
  expect(take(typed('abc', '', 'a', 'ab', 'abc'), 'ABC')).toEqual(typed('ABC', 'ABC'));
});

test('the same value given again changes nothing, so that a field may run ahead of its app', () => {
  const held = typed('abc', '', 'a', 'ab', 'abc');
  expect(take(held, '')).toBe(held);
});
