import type { OAuth2Preset, Preset } from '../../../../../../src/shared/contract';
import { missingInputs } from '../../../../../../static/admin/form-model/data-source/fill-preset';
import { presetPatch, presetStart, refill } from '../../../../../../static/admin/form-model/data-source/presets';
import { emptyDataSource } from '../../../../../../static/admin/form-model/data-source/data-source-values';

const entra: OAuth2Preset = {
  key: 'entra',
  title: 'Microsoft Entra ID',
  inputs: [{ name: 'tenant', label: 'Tenant ID', placeholder: '' }],
  group: 'identity',
  authentication: {
    type: 'oauth2',
    authUrl: 'https://login.microsoftonline.com/{tenant}/oauth2/v2.0/authorize',
    tokenUrl: 'https://login.microsoftonline.com/{tenant}/oauth2/v2.0/token',
    revokeUrl: '',
    scopes: 'User.Read.All offline_access',
  },
  request: {
    method: 'GET',
    url: 'https://graph.microsoft.com/v1.0/users',
    parameters: [{ name: '$top', value: '999' }],
    headers: [],
    body: { kind: 'none' },
  },
  pagination: { style: 'odata-next-link' },
  documentationUrl: 'https://learn.microsoft.com/',
  hints: [],
};

describe('presetPatch', () => {
  test('fills the placeholders and proposes the first request', () => {
    const patch = presetPatch(entra, { tenant: ' contoso ' }, emptyDataSource);
    expect(patch).toMatchObject({
      authenticationType: 'oauth2',
      authUrl: 'https://login.microsoftonline.com/contoso/oauth2/v2.0/authorize',
      tokenUrl: 'https://login.microsoftonline.com/contoso/oauth2/v2.0/token',
      scopes: 'User.Read.All offline_access',
      pagination: { style: 'odata-next-link' },
      url: 'https://graph.microsoft.com/v1.0/users',
      parameters: [{ name: '$top', value: '999' }],
    });
  });

  test('leaves a URL that was typed with its parameters', () => {
    const patch = presetPatch(
      entra,
      { tenant: 't' },
      { ...emptyDataSource, url: 'https://graph.microsoft.com/v1.0/groups' },
    );
    expect(patch).not.toHaveProperty('url');
    expect(patch).not.toHaveProperty('parameters');
  });

  test('encodes an input, so that it cannot leave its place', () => {
    const { tokenUrl } = presetPatch(entra, { tenant: 'a/../b?c#d' }, emptyDataSource);
    expect(tokenUrl).toBe('https://login.microsoftonline.com/a%2F..%2Fb%3Fc%23d/oauth2/v2.0/token');
  });
});

test('missingInputs names what is still to be typed', () => {
  const labels = (inputs: Record<string, string>) => missingInputs(entra, inputs).map(({ label }) => label);
  expect(labels({})).toEqual(['Tenant ID']);
  expect(labels({ tenant: '  ' })).toEqual(['Tenant ID']);
  expect(labels({ tenant: 'contoso' })).toEqual([]);
});

describe('the habits of a provider', () => {
  const zoho: Preset = {
    ...entra,
    authentication: {
      ...entra.authentication,
      scopeSeparator: ',',
      authorizeParameters: [{ name: 'access_type', value: 'offline' }],
      tokenHeader: { name: 'Authorization', prefix: 'Zoho-oauthtoken ' },
      clientAuthentication: 'client_secret_basic',
      assumedLifetime: 3600,
    },
    errorSelector: '$.code',
  };

  test('are filled in', () => {
    expect(presetPatch(zoho, { tenant: 't' }, emptyDataSource)).toMatchObject({
      scopeSeparator: ',',
      authorizeParameters: [{ name: 'access_type', value: 'offline' }],
      tokenPrefix: 'Zoho-oauthtoken ',
      clientAuthentication: 'client_secret_basic',
      assumedLifetime: '3600',
      errorSelector: '$.code',
    });
  });

  test('give way to the usual ones with the next provider', () => {
    const before = { ...emptyDataSource, ...presetPatch(zoho, { tenant: 't' }, emptyDataSource) };
    expect(presetPatch(entra, { tenant: 't' }, before)).toMatchObject({
      scopeSeparator: ' ',
      authorizeParameters: [],
      tokenPrefix: 'Bearer ',
      clientAuthentication: 'client_secret_post',
      assumedLifetime: '',
    });
  });
});

test('a host may be typed as an address', () => {
  const authentication = { ...entra.authentication, tokenUrl: 'https://{tenant}/token' };
  const preset: Preset = { ...entra, authentication };
  const { tokenUrl } = presetPatch(preset, { tenant: 'https://company.example/' }, emptyDataSource);
  expect(tokenUrl).toBe('https://company.example/token');
});

describe('a new data source of a provider', () => {
  const sql: Preset = {
    ...entra,
    inputs: [
      { name: 'host', label: 'Host', placeholder: '' },
      { name: 'statement', label: 'Statement', placeholder: '', initial: 'SELECT 1', isLong: true },
    ],
    authentication: { type: 'api-key', placement: 'header', name: 'X-Key', prefix: '' },
    request: {
      method: 'POST',
      url: 'https://{host}:8443/{list}',
      parameters: [],
      headers: [],
      body: { kind: 'json', text: '{"statement": "{statement}"}' },
    },
    variables: [{ name: 'list', defaultValue: 'statements' }],
  };
  const values = { ...emptyDataSource, ...presetStart(sql, { host: 'a.example' }) };

  test('is named, has the way to prove oneself, the variables, and the initial values of its inputs', () => {
    expect(values).toMatchObject({
      name: 'Microsoft Entra ID',
      authenticationType: 'api-key',
      keyName: 'X-Key',
      url: 'https://a.example:8443/{list}',
      variables: { list: { defaultValue: 'statements' } },
      body: { kind: 'json', json: '{"statement": "SELECT 1"}' },
    });
  });

  test('follows its inputs, and leaves alone what was changed by hand', () => {
    const [former, next] = [{ host: 'a.example' }, { host: 'b.example', statement: 'SELECT "{x}"' }];
    const changed = { ...values, url: 'https://mine.example/' };
    expect(refill(sql, { former, next }, values)).toMatchObject({ url: 'https://b.example:8443/{list}' });
    const patch = refill(sql, { former, next }, changed);
    expect(patch).not.toHaveProperty('url');
    expect(patch).not.toHaveProperty('parameters');
    expect(patch.body?.json).toBe('{"statement": "SELECT \\"{{x}}\\""}');
  });
});
