import { errorHint } from '../../../../src/editing/trial/error-hint';

it.each<[string, unknown, string]>([
  ['a text', { ok: false, error: 'missing_scope' }, '$.error'],
  ['an object', { fault: { code: 5 } }, '$.fault'],
  ['a list', { result: null, errors: [{ code: 5 }] }, '$.errors'],
  ['a sentence under a longer name', { 'error-message': '', errorMessage: 'No' }, '$.errorMessage'],
])('a response that has %s for an error is said to look like one', (_, document, selector) => {
  expect(errorHint(document, '')).toContain(`watch ${selector}.`);
});

it.each<[string, unknown, string]>([
  ['an error that is null', { error: null, rows: [1] }, ''],
  ['errors that are none', { errors: [], error: {}, err: false, fault: '' }, ''],
  ['a number of errors', { errors: 0 }, ''],
  ['a word that only begins like it', { errorRate: 'high' }, ''],
  ['rows', [{ error: 'x' }], ''],
  ['an error that is watched already', { error: 'x' }, '$.message'],
])('nothing is said of %s', (_, document, watched) => {
  expect(errorHint(document, watched)).toBeUndefined();
});
