import type { ProblemReply } from '../../../../../src/shared/contract';
import {
  errorWithin,
  fieldErrorsOf,
  unplacedErrors,
  withoutErrors,
} from '../../../../../static/admin/form-model/field-errors';

function invalid(fields: ProblemReply['fields']): ProblemReply {
  return { code: 'invalid-input', title: '', message: '', actor: 'admin', retry: false, fields };
}

const errors = fieldErrorsOf(
  invalid([
    { path: 'settings.name', message: 'Enter a name.' },
    { path: 'name', message: 'Another word about the name.' },
    { path: 'secrets.clientSecret', message: 'Type it again.' },
    { path: 'request.parameters.1.name', message: 'Enter the name of the parameter.' },
    { path: 'somewhere', message: 'Something else.' },
  ]),
);

test('paths lose the part in front, and the first message for a field counts', () => {
  expect(errors.name).toBe('Enter a name.');
  expect(errors.clientSecret).toBe('Type it again.');
});

test('a problem about no field has no field errors', () => {
  expect(fieldErrorsOf(invalid(undefined))).toEqual({});
  expect(fieldErrorsOf(undefined)).toEqual({});
});

test('a group of fields shows what is wrong inside it', () => {
  expect(errorWithin(errors, 'request.parameters.1')).toBe('Enter the name of the parameter.');
  expect(errorWithin(errors, 'request.parameters.10')).toBeUndefined();
  expect(errorWithin(errors, 'request.parameters')).toBe('Enter the name of the parameter.');
});

test('messages without a place on the screen are not lost', () => {
  expect(unplacedErrors(errors, ['name', 'clientSecret', 'request.parameters.'])).toEqual(['Something else.']);
});

test('changing a field takes its errors away, and no others', () => {
  expect(Object.keys(withoutErrors(errors, ['request.parameters', 'name']))).toEqual(['clientSecret', 'somewhere']);
});
