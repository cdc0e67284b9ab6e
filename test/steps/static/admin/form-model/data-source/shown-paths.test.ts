import { emptyDataSource } from '../../../../../../static/admin/form-model/data-source/data-source-values';
import { shownPaths } from '../../../../../../static/admin/form-model/data-source/shown-paths';
import { unplacedErrors } from '../../../../../../static/admin/form-model/field-errors';

const oauth2 = { ...emptyDataSource, authenticationType: 'oauth2' as const };

function lost(path: string, values = oauth2): boolean {
  return unplacedErrors({ [path]: 'message' }, shownPaths(values)).length > 0;
}

test.each([
  'name',
  'request.url',
  'request.headers.3.name',
  'header.x-key',
  'authentication.tokenHeader.name',
  'authentication.tokenParameters.0.value',
  'variables.1.defaultValue',
  'limits.rows',
])('%s is shown at its field', (path) => {
  expect(lost(path)).toBe(false);
});

test('an error of a field that is not on the screen is told below the form', () => {
  expect(lost('authentication.username')).toBe(true);
  expect(lost('authentication.authUrl', { ...oauth2, grantType: 'client_credentials' })).toBe(true);
  expect(lost('pagination.selector')).toBe(true);
  expect(lost('pagination.selector', { ...oauth2, pagination: { ...oauth2.pagination, style: 'cursor' } })).toBe(false);
  expect(lost('something.new')).toBe(true);
});
