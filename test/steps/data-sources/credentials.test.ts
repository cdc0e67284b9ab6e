import type { DataSourceForm } from '../../../src/shared/contract';
import { chooseSecrets, secretErrors } from '../../../src/data-sources/choose-secrets';
import { forgetSecret, listSecrets, storeSecrets, withReceivers } from '../../../src/data-sources/credentials';
import type { Credentials } from '../../../src/data-sources/data-source';
import { neededSecrets } from '../../../src/data-sources/needed-secrets';
import { receiversOf } from '../../../src/data-sources/receivers';
import { directoryForm, formWith, oauth2, requestOf } from '../../support/data-source-forms';
import { memoryServices } from '../../support/memory';
import { tokenServer } from '../../support/token-server';

const typed = { clientSecret: 'client-secret-value' };

async function stored(form: DataSourceForm = directoryForm()) {
  const services = memoryServices();
  const credentials = await storeSecrets('owner', form.settings, form.secrets as Record<string, string>, services);
  return { services, credentials };
}

const errorsOf = (form: DataSourceForm, credentials: Credentials | undefined) =>
  secretErrors({ ...form, secrets: {} }, [credentials]);

test('stored secrets go with the settings they were typed for', async () => {
  const { credentials } = await stored();
  expect(errorsOf(directoryForm(), credentials)).toEqual([]);
  expect(errorsOf(directoryForm({ name: 'Other', oauth2: { scopes: 'x' } }), credentials)).toEqual([]);
  expect(errorsOf(directoryForm({ oauth2: { revokeUrl: '' } }), credentials)).toEqual([]);
});

const elsewhere = requestOf({ url: 'https://evil.example.net/v1.0/users' });
const secretHeader = { name: 'X-Key', value: '', secret: true };

test.each([
  { name: 'another API origin', changes: { request: elsewhere }, says: 'evil.example.net' },
  {
    name: 'another port',
    changes: { oauth2: { tokenUrl: 'https://login.example.com:8443/token' } },
    says: 'login.example.com:8443',
  },
  {
    name: 'another token host',
    changes: { oauth2: { tokenUrl: 'https://evil.example.net/token' } },
    says: 'evil.example.net',
  },
  {
    name: 'another revoke host',
    changes: { oauth2: { revokeUrl: 'https://evil.example.net/revoke' } },
    says: 'evil.example.net',
  },
  {
    name: 'another tenant of the token host',
    changes: { oauth2: { tokenUrl: `${tokenServer}/other-tenant/token` } },
    says: 'this Token URL',
  },
  {
    name: 'another path for revoking',
    changes: { oauth2: { revokeUrl: `${tokenServer}/collect` } },
    says: 'this Revoke URL',
  },
  {
    name: 'a Token URL on the host of the API',
    changes: { oauth2: { tokenUrl: 'https://api.example.com/collect' } },
    says: 'api.example.com',
  },
  {
    name: 'a Revoke URL on the host of the API',
    changes: { oauth2: { revokeUrl: 'https://api.example.com/collect' } },
    says: 'api.example.com',
  },
  {
    name: 'an API on the host of the tokens',
    changes: { request: requestOf({ url: `${tokenServer}/collect` }) },
    says: 'login.example.com',
  },
  {
    name: 'endpoints that have changed places',
    changes: { oauth2: { tokenUrl: oauth2.revokeUrl, revokeUrl: oauth2.tokenUrl } },
    says: 'this Token URL',
  },
  { name: 'another client', changes: { oauth2: { clientId: 'client-2' } }, says: 'Client ID' },
])('$name demands that the secret is typed again', async ({ changes, says }) => {
  const { credentials } = await stored();
  expect(errorsOf(directoryForm(changes), credentials)).toEqual([
    { path: 'secrets.clientSecret', message: expect.stringContaining(says) as string },
  ]);
});

test('a Revoke URL that there was none of demands it as well', async () => {
  const { credentials } = await stored(directoryForm({ oauth2: { revokeUrl: '' } }));
  expect(errorsOf(directoryForm(), credentials)).toEqual([
    { path: 'secrets.clientSecret', message: 'Enter the Client Secret again: it was not entered for this Revoke URL.' },
  ]);
});

test('a secret header stays with the API, whatever becomes of the token endpoint and the client', async () => {
  const request = requestOf({ headers: [secretHeader] });
  const { credentials } = await stored(
    directoryForm({ request }, { secrets: { ...typed, 'header.x-key': 'the key' } }),
  );
  const moved = { tokenUrl: 'https://login.example.net/token', revokeUrl: '', clientId: 'client-2' };
  expect(errorsOf(directoryForm({ request, oauth2: moved }), credentials).map(({ path }) => path)).toEqual([
    'secrets.clientSecret',
  ]);
  const api = requestOf({ url: `${tokenServer}/v1.0/users`, headers: [secretHeader] });
  expect(errorsOf(directoryForm({ request: api }), credentials).map(({ path }) => path)).toEqual([
    'secrets.clientSecret',
    'secrets.header.x-key',
  ]);
});

test('another authentication demands that even a secret header is typed again', async () => {
  const request = requestOf({ headers: [secretHeader] });
  const secrets = { ...typed, 'header.x-key': 'the key' };
  const { credentials } = await stored(directoryForm({ request }, { secrets }));
  const open = directoryForm({ request, authentication: { type: 'none' } });
  expect(errorsOf(open, credentials)).toEqual([
    { path: 'secrets.header.x-key', message: expect.stringContaining('authentication was changed') as string },
  ]);
});

test('a data source without a stored secret needs one', () => {
  expect(errorsOf(directoryForm(), undefined)).toEqual([
    { path: 'secrets.clientSecret', message: 'Enter the Client Secret.' },
  ]);
});

test.each<[string, DataSourceForm, string[]]>([
  ['none', formWith({ type: 'none' }, {}), []],
  ['basic', formWith({ type: 'basic', username: 'ada' }, {}), ['password']],
  ['bearer', formWith({ type: 'bearer' }, {}), ['token']],
  ['an API key', formWith({ type: 'api-key', placement: 'query', name: 'key', prefix: '' }, {}), ['apiKey']],
  ['a custom header', formWith({ type: 'custom-header', name: 'X-Auth' }, {}), ['headerValue']],
  ['OAuth 2', directoryForm(), ['clientSecret']],
  ['OAuth 2 without a secret', directoryForm({ oauth2: { clientAuthentication: 'none' } }), []],
  [
    'OAuth 2 with a secret parameter',
    directoryForm({ oauth2: { tokenParameters: [{ name: 'pin', value: '', secret: true }] } }),
    ['clientSecret', 'tokenParameter.pin'],
  ],
  [
    'secret headers',
    formWith(
      { type: 'none' },
      {},
      { request: requestOf({ headers: [secretHeader, { ...secretHeader, name: 'x-key' }] }) },
    ),
    ['header.x-key'],
  ],
])('the secrets of %s', (_name, { settings }, names) => {
  expect(neededSecrets(settings).map(({ name }) => name)).toEqual(names);
});

test.each<[string, DataSourceForm, string]>([
  ['a token with a line break', formWith({ type: 'bearer' }, { token: 'abc\ndef' }), 'secrets.token'],
  [
    'a key with a letter that no header has',
    formWith({ type: 'custom-header', name: 'X' }, { headerValue: 'schlüssel' }),
    'secrets.headerValue',
  ],
  [
    'a secret header with a control character',
    formWith({ type: 'none' }, { 'header.x-key': 'a\u0007b' }, { request: requestOf({ headers: [secretHeader] }) }),
    'secrets.header.x-key',
  ],
  [
    'a password with a line break inside',
    formWith({ type: 'basic', username: 'a' }, { password: 'a\nb' }),
    'secrets.password',
  ],
])('%s is refused, and not repeated in the refusal', (_name, form, path) => {
  const [error] = secretErrors(form, []);
  expect(error?.path).toBe(path);
  expect(error?.message).not.toContain(Object.values(form.secrets)[0]);
});

test('a password keeps the blanks at its ends and loses the line break that copying brought', async () => {
  const form = formWith({ type: 'basic', username: 'ada' }, { password: ' pass word \n' });
  const { values } = await chooseSecrets(form, [], memoryServices().secrets);
  expect(values).toEqual({ password: ' pass word ' });
});

test('what was typed is used, and the rest as it is stored', async () => {
  const request = requestOf({ headers: [secretHeader] });
  const { services, credentials } = await stored(
    directoryForm({ request }, { secrets: { ...typed, 'header.x-key': 'old key' } }),
  );
  const form = directoryForm({ request }, { secrets: { 'header.x-key': 'new key' } });
  const { values, record } = await chooseSecrets(form, [credentials], services.secrets);
  expect(values).toEqual({ ...typed, 'header.x-key': 'new key' });
  expect(record).toBeUndefined();
});

test('a record that holds a secret too many is not used as it is, so a header unmarked is forgotten', async () => {
  const request = requestOf({ headers: [secretHeader] });
  const { services, credentials } = await stored(
    directoryForm({ request }, { secrets: { ...typed, 'header.x-key': 'the key' } }),
  );
  const whole = await chooseSecrets(directoryForm({ request }, {}), [credentials], services.secrets);
  expect(whole.record).toEqual(credentials);
  const open = requestOf({ headers: [{ ...secretHeader, secret: false, value: 'typed anew' }] });
  const without = await chooseSecrets(directoryForm({ request: open }, {}), [credentials], services.secrets);
  expect(without).toEqual({ values: typed, record: undefined });
});

test('a pointer that claims more than the secret record does not widen where it may go', async () => {
  const { services, credentials } = await stored();
  const foreign = directoryForm({ oauth2: { tokenUrl: 'https://evil.example.net/token' } }, {});
  const origins = [...credentials.origins, 'https://evil.example.net'];
  const widened = { ...credentials, origins, receivers: receiversOf(foreign.settings) };
  await expect(chooseSecrets(foreign, [widened], services.secrets)).rejects.toMatchObject({ code: 'forbidden' });
});

describe('secrets that were stored before their receivers had roles', () => {
  async function older() {
    const { services, credentials } = await stored();
    const { names: _names, receivers: _receivers, ...pointer } = credentials;
    const { secretKey, ...binding } = pointer;
    services.memory.secret.set(secretKey, { clientSecret: 'older secret', ...binding });
    return { services, pointer };
  }

  test('go with the settings that they were saved with', async () => {
    const { services, pointer } = await older();
    const { settings } = directoryForm();
    const { values, record } = await chooseSecrets(
      { settings, secrets: {} },
      [withReceivers(pointer, settings)],
      services.secrets,
    );
    expect(values).toEqual({ clientSecret: 'older secret' });
    expect(record?.receivers).toEqual(receiversOf(settings));
  });

  test('do not go to another path of a host that they were stored for', async () => {
    const { pointer } = await older();
    const moved = directoryForm({ oauth2: { tokenUrl: `${tokenServer}/collect` } });
    const known = withReceivers(pointer, directoryForm().settings);
    expect(errorsOf(moved, known)).toMatchObject([{ path: 'secrets.clientSecret' }]);
  });

  test('go nowhere with settings that name a host they were not stored for', async () => {
    const { services, pointer } = await older();
    const moved = directoryForm({ oauth2: { tokenUrl: 'https://evil.example.net/token' } }, {});
    const claimed = withReceivers(pointer, moved.settings);
    expect(errorsOf(moved, claimed)).toMatchObject([{ path: 'secrets.clientSecret' }]);
    const forged = { ...pointer, receivers: receiversOf(moved.settings) };
    await expect(chooseSecrets(moved, [forged], services.secrets)).rejects.toMatchObject({ code: 'forbidden' });
  });
});

test('every stored secret is named in the index until it is forgotten', async () => {
  const { services, credentials } = await stored();
  expect(await listSecrets(services.storage)).toEqual([
    { ownerId: 'owner', at: services.now(), secretKey: credentials.secretKey },
  ]);
  await forgetSecret(credentials.secretKey, services);
  expect([services.memory.open.size, services.memory.secret.size]).toEqual([0, 0]);
});
