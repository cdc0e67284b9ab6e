import {
  emptyDataSource,
  fromSettings,
  secretsOf,
  toSettings,
  type DataSourceValues,
} from '../../../../../../static/admin/form-model/data-source/data-source-values';
import { openCredentials, withSecretsKept } from '../../../../../../static/admin/form-model/data-source/placed-secrets';
import { newRow } from '../../../../../../static/admin/form-model/named-rows';

const form = (changes: Partial<DataSourceValues>): DataSourceValues => ({ ...emptyDataSource, ...changes });
const kept = (values: DataSourceValues, taken: string[] = []) => ({ ...values, ...withSecretsKept(values, taken) });

test.each([
  ['https://fn.example.net/api/report?code=Zm9vYmFyMTIz&top=5', 'https://fn.example.net/api/report?top=5', 'code'],
  ['https://fn.example.net/{name}?sig=a%2Fb1%3D#part', 'https://fn.example.net/{name}#part', 'sig'],
])('a credential in the URL %s is offered, and becomes a secret parameter', (url, rest, name) => {
  const values = form({ url });
  expect(openCredentials(values)).toEqual([name]);
  const { request } = toSettings(kept(values));
  expect(request.url).toBe(rest);
  expect(request.parameters).toEqual([{ name, value: `{secret.${name}}` }]);
  expect(Object.values(secretsOf(kept(values)))).toEqual([new URL(url).searchParams.get(name)]);
});

test('credentials among parameters and form fields are offered, what is a secret or a variable already is not', () => {
  const values = form({
    method: 'POST',
    url: 'https://api.example.com/items?token={token}',
    parameters: [newRow('api_key', 'abc'), newRow('api-key', '{secret.other}'), newRow('limit', '5')],
    body: { ...emptyDataSource.body, kind: 'form', fields: [newRow('password', 'x'), newRow('user', 'me')] },
  });
  expect(openCredentials(values)).toEqual(['api_key', 'password']);
  const after = kept(values, ['secret.api_key']);
  expect(secretsOf(after)).toEqual({ 'secret.api_key_2': 'abc', 'secret.password': 'x' });
  expect(after.url).toBe(values.url);
  expect(openCredentials(after)).toEqual([]);
});

test('what was typed for a secret is sent only while the request has a place for it', () => {
  const values = form({
    url: 'https://api.example.com',
    parameters: [newRow('key', '{secret.key}'), newRow('other', '{{secret.no}}')],
    placedSecrets: { 'secret.key': 'a', 'secret.gone': 'b', 'secret.no': 'c' },
  });
  expect(secretsOf(values)).toEqual({ 'secret.key': 'a' });
  expect(secretsOf(fromSettings(toSettings(values)))).toEqual({});
});
