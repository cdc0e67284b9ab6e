import { curlPatch } from '../../../../../../static/admin/sections/curl/curl-patch';
import { parseCurl } from '../../../../../../static/admin/sections/curl/parse-curl';
import {
  emptyDataSource,
  secretsOf,
  toSettings,
} from '../../../../../../static/admin/form-model/data-source/data-source-values';

function filled(command: string) {
  const { request } = parseCurl(command);
  if (!request) throw new Error('refused');
  const { patch, notes } = curlPatch(request);
  const values = { ...emptyDataSource, ...patch };
  return { settings: toSettings(values), secrets: secretsOf(values), notes };
}

test('every credential of the command goes into a secret and none into the settings', () => {
  const { settings, secrets, notes } = filled(
    "curl 'https://a.example/items?limit=5&sig=canary-1' -H 'Authorization: Bearer canary-2' -H 'X-Api-Key: canary-3' -b 'session=canary-4'",
  );
  expect(JSON.stringify(settings)).not.toContain('canary');
  expect(settings.authentication).toEqual({ type: 'bearer' });
  expect(secrets).toEqual({
    token: 'canary-2',
    'header.x-api-key': 'canary-3',
    'header.cookie': 'session=canary-4',
    'secret.sig': 'canary-1',
  });
  expect(settings.request.parameters).toEqual([
    { name: 'limit', value: '5' },
    { name: 'sig', value: '{secret.sig}' },
  ]);
  expect(notes.join(' ')).toContain('sig');
});

test.each([
  [
    "-d 'grant=x&user=me&password=canary-1&client_secret=canary-2'",
    {
      kind: 'form',
      fields: [
        { name: 'grant', value: 'x' },
        { name: 'user', value: 'me' },
        { name: 'password', value: '{secret.password}' },
        { name: 'client_secret', value: '{secret.client_secret}' },
      ],
    },
    { 'secret.password': 'canary-1', 'secret.client_secret': 'canary-2' },
  ],
  [
    `--json '{"auth": {"apiKey": "canary-1"}, "other": {"apiKey": "canary-2"}, "n": 1.50, "note": "{x y}"}'`,
    {
      kind: 'json',
      text: '{"auth": {"apiKey": "{secret.apiKey}"}, "other": {"apiKey": "{secret.apiKey_2}"}, "n": 1.50, "note": "{{x y}}"}',
    },
    { 'secret.apiKey': 'canary-1', 'secret.apiKey_2': 'canary-2' },
  ],
  [
    `--json '{"query": "query($accessToken: String!) { me(accessToken: $accessToken) { id } }", "variables": {"accessToken": "canary-1"}}'`,
    {
      kind: 'graphql',
      query: 'query($accessToken: String!) { me(accessToken: $accessToken) { id } }',
      variables: '{\n  "accessToken": "{secret.accessToken}"\n}',
    },
    { 'secret.accessToken': 'canary-1' },
  ],
])('a credential in the body %s becomes a secret', (data, body, secrets) => {
  const made = filled(`curl https://a.example/items ${data}`);
  expect(made.settings.request.body).toEqual(body);
  expect(made.secrets).toEqual(secrets);
  expect(made.settings.variables).toEqual([]);
});

test.each([
  ...['X-ApiToken', 'apitoken', 'authkey', 'SessionToken', 'apisecret', 'licenseKey', 'sharedSecret', 'X-Secret-Id'],
  ...['X-Authentication', 'X-TrackerToken', 'access_code', 'assertion', 'code', 'sas', 'appid', 'sig', 'api_key'],
])('%s is the name of a credential', (name) => {
  const { settings, secrets } = filled(`curl https://a.example/items -d '${name}=canary12' -u me:other`);
  expect(JSON.stringify(settings)).not.toContain('canary12');
  expect(Object.values(secrets)).toContain('canary12');
});

test.each(['code=DE', 'appid=440', 'turkey=12', 'keyword=canary12', 'tokens=5', 'author=me'])(
  '%s is no credential',
  (field) => {
    const { secrets } = filled(`curl https://a.example/items -d '${field}'`);
    expect(secrets).toEqual({});
  },
);

test.each([
  ["curl -u 'me:canary' https://a.example", { type: 'basic', username: 'me' }, { password: 'canary' }],
  ["curl --digest -u 'me:canary' https://a.example", { type: 'digest', username: 'me' }, { password: 'canary' }],
  [
    "curl -H 'X-Key: canary' https://a.example",
    { type: 'api-key', placement: 'header', name: 'X-Key', prefix: '' },
    { apiKey: 'canary' },
  ],
  [
    "curl -H 'Authorization: Token canary' https://a.example",
    { type: 'api-key', placement: 'header', name: 'Authorization', prefix: 'Token ' },
    { apiKey: 'canary' },
  ],
  [
    "curl -H 'X-Key: id:canary of=three' https://a.example",
    { type: 'custom-header', name: 'X-Key' },
    { headerValue: 'id:canary of=three' },
  ],
  [
    'curl "https://a.example/?api_key=canary"',
    { type: 'api-key', placement: 'query', name: 'api_key', prefix: '' },
    { apiKey: 'canary' },
  ],
])('%s becomes %j', (command, authentication, secrets) => {
  const made = filled(command);
  expect(made.settings.authentication).toEqual(authentication);
  expect(made.secrets).toEqual(secrets);
});

test('a command without credentials leaves the authentication as it is', () => {
  const { request } = parseCurl('curl https://a.example');
  expect(request && curlPatch(request).patch).not.toHaveProperty('authenticationType');
});

test('placeholders become variables, other braces stand for themselves', () => {
  const { settings } = filled(
    `curl 'https://a.example/{region}/items?q={x y}' --json '{"where":{"city":"{city}"},"note":"{not one}"}'`,
  );
  expect(settings.request).toMatchObject({
    method: 'POST',
    url: 'https://a.example/{region}/items',
    parameters: [{ name: 'q', value: '{{x y}}' }],
    body: { kind: 'json', text: '{"where":{"city":"{city}"},"note":"{{not one}}"}' },
  });
  expect(settings.variables.map(({ name }) => name)).toEqual(['region', 'city']);
});

test('a GraphQL command fills query and variables', () => {
  const { settings } = filled(
    `curl https://a.example/graphql --json '{"query":"{ users { name } }","variables":{"first":5}}'`,
  );
  expect(settings.request.body).toMatchObject({ kind: 'graphql', query: '{ users { name } }' });
});

test('a form keeps its fields in order', () => {
  const { settings } = filled('curl https://a.example -d a=1 -d b=2');
  expect(settings.request.body).toEqual({
    kind: 'form',
    fields: [
      { name: 'a', value: '1' },
      { name: 'b', value: '2' },
    ],
  });
});
