import type { ProblemReply } from '../../../../../src/shared/contract';
import { fieldsSentence } from '../../../../../src/shared/field-sentences';
import { countedProblem } from '../../../../../static/admin/form-model/counted-problem';

const problem = (message: string, fields: number): ProblemReply => ({
  code: 'invalid-input',
  title: 'Needs a change',
  message,
  actor: 'admin',
  retry: false,
  fields: Array.from({ length: fields }, (_, index) => ({ path: `f${index}`, message: 'Change it.' })),
});

test.each([
  [problem(fieldsSentence(3), 3), 3, fieldsSentence(3)],
  [problem(fieldsSentence(3), 3), 1, fieldsSentence(1)],
  [problem(fieldsSentence(3), 3), 0, undefined],
  [problem('The API refused it.', 1), 1, 'The API refused it.'],
  [problem('The API is down.', 0), 0, 'The API is down.'],
])('%j with %i fields left says %j', (refused, left, message) => {
  expect(countedProblem(refused, left)?.message).toBe(message);
});
