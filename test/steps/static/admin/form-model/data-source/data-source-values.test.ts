import type { DataSourceSettings } from '../../../../../../src/shared/contract';
import {
  emptyDataSource,
  fromSettings,
  sampleValuesOf,
  secretsOf,
  signInBasis,
  toSettings,
  withSamplesOf,
} from '../../../../../../static/admin/form-model/data-source/data-source-values';
import { newRow } from '../../../../../../static/admin/form-model/named-rows';

const stored: DataSourceSettings = {
  name: 'Employee directory',
  request: {
    method: 'POST',
    url: 'https://graph.microsoft.com/v1.0/{kind}',
    parameters: [
      { name: '$top', value: '999' },
      { name: '$select', value: 'id,displayName' },
    ],
    headers: [
      { name: 'Accept-Language', value: '{language}', secret: false },
      { name: 'X-Tenant-Key', value: '', secret: true },
    ],
    body: { kind: 'json', text: '{"department":"{department}"}' },
    onlyReads: true,
  },
  authentication: {
    type: 'oauth2',
    grantType: 'authorization_code',
    clientId: 'client',
    clientAuthentication: 'client_secret_basic',
    authUrl: 'https://login.example/authorize',
    tokenUrl: 'https://login.example/token',
    revokeUrl: '',
    scopes: 'User.Read.All offline_access',
    scopeSeparator: ',',
    authorizeParameters: [{ name: 'prompt', value: 'consent' }],
    tokenParameters: [{ name: 'assertion', value: '', secret: true }],
    tokenHeader: { name: 'X-Token', prefix: 'Token ' },
    assumedLifetime: 3600,
    secretExpiresOn: '2027-03-31',
  },
  pagination: { style: 'odata-next-link' },
  variables: [
    { name: 'kind', defaultValue: 'users' },
    { name: 'language', defaultValue: 'en' },
    { name: 'department', defaultValue: '' },
  ],
  response: {
    format: 'xml',
    errorSelector: '$.error',
    notReady: { selector: '$.state', values: ['queued', 'running'], urlSelector: '$.result' },
  },
  limits: { pages: 9, rows: 100, megabytes: 3, seconds: 7, requestsPerMinute: 60 },
  freshness: { freshSeconds: 1, staleSeconds: 2, keepSeconds: 3 },
  allowedSpaces: { mode: 'named', spaceIds: ['65537'] },
};

const values = fromSettings(stored);

test('settings survive the way through the form', () => {
  expect(toSettings(fromSettings(stored))).toEqual(stored);
});

test.each<DataSourceSettings['response']>([
  { format: 'auto', charset: 'shift_jis', errorSelector: '' },
  { format: 'csv', csv: { separator: '\t', quote: '', headerLine: 0, comment: '#' }, errorSelector: '' },
  { format: 'tsv', csv: { separator: '^', quote: "'", headerLine: 4 }, errorSelector: '' },
])('a way of writing survives it too: %j', (response) => {
  expect(toSettings(fromSettings({ ...stored, response })).response).toEqual(response);
});

describe('secrets', () => {
  const typed = {
    ...values,
    clientSecret: 'canary-1',
    headers: [newRow('X-Tenant-Key', 'canary-2', true)],
    tokenParameters: [newRow('assertion', 'canary-3', true)],
  };

  test('are no part of the settings', () => {
    expect(values.clientSecret).toBe('');
    expect(JSON.stringify(toSettings(typed))).not.toContain('canary');
  });

  test('travel apart, each under its name', () => {
    expect(secretsOf(typed)).toEqual({
      clientSecret: 'canary-1',
      'header.x-tenant-key': 'canary-2',
      'tokenParameter.assertion': 'canary-3',
    });
  });

  test('left empty keep what is stored, so nothing is sent', () => {
    expect(secretsOf(values)).toEqual({});
  });

  test('of an authentication type that is not chosen stay in the browser', () => {
    expect(secretsOf({ ...typed, authenticationType: 'basic', password: 'canary-4', headers: [] })).toEqual({
      password: 'canary-4',
    });
  });
});

test('an empty form is undecided about spaces and needs no authentication', () => {
  expect(toSettings(emptyDataSource)).toMatchObject({
    authentication: { type: 'none' },
    allowedSpaces: { mode: 'undecided' },
    variables: [],
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
  const typed = { ...emptyDataSource, parameters: [newRow(), newRow('', '5'), newRow('a')] };
  expect(toSettings(typed).request.parameters).toEqual([
    { name: '', value: '5' },
    { name: 'a', value: '' },
  ]);
});

test('a GET has no body, and what was typed comes back with POST', () => {
  const get = { ...values, method: 'GET' as const };
  expect(toSettings(get).request.body).toEqual({ kind: 'none' });
  expect(toSettings({ ...get, method: 'POST' }).request.body).toEqual(stored.request.body);
});

test('OAuth2 fields stay when the type is switched to none and back', () => {
  const none = { ...values, authenticationType: 'none' as const };
  expect(toSettings(none).authentication).toEqual({ type: 'none' });
  expect(toSettings({ ...none, authenticationType: 'oauth2' })).toEqual(stored);
});

test('a client without sign-in has no Auth URL and no authorize parameters', () => {
  expect(toSettings({ ...values, grantType: 'client_credentials' }).authentication).toMatchObject({
    authUrl: '',
    authorizeParameters: [],
    tokenUrl: 'https://login.example/token',
  });
});

test('a limit that is no whole number becomes 0, which the app refuses at its field', () => {
  const limits = { ...values.limits, pages: 'many', rows: '2.5', requestsPerMinute: '' };
  expect(toSettings({ ...values, limits }).limits).toEqual({ pages: 0, rows: 0, megabytes: 3, seconds: 7 });
});

describe('sample values', () => {
  const sampled = {
    ...values,
    variables: {
      kind: { defaultValue: 'users', sampleValue: 'groups' },
      gone: { defaultValue: '', sampleValue: 'left over' },
    },
  };

  test('are those typed for variables that stand in the request', () => {
    expect(sampleValuesOf(sampled)).toEqual({ kind: 'groups' });
    expect(sampleValuesOf(values)).toEqual({});
  });

  test('outlive a save, which does not store them', () => {
    expect(JSON.stringify(toSettings(sampled))).not.toContain('groups');
    expect(sampleValuesOf(withSamplesOf(fromSettings(stored), sampled))).toEqual({ kind: 'groups' });
  });
});

describe('signInBasis', () => {
  test.each([
    ['name', { name: 'Other' }],
    ['path of the URL', { url: 'https://graph.microsoft.com/v1.0/groups' }],
    ['client secret', { clientSecret: 'renewed' }],
    ['expiry of the secret', { secretExpiresOn: '2028-01-01' }],
    ['token header', { tokenHeaderName: 'Authorization' }],
    ['allowed spaces', { spacesMode: 'all' as const }],
  ])('stays when the %s changes', (_, patch) => {
    expect(signInBasis({ ...values, ...patch })).toBe(signInBasis(values));
  });

  test.each([
    ['scopes', { scopes: 'User.Read' }],
    ['client id', { clientId: 'other' }],
    ['grant type', { grantType: 'client_credentials' as const }],
    ['token URL', { tokenUrl: 'https://other.example/token' }],
    ['API origin', { url: 'https://other.example/users' }],
  ])('differs when the %s changes', (_, patch) => {
    expect(signInBasis({ ...values, ...patch })).not.toBe(signInBasis(values));
  });
});
