import { CallError, problemOf } from '../../../../static/shared/call-error';

test('a thrown problem is itself; anything else becomes one that shows no foreign text', () => {
  const { problem } = new CallError({ code: 'busy', title: 'Busy', message: 'Wait.', actor: 'reader', retry: true });
  expect(problemOf(new CallError(problem))).toBe(problem);
  expect(problemOf(new Error('secret=hunter2'))).toMatchObject({ code: 'internal', retry: true });
  expect(JSON.stringify(problemOf(new Error('secret=hunter2')))).not.toContain('hunter2');
});
