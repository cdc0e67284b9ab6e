import type { Edit, Past } from '../../../../../static/admin/form-model/past';
import { stepBack, withStep } from '../../../../../static/admin/form-model/past';

const empty: Past<string> = { steps: [] };
const typed = (what: string, at: number): Edit => ({ what, at, isTyped: true });
const clicked = (what: string, at: number): Edit => ({ what, at, isTyped: false });

test('each change is a step of its own, taken back from the last one on', () => {
  const past = withStep(withStep(empty, 'a', clicked('columns', 0)), 'b', clicked('columns', 10));
  const last = stepBack(past);
  expect(last?.values).toBe('b');
  expect(last && stepBack(last.past)?.values).toBe('a');
  expect(stepBack(empty)).toBeUndefined();
});

test.each<[string, Edit[], string[]]>([
  ['letters typed in one go', [typed('name', 0), typed('name', 900), typed('name', 2_800)], ['0']],
  ['letters after a pause', [typed('name', 0), typed('name', 2_000)], ['0', '1']],
  ['letters in another field', [typed('name', 0), typed('description', 100)], ['0', '1']],
  ['a click between letters', [typed('name', 0), clicked('name', 100), typed('name', 200)], ['0', '1', '2']],
])('%s', (_, edits, steps) => {
  const past = edits.reduce<Past<string>>((before, edit, at) => withStep(before, String(at), edit), empty);
  expect(past.steps).toEqual(steps);
});

test('what was typed before and after a step back are different steps', () => {
  const back = stepBack(withStep(empty, 'a', typed('name', 0)));
  const again = back && withStep(back.past, back.values, typed('name', 100));
  expect(again?.steps).toEqual(['a']);
});

test('the oldest steps are forgotten', () => {
  let past: Past<string> = empty;
  for (let at = 0; at < 60; at += 1) past = withStep(past, String(at), clicked('columns', at));
  expect(past.steps).toHaveLength(50);
  expect(past.steps[0]).toBe('10');
});
