import { listNote } from '../../../src/frontend/list-note';
import { Problem, toProblemReply } from '../../../src/shared/problem';

const entries = { state: 'entries' as const, entries: [], cut: false };
const reply = (code: 'connect-needed' | 'not-found') =>
  toProblemReply(new Problem(code, 'Told by the app.'), 'everyone');

test('of a list that each reader gets with their own account, editors are told who sees what they pick', () => {
  expect(listNote({ state: 'value', value: { ...entries, own: true } })).toContain('for everybody to see');
  const unconnected = listNote({ state: 'problem', problem: reply('connect-needed') });
  expect(unconnected).toMatch(/^Told by the app\. .*for everybody to see\.$/);
});

test('of other lists there is nothing to tell', () => {
  expect(listNote({ state: 'waiting' })).toBeUndefined();
  expect(listNote({ state: 'value', value: entries })).toBeUndefined();
  expect(listNote({ state: 'value', value: { state: 'pending', askAgainMs: 1 } })).toBeUndefined();
  expect(listNote({ state: 'problem', problem: reply('not-found') })).toBeUndefined();
});
