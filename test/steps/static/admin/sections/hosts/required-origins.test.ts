import type { DataSourceSettings } from '../../../../../../src/shared/contract';
import { emptyDataSource, toSettings } from '../../../../../../static/admin/form-model/data-source/data-source-values';
import { hostName, requiredOrigins } from '../../../../../../static/admin/sections/hosts/required-origins';

function settings(url: string, oauth2?: { tokenUrl: string; revokeUrl: string }): DataSourceSettings {
  const values = { ...emptyDataSource, name: 'Directory', url };
  return toSettings(
    oauth2 ? { ...values, ...oauth2, authenticationType: 'oauth2', authUrl: 'https://login.example/a' } : values,
  );
}

const tokenUrl = 'https://token.example/oauth2/token';

describe('requiredOrigins', () => {
  test('names the API alone where nobody signs in', () => {
    expect(requiredOrigins(settings('https://api.example/v1/users?x=1'))).toEqual(['https://api.example']);
  });

  test('names API, token and revoke endpoint, and not the Auth URL', () => {
    const revokeUrl = 'https://revoke.example:8443/r';
    expect(requiredOrigins(settings('https://api.example/v1', { tokenUrl, revokeUrl }))).toEqual([
      'https://api.example',
      'https://token.example',
      'https://revoke.example:8443',
    ]);
  });

  test('names the origin of a URL with variables below it', () => {
    expect(requiredOrigins(settings('https://api.example/{region}/users'))).toEqual(['https://api.example']);
  });

  test('names an origin once', () => {
    expect(requiredOrigins(settings('https://token.example/api', { tokenUrl, revokeUrl: '' }))).toEqual([
      'https://token.example',
    ]);
  });

  test.each(['', 'graph', 'ftp://files.example/x', 'https://', 'mailto:a@example.com'])(
    'leaves out %j, which names no host',
    (url) => {
      expect(requiredOrigins(settings(url))).toEqual([]);
    },
  );
});

test('hostName leaves out https and the usual port, and keeps any other', () => {
  expect(hostName('https://api.example')).toBe('api.example');
  expect(hostName('https://api.example:8443')).toBe('api.example:8443');
  expect(hostName('http://localhost:4100')).toBe('http://localhost:4100');
});
