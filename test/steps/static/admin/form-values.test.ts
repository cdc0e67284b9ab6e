import type { DataSourceSettings } from '../../../../src/contract';
import {
  emptyDataSource,
  filledRows,
  fromSettings,
  newParameter,
  signInBasis,
  toSettings,
} from '../../../../static/admin/data-source/form-values';

const stored: DataSourceSettings = {
  name: 'Employee directory',
  request: {
    method: 'GET',
    url: 'https://graph.microsoft.com/v1.0/users',
    parameters: [
      { name: '$top', value: '999' },
      { name: '$select', value: 'id,displayName' },
    ],
  },
  authentication: {
    type: 'oauth2',
    grantType: 'authorization_code',
    clientId: 'client',
    authUrl: 'https://login.example/authorize',
    tokenUrl: 'https://login.example/token',
    revokeUrl: '',
    scopes: 'User.Read.All offline_access',
  },
  pagination: { style: 'odata-next-link' },
  allowedSpaces: { mode: 'named', spaceIds: ['65537'] },
};

const values = fromSettings(stored);

test('settings survive the way through the form', () => {
  expect(toSettings(fromSettings(stored))).toEqual(stored);
});

test('a stored secret is no part of the form', () => {
  expect(values.clientSecret).toBe('');
  expect(JSON.stringify(toSettings({ ...values, clientSecret: 'canary' }))).not.toContain('canary');
});

test('an empty form is undecided about spaces and needs no authentication', () => {
  expect(toSettings(emptyDataSource)).toMatchObject({
    authentication: { type: 'none' },
    allowedSpaces: { mode: 'undecided' },
  });
});

test('surrounding blanks are dropped and scopes stand one blank apart', () => {
  const typed = { ...values, name: ' A ', url: ' https://a.example ', scopes: '  one \n two ' };
  expect(toSettings(typed)).toMatchObject({
    name: 'A',
    request: { url: 'https://a.example' },
    authentication: { scopes: 'one two' },
  });
});

test('parameter rows left empty are dropped, those with half a value are kept for the app to refuse', () => {
  const half = newParameter('', '5');
  const typed = { ...emptyDataSource, parameters: [newParameter(), half, newParameter('a')] };
  expect(filledRows(typed)[0]).toBe(half);
  expect(toSettings(typed).request.parameters).toEqual([
    { name: '', value: '5' },
    { name: 'a', value: '' },
  ]);
});

test('OAuth2 fields stay when the type is switched to none and back', () => {
  const none = { ...values, authenticationType: 'none' as const };
  expect(toSettings(none).authentication).toEqual({ type: 'none' });
  expect(toSettings({ ...none, authenticationType: 'oauth2' })).toEqual(stored);
});

describe('signInBasis', () => {
  test.each([
    ['name', { name: 'Other' }],
    ['path of the URL', { url: 'https://graph.microsoft.com/v1.0/groups' }],
    ['client secret', { clientSecret: 'renewed' }],
    ['allowed spaces', { spacesMode: 'all' as const }],
  ])('stays when the %s changes', (_, patch) => {
    expect(signInBasis({ ...values, ...patch })).toBe(signInBasis(values));
  });

  test.each([
    ['scopes', { scopes: 'User.Read' }],
    ['client id', { clientId: 'other' }],
    ['token URL', { tokenUrl: 'https://other.example/token' }],
    ['API origin', { url: 'https://other.example/users' }],
  ])('differs when the %s changes', (_, patch) => {
    expect(signInBasis({ ...values, ...patch })).not.toBe(signInBasis(values));
  });
});
