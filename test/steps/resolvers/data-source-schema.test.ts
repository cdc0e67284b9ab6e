import { completeSettings } from '../../../src/data-sources/default-settings';
import { connectionFingerprint } from '../../../src/data-sources/connection';
import type { DataSourceSettings } from '../../../src/shared/contract';
import { dataSourceFormSchema, settingsSchema } from '../../../src/resolvers/data-source-schema';
import { lintedFormSchema } from '../../../src/resolvers/lint-form';
import { validate } from '../../../src/resolvers/validate';
import { directorySettings, oauth2 } from '../../support/data-source-forms';

/** As forms and records were before headers, bodies, variables and the further settings of OAuth 2 existed. */
const older = {
  name: 'Directory',
  request: { method: 'GET', url: directorySettings.request.url, parameters: [{ name: '$top', value: '999' }] },
  authentication: {
    type: 'oauth2',
    grantType: 'authorization_code',
    clientId: oauth2.clientId,
    authUrl: oauth2.authUrl,
    tokenUrl: oauth2.tokenUrl,
    revokeUrl: oauth2.revokeUrl,
    scopes: oauth2.scopes,
  },
  pagination: { style: 'odata-next-link' },
  allowedSpaces: { mode: 'all' },
};

test('an older form gets the defaults of what it does not say', () => {
  expect(validate(settingsSchema, older)).toEqual(directorySettings);
});

test('a stored record of older versions is completed in the same way', () => {
  expect(completeSettings(older as unknown as DataSourceSettings)).toEqual(directorySettings);
});

test('what was won before the further settings existed is still of the same connection', () => {
  const before = '97b72966a9eb69b537b4cdd278e31e5b92173d57be0c77f9f9f01b9eb7e21aca';
  expect(connectionFingerprint(completeSettings(older as unknown as DataSourceSettings))).toBe(before);
});

test('settings come through unchanged', () => {
  expect(validate(settingsSchema, directorySettings)).toEqual(directorySettings);
});

const form = (secrets: unknown) => ({ settings: directorySettings, secrets });

test.each([
  ['the secrets of every type', { clientSecret: 'a', password: 'b', token: 'c', apiKey: 'd', headerValue: 'e' }],
  ['a secret header', { 'header.x-api-key': 'a' }],
  ['a secret token parameter', { 'tokenParameter.client_assertion-1.x': 'a' }],
])('%s is taken', (_name, secrets) => {
  expect(validate(dataSourceFormSchema, form(secrets)).secrets).toEqual(secrets);
});

test.each([
  ['a secret of no known name', { other: 'a' }],
  ['a header in capitals', { 'header.X-Key': 'a' }],
  ['a header with a line break', { 'header.x\r\ny': 'a' }],
  ['an endless secret', { token: 'x'.repeat(4001) }],
  ['too many secrets', Object.fromEntries(Array.from({ length: 61 }, (_each, index) => [`header.x${index}`, 'a']))],
  ['a list', ['a']],
])('%s is refused', (_name, secrets) => {
  expect(() => validate(dataSourceFormSchema, form(secrets))).toThrow(
    expect.objectContaining({ code: 'invalid-input' }) as Error,
  );
});

test.each([
  ['nothing yet', { name: '', request: { url: '' }, authentication: { type: 'oauth2' } }],
  ['half a number', { request: { url: 'https:/' }, authentication: { ...oauth2, assumedLifetime: null } }],
  ['a broken page size', { ...directorySettings, pagination: { style: 'offset-limit', pageSize: null } }],
])('the lint takes a form with %s', (_name, settings) => {
  expect(validate(lintedFormSchema, { settings, secrets: {}, callbackCopied: true }).callbackCopied).toBe(true);
});
