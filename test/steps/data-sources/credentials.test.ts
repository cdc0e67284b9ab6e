import { bindingError, forgetSecret, listSecrets, storeSecret } from '../../../src/data-sources/credentials';
import { directoryForm } from '../../support/data-source-forms';
import { memoryServices } from '../../support/memory';

async function stored() {
  const services = memoryServices();
  return {
    services,
    credentials: await storeSecret('owner', directoryForm().settings, 'client-secret-value', services),
  };
}

test('a stored secret goes with the settings it was typed for', async () => {
  const { credentials } = await stored();
  expect(bindingError(credentials, directoryForm().settings)).toBeUndefined();
  expect(bindingError(credentials, directoryForm({ name: 'Other', oauth2: { scopes: 'x' } }).settings)).toBeUndefined();
  expect(bindingError(credentials, directoryForm({ oauth2: { revokeUrl: '' } }).settings)).toBeUndefined();
});

const elsewhere = { method: 'GET' as const, url: 'https://evil.example.net/v1.0/users', parameters: [] };

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
  { name: 'another client', changes: { oauth2: { clientId: 'client-2' } }, says: 'Client ID' },
  {
    name: 'another authentication',
    changes: { authentication: { type: 'none' as const } },
    says: 'authentication was changed',
  },
])('$name demands that the secret is typed again', async ({ changes, says }) => {
  const { credentials } = await stored();
  expect(bindingError(credentials, directoryForm(changes).settings)).toEqual({
    path: 'secrets.clientSecret',
    message: expect.stringContaining(says) as string,
  });
});

test('a data source without a stored secret needs one', () => {
  expect(bindingError(undefined, directoryForm().settings)?.message).toBe('Enter the Client Secret.');
});

test('every stored secret is named in the index until it is forgotten', async () => {
  const { services, credentials } = await stored();
  expect(await listSecrets(services.storage)).toEqual([
    { ownerId: 'owner', at: services.now(), secretKey: credentials.secretKey },
  ]);
  await forgetSecret(credentials.secretKey, services);
  expect([services.memory.open.size, services.memory.secret.size]).toEqual([0, 0]);
});
