import { CallError, problemOf } from '../../../../static/shared/call-error';
import { actorSentence } from '../../../../static/shared/ProblemNote';

test('a thrown problem is itself; anything else becomes one that shows no foreign text', () => {
  const { problem } = new CallError({ code: 'busy', title: 'Busy', message: 'Wait.', actor: 'reader', retry: true });
  expect(problemOf(new CallError(problem))).toBe(problem);
  expect(problemOf(new Error('secret=hunter2'))).toMatchObject({ code: 'internal', retry: true });
  expect(JSON.stringify(problemOf(new Error('secret=hunter2')))).not.toContain('hunter2');
});

test('who can act is told to everybody but themselves', () => {
  expect(actorSentence('admin', 'reader', 'It failed.')).toMatch(/Confluence admin/);
  expect(actorSentence('admin', 'admin', 'It failed.')).toBeUndefined();
  expect(actorSentence('remote', 'admin', 'It failed.')).toMatch(/runs the API/);
});

test('who can act is not told twice', () => {
  expect(
    actorSentence('admin', 'reader', 'It has nothing at this address. An admin can check its URL.'),
  ).toBeUndefined();
  expect(actorSentence('remote', 'admin', 'It failed. If it stays, tell whoever runs it.')).toBeUndefined();
  expect(actorSentence('remote', 'admin', 'It took too long. An admin can narrow it.')).toMatch(/runs the API/);
});
