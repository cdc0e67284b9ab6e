import type { Preset } from '../../../../src/contract';
import { missesOfflineAccess, withOfflineAccess } from '../../../../static/admin/authentication/offline-access';
import { missingInputs, presetOf, presetPatch } from '../../../../static/admin/authentication/presets';
import { emptyDataSource } from '../../../../static/admin/data-source/form-values';

const entra: Preset = {
  key: 'entra',
  title: 'Microsoft Entra ID',
  inputs: [{ name: 'tenant', label: 'Tenant ID', placeholder: '' }],
  authUrl: 'https://login.microsoftonline.com/{tenant}/oauth2/v2.0/authorize',
  tokenUrl: 'https://login.microsoftonline.com/{tenant}/oauth2/v2.0/token',
  revokeUrl: '',
  scopes: 'User.Read.All offline_access',
  request: {
    method: 'GET',
    url: 'https://graph.microsoft.com/v1.0/users',
    parameters: [{ name: '$top', value: '999' }],
  },
  pagination: 'odata-next-link',
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
      pagination: 'odata-next-link',
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
  expect(missingInputs(entra, {})).toEqual(['Tenant ID']);
  expect(missingInputs(entra, { tenant: '  ' })).toEqual(['Tenant ID']);
  expect(missingInputs(entra, { tenant: 'contoso' })).toEqual([]);
});

test('presetOf recognises a provider by the host of its token URL', () => {
  expect(presetOf({ tokenUrl: 'https://login.microsoftonline.com/x/oauth2/v2.0/token' }, [entra])).toBe(entra);
  expect(presetOf({ tokenUrl: 'https://login.example/token' }, [entra])).toBeUndefined();
  expect(presetOf({ tokenUrl: '' }, [entra])).toBeUndefined();
});

describe('offline_access', () => {
  const entraUrls = { authUrl: 'https://login.microsoftonline.com/t/oauth2/v2.0/authorize', tokenUrl: '' };

  test.each([
    [{ ...entraUrls, scopes: 'User.Read.All' }, true],
    [{ ...entraUrls, scopes: '' }, true],
    [{ ...entraUrls, scopes: 'User.Read.All  offline_access' }, false],
    [{ ...entraUrls, scopes: 'not_offline_access_at_all' }, true],
    [{ authUrl: '', tokenUrl: 'http://localhost:4100/t/oauth2/v2.0/token', scopes: 'a' }, true],
    [{ authUrl: 'https://github.com/login/oauth/authorize', tokenUrl: '', scopes: 'repo' }, false],
    [{ authUrl: 'no url', tokenUrl: '', scopes: '' }, false],
  ])('is missed by %j: %s', (endpoints, expected) => {
    expect(missesOfflineAccess(endpoints)).toBe(expected);
  });

  test('is added behind the scopes that are there', () => {
    expect(withOfflineAccess(' User.Read.All ')).toBe('User.Read.All offline_access');
    expect(withOfflineAccess('')).toBe('offline_access');
  });
});
