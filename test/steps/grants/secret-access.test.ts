import type { Authentication, DataSourceForm } from '../../../src/shared/contract';
import type { RequestCredentials } from '../../../src/authentication/request-credentials';
import { authorize } from '../../../src/grants/authorize';
import { authorizeForm } from '../../../src/grants/authorize-form';
import { testDataSource } from '../../../src/editing/trial/test-data-source';
import { saveDataSource } from '../../../src/editing/save-data-source';
import { urlWithCredentials } from '../../../src/panel/read/sent';
import { secretMark } from '../../../src/placeholders/secret-marks';
import { viewOf } from '../../../src/resolvers/data-source-view';
import { redacted } from '../../../src/resolvers/reply';
import { directoryForm, formWith, requestOf } from '../../support/data-source-forms';
import { memoryServices } from '../../support/memory';
import { json, memoryUpstream } from '../../support/memory-upstream';
import { usersUrl } from '../../support/panels';
import { ada, signIn } from '../../support/sign-in';
import { TokenServer } from '../../support/token-server';
import { sentWith } from '../../support/sent-with';

const request = requestOf({ headers: [{ name: 'X-Tenant', value: '', secret: true }] });

const key = (placement: 'header' | 'query', prefix = ''): Authentication => ({
  ...{ type: 'api-key', placement, prefix },
  name: 'X-Key',
});

const placing = requestOf({
  method: 'POST',
  parameters: [{ name: 'k', value: '{secret.key}' }],
  body: { kind: 'json', text: '{"pin": "{secret.PIN}"}' },
});

const kinds: [string, DataSourceForm, RequestCredentials][] = [
  [
    'basic, in UTF-8',
    formWith({ type: 'basic', username: 'ada' }, { password: 'pässword' }),
    { headers: { authorization: `Basic ${Buffer.from('ada:pässword').toString('base64')}` } },
  ],
  [
    'digest, before there is a challenge',
    formWith({ type: 'digest', username: 'ada' }, { password: 'pässword' }),
    { headers: {} },
  ],
  ['bearer', formWith({ type: 'bearer' }, { token: 'the-token' }), { headers: { authorization: 'Bearer the-token' } }],
  ['a key in a header', formWith(key('header'), { apiKey: 'the-key' }), { headers: { 'x-key': 'the-key' } }],
  [
    'a key behind the name of a scheme',
    formWith(key('header', 'SSWS'), { apiKey: 'the-key' }),
    { headers: { 'x-key': 'SSWS the-key' } },
  ],
  [
    'a key behind a prefix of its own',
    formWith(key('header', 'Token token='), { apiKey: 'the-key' }),
    { headers: { 'x-key': 'Token token=the-key' } },
  ],
  [
    'a key in the query',
    formWith(key('query'), { apiKey: 'the key' }),
    { headers: {}, parameters: { 'X-Key': 'the key' } },
  ],
  [
    'a custom header',
    formWith({ type: 'custom-header', name: 'X-Auth' }, { headerValue: 'a b c' }),
    { headers: { 'x-auth': 'a b c' } },
  ],
  [
    'a secret header alone',
    formWith({ type: 'none' }, { 'header.x-tenant': 'acme' }, { request }),
    { headers: { 'x-tenant': 'acme' } },
  ],
  [
    'a key and a secret header',
    formWith(key('query'), { apiKey: 'the-key', 'header.x-tenant': 'acme' }, { request }),
    { headers: { 'x-tenant': 'acme' }, parameters: { 'X-Key': 'the-key' } },
  ],
  [
    'secrets in the query and in the body',
    formWith({ type: 'none' }, { 'secret.PIN': 'the pin', 'secret.key': 'the-key' }, { request: placing }),
    { headers: {}, placed: { 'secret.PIN': 'the pin', 'secret.key': 'the-key' } },
  ],
];

test.each(kinds)('%s: before the save and after', async (_name, form, expected) => {
  const services = memoryServices();
  const unsaved = await authorizeForm(form, ada, services);
  expect(sentWith(await unsaved.headers())).toEqual(expected);
  expect(unsaved.origins).toEqual(['https://api.example.com']);
  const saved = await saveDataSource(form, ada, services);
  const access = await authorize(saved, services);
  const held = await access.headers();
  expect(sentWith(held)).toEqual(expected);
  expect(access.origins).toEqual(['https://api.example.com']);
  expect(await access.headersAfterRefusal(held, '')).toBeUndefined();
});

test.each(kinds)('%s: the secret is write-only, and masked where it is echoed', async (_name, form) => {
  const services = memoryServices();
  const saved = await saveDataSource(form, ada, services);
  const view = await viewOf(saved, services);
  expect(Object.keys(view.storedSecrets).sort()).toEqual(Object.keys(form.secrets).sort());
  const held = sentWith(await (await authorize(saved, services)).headers());
  const values = Object.values(form.secrets).map(String);
  const open = JSON.stringify([view, [...services.memory.open], [...services.memory.records('data-source')]]);
  for (const value of values) expect(open).not.toContain(value);
  const echoed = services.redactor.redact(JSON.stringify([held, values]));
  for (const value of [...values, ...Object.values(held.headers)]) expect(echoed).not.toContain(value);
});

test.each(kinds)('%s: a stored secret goes to no other origin', async (_name, form) => {
  const services = memoryServices();
  const saved = await saveDataSource(form, ada, services);
  const url = 'https://evil.example.net/steal';
  const settings = { ...saved.settings, request: { ...saved.settings.request, url } };
  const stolen = { id: saved.id, rev: saved.rev, settings, secrets: {} };
  const names = Object.keys(form.secrets).sort();
  const refusal = { code: 'invalid-input', details: { fields: names.map((name) => ({ path: `secrets.${name}` })) } };
  const sorted = (error: { details: { fields: { path: string }[] } }) =>
    error.details.fields.sort((a, b) => (a.path < b.path ? -1 : 1));
  for (const attempt of [authorizeForm(stolen, ada, services), saveDataSource(stolen, ada, services)]) {
    const error = (await attempt.catch((thrown: unknown) => thrown)) as Parameters<typeof sorted>[0];
    sorted(error);
    expect(error).toMatchObject(refusal);
  }
  const tampered = await authorize({ ...saved, settings }, services);
  await expect(tampered.headers()).rejects.toMatchObject({ code: 'forbidden' });
});

test('a secret typed for one way of authenticating does not serve another', async () => {
  const services = memoryServices();
  const saved = await saveDataSource(formWith({ type: 'bearer' }, { token: 'the-token' }), ada, services);
  const settings = { ...saved.settings, authentication: { type: 'custom-header' as const, name: 'X-Other' } };
  const form = { id: saved.id, rev: saved.rev, settings, secrets: {} };
  await expect(authorizeForm(form, ada, services)).rejects.toMatchObject({ code: 'invalid-input' });
  const tampered = await authorize({ ...saved, settings }, services);
  await expect(tampered.headers()).rejects.toMatchObject({ code: 'forbidden' });
});

test('a header unmarked as secret takes its stored value with it', async () => {
  const services = memoryServices();
  const saved = await saveDataSource(
    formWith({ type: 'none' }, { 'header.x-tenant': 'acme' }, { request }),
    ada,
    services,
  );
  const open = requestOf({ headers: [{ name: 'X-Tenant', value: 'in the open', secret: false }] });
  const edited = { id: saved.id, rev: saved.rev, settings: { ...saved.settings, request: open }, secrets: {} };
  const changed = await saveDataSource(edited, ada, services);
  expect(changed.credentials).toBeUndefined();
  expect([...services.memory.secret.keys()]).toEqual([]);
  const again = { ...edited, rev: changed.rev, settings: { ...saved.settings, request } };
  await expect(saveDataSource(again, ada, services)).rejects.toMatchObject({
    details: { fields: [{ path: 'secrets.header.x-tenant', message: 'Enter the value of the header X-Tenant.' }] },
  });
});

test('the badge says whether the secret is there', async () => {
  const services = memoryServices();
  const saved = await saveDataSource(formWith({ type: 'bearer' }, { token: 'the-token' }), ada, services);
  expect((await viewOf(saved, services)).badge).toEqual({ state: 'authenticated' });
  const { credentials: _gone, ...bare } = saved;
  expect((await viewOf(bare, services)).badge).toEqual({ state: 'not-authenticated', reason: 'Enter the token.' });
});

test('a secret header travels beside the access token, which wins over nothing', async () => {
  const server = new TokenServer();
  const services = memoryServices({ fetch: server.fetch });
  const secrets = { clientSecret: 'client-secret-value', 'header.x-tenant': 'acme' };
  const form = directoryForm({ request, oauth2: { tokenHeader: { name: 'X-Token', prefix: '' } } }, { secrets });
  const { draftId } = await signIn(form, server, services);
  const saved = await saveDataSource({ ...form, draftId }, ada, services);
  const access = await authorize(saved, services);
  expect(sentWith(await access.headers()).headers).toEqual({
    'x-token': expect.stringMatching(/^access-token-/) as string,
    'x-tenant': 'acme',
  });
  services.advance(120_000);
  const fresh = await access.headersAfterRefusal(await access.headers(), '');
  expect(sentWith(fresh!).headers['x-tenant']).toBe('acme');
});

test('secrets of the query and the body are put in where the request is sent, and shown nowhere', async () => {
  const upstream = memoryUpstream({
    [`${usersUrl}?k=k%2F1`]: () => json({ value: [{ echo: 'you sent 4-8-15-16-23 and k/1' }] }),
  });
  const services = memoryServices({ fetch: upstream.fetch });
  const form = formWith({ type: 'none' }, { 'secret.PIN': '4-8-15-16-23', 'secret.key': 'k/1' }, { request: placing });
  const report = redacted(await testDataSource(form, ada, services), services.redactor);
  expect(upstream.requests).toMatchObject([{ body: '{"pin": "4-8-15-16-23"}' }]);
  expect(report).toMatchObject({ status: 200, table: { totalRows: 1 } });
  expect(report.requests).toMatchObject([{ url: `${usersUrl}?k=[hidden]`, requestBody: '{"pin": "[hidden]"}' }]);
  expect(JSON.stringify(report)).not.toContain('4-8-15-16-23');
});

test('an API cannot have another secret sent by a link that names it', async () => {
  const services = memoryServices();
  const tenant = { name: 'X-Tenant', value: '', secret: true };
  const secrets = { 'secret.PIN': 'the pin', 'secret.key': 'the-key', 'header.x-tenant': 'acme' };
  const form = formWith({ type: 'none' }, secrets, { request: { ...placing, headers: [tenant] } });
  const held = await (await authorizeForm(form, ada, services)).headers();
  const url = urlWithCredentials(new URL(`${usersUrl}?a=${secretMark('header.x-tenant', 'query')}`), sentWith(held));
  expect(url.href).toBe(`${usersUrl}?a=`);
});
