import { authenticationSecrets, checkAuthentication, signedRequest } from '../../../src/authentication/registry';
import type { BasicAuthentication } from '../../../src/shared/contract';

const target = { method: 'GET' as const, url: new URL('https://api.example.com/') };
const values = { username: 'key-1', password: 'word-1' };

test.each<[string, Omit<BasicAuthentication, 'type'>, string[], string]>([
  ['name and password', { username: 'ada' }, ['password'], 'ada:word-1'],
  ['a name that is a key', { username: '', secretUsername: true }, ['username', 'password'], 'key-1:word-1'],
  ['a key as name alone', { username: '', blank: 'password', secretUsername: true }, ['username'], 'key-1:'],
  ['a name alone, in the open', { username: 'ada', blank: 'password' }, [], 'ada:'],
  ['a password alone', { username: '', blank: 'username' }, ['password'], ':word-1'],
])('%s', (_name, settings, secrets, sent) => {
  const authentication: BasicAuthentication = { type: 'basic', ...settings };
  expect(checkAuthentication(authentication, { loopbackAllowed: false })).toEqual([]);
  const needed = authenticationSecrets(authentication).map(({ name }) => name);
  expect(needed).toEqual(secrets);
  const known = Object.fromEntries(Object.entries(values).filter(([name]) => needed.includes(name)));
  const { headers } = signedRequest(authentication, known, target);
  expect(headers).toEqual({ authorization: `Basic ${Buffer.from(sent).toString('base64')}` });
});

test.each<[string, Omit<BasicAuthentication, 'type'>]>([
  ['no name at all', { username: '' }],
  ['a secret name that also stands in the open', { username: 'key-1', secretUsername: true }],
  ['a name beside a password alone', { username: 'ada', blank: 'username' }],
])('%s is refused', (_name, settings) => {
  const found = checkAuthentication({ type: 'basic', ...settings }, { loopbackAllowed: false });
  expect(found).toMatchObject([{ path: 'authentication.username' }]);
});
