import type { DataSource } from '../../../src/data-sources/data-source';
import { authorize } from '../../../src/grants/authorize';
import { grantId, type Grant } from '../../../src/grants/grant';
import { saveDataSource } from '../../../src/editing/save-data-source';
import { newId } from '../../../src/ids';
import type { StoredAccount } from '../../../src/ports';
import { lastUpkeep, runUpkeep } from '../../../src/resolvers/upkeep';
import { viewOf } from '../../../src/resolvers/data-source-view';
import { clientCredentials, directoryForm, formWith } from '../../support/data-source-forms';
import { memoryServices } from '../../support/memory';
import { panel, panelSettings } from '../../support/panels';
import { ada, bob, signIn } from '../../support/sign-in';
import { json, TokenServer } from '../../support/token-server';
import { sentWith } from '../../support/sent-with';

const day = 24 * 3_600_000;

async function connected(changes: Parameters<typeof directoryForm>[0] = {}) {
  const server = new TokenServer();
  const services = memoryServices({ fetch: server.fetch });
  const form = directoryForm(changes);
  const { draftId } = await signIn(form, server, services);
  const saved = await saveDataSource({ ...form, draftId }, ada, services);
  const grant = () => services.memory.records('grant').get(grantId(saved.id)) as Grant;
  const sentences = async () => (await lastUpkeep(services.storage))?.sentences.join(' ') ?? '';
  return { server, services, saved, grant, sentences };
}

test('a grant that nobody used for two weeks is refreshed, and the job says so', async () => {
  const { server, services, saved, sentences } = await connected();
  services.advance(13 * day);
  await runUpkeep(services);
  expect(server.count('refresh_token')).toBe(0);
  services.advance(day);
  await runUpkeep(services);
  expect(server.count('refresh_token')).toBe(1);
  expect(await sentences()).toContain('Refreshed 1 sign-in that had been unused for a long time.');
  expect((await viewOf(saved, services)).badge).toMatchObject({
    state: 'authenticated',
    lastRefreshAt: services.now(),
  });
  await runUpkeep(services);
  expect(server.count('refresh_token')).toBe(1);
});

test('a provider that ends unused grants soon gets its refresh sooner', async () => {
  const domain = 'https://company.okta.com/oauth2/v1';
  const oauth2 = { authUrl: `${domain}/authorize`, tokenUrl: `${domain}/token` };
  const { server, services } = await connected({ oauth2 });
  services.advance(2 * day);
  await runUpkeep(services);
  expect(server.count('refresh_token')).toBe(0);
  services.advance(day);
  await runUpkeep(services);
  expect(server.count('refresh_token')).toBe(1);
});

test('a grant that cannot be refreshed is told, and its badge says why', async () => {
  const { server, services, saved, sentences } = await connected();
  services.advance(15 * day);
  server.fault = () => json({ error: 'invalid_grant' }, 400);
  await runUpkeep(services);
  expect(await sentences()).toContain('1 unused sign-in could not be refreshed');
  expect((await viewOf(saved, services)).badge.state).toBe('reconnect-needed');
});

test('with too little time left nothing is begun', async () => {
  const { server, services } = await connected();
  services.advance(15 * day);
  services.remainingTime = () => 10_000;
  await runUpkeep(services);
  expect(server.count('refresh_token')).toBe(0);
});

test('a client that asks for itself has no grant that could die', async () => {
  const server = new TokenServer();
  const services = memoryServices({ fetch: server.fetch });
  await saveDataSource(formWith(clientCredentials, { clientSecret: 'client-secret-value' }), ada, services);
  services.advance(30 * day);
  await runUpkeep(services);
  expect(server.requests).toHaveLength(1);
});

test('stored account ids are reported once a week, in pages of 90', async () => {
  const { services, saved, sentences } = await connected();
  for (let index = 0; index < 180; index += 1) {
    const id = newId();
    await services.panels.create(id, { ...panel(panelSettings(saved.id)), id, createdBy: `editor-${index}` });
  }
  const reports: StoredAccount[][] = [];
  services.reportAccounts = (accounts) => {
    reports.push(accounts);
    return Promise.resolve([]);
  };
  await runUpkeep(services);
  expect(reports.map(({ length }) => length)).toEqual([90, 90, 1]);
  expect(reports.flat().map(({ accountId }) => accountId)).toContain('ada');
  expect(await sentences()).toContain('Reported 181 stored account IDs to Atlassian.');
  services.advance(6 * day);
  await runUpkeep(services);
  expect(reports).toHaveLength(3);
  services.advance(day);
  await runUpkeep(services);
  expect(reports).toHaveLength(6);
});

test('closed accounts are erased wherever they stand, and what they made keeps working', async () => {
  const { server, services, saved, sentences } = await connected();
  const shown = { ...panel(panelSettings(saved.id)), createdBy: 'bob' };
  await services.panels.create(shown.id, shown);
  await signIn(directoryForm({ name: 'Draft' }), server, services, bob);
  services.reportAccounts = (accounts) =>
    Promise.resolve(accounts.map(({ accountId }) => ({ accountId, status: 'closed' as const })));
  await runUpkeep(services);
  const records = [...services.memory.entities.values()].map((each) => [...each]);
  expect(
    JSON.stringify([records, [...services.memory.open.keys()].filter((key) => key.startsWith('draft:'))]),
  ).not.toMatch(/"(ada|bob)"|draft:/);
  expect(await sentences()).toContain('Erased the data of 2 closed accounts.');
  const stored = (await services.dataSources.get(saved.id)) as DataSource;
  expect(stored.createdBy).toBe('');
  expect(sentWith(await (await authorize(stored, services)).headers()).headers.authorization).toMatch(/^Bearer/);
  expect((await viewOf(stored, services)).badge.authenticatedBy).toBeUndefined();
});

test('a report that failed is repeated an hour later, and the rest of the job is done', async () => {
  const { services, sentences } = await connected();
  services.reportAccounts = () => Promise.reject(new TypeError('not now'));
  const log = jest.spyOn(services, 'log');
  await runUpkeep(services);
  expect(log).toHaveBeenCalledWith('upkeep-failed', { part: 'report stored account IDs', error: 'TypeError' });
  expect(await sentences()).toContain('Could not report stored account IDs. It will be retried in an hour.');
  let reports = 0;
  services.reportAccounts = () => {
    reports += 1;
    return Promise.resolve([]);
  };
  await runUpkeep(services);
  expect(reports).toBe(1);
});

test('an hour without anything to do is said, too', async () => {
  const services = memoryServices();
  await runUpkeep(services);
  expect(await lastUpkeep(services.storage)).toEqual({ at: services.now(), sentences: ['There was nothing to do.'] });
});
