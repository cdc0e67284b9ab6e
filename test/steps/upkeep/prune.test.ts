import { storeSecrets } from '../../../src/data-sources/credentials';
import { authenticate } from '../../../src/grants/authenticate';
import { authorize } from '../../../src/grants/authorize';
import { grantId, type Grant } from '../../../src/grants/grant';
import { prune } from '../../../src/upkeep/prune';
import { saveDataSource } from '../../../src/editing/save-data-source';
import { directoryForm } from '../../support/data-source-forms';
import { memoryServices } from '../../support/memory';
import { panel, panelSettings } from '../../support/panels';
import { ada, signIn } from '../../support/sign-in';
import { TokenServer } from '../../support/token-server';
import { sentWith } from '../../support/sent-with';

const minute = 60_000;
const hour = 60 * minute;

async function connected() {
  const server = new TokenServer();
  const services = memoryServices({ fetch: server.fetch });
  const form = directoryForm();
  const { draftId } = await signIn(form, server, services);
  const saved = await saveDataSource({ ...form, draftId }, ada, services);
  return { server, services, saved };
}

test('a token set is deleted a quarter of an hour after it was replaced, and the one in use stays', async () => {
  const { services, saved } = await connected();
  services.advance(hour);
  const { tokenSet } = await (await authorize(saved, services)).headers();
  const tokenSets = () => [...services.memory.secret.keys()].filter((key) => key.startsWith('tok:'));
  services.advance(14 * minute);
  expect(await prune(services)).toMatchObject({ tokenSets: 0 });
  expect(tokenSets()).toHaveLength(2);
  services.advance(minute);
  expect(await prune(services)).toMatchObject({ tokenSets: 1 });
  expect(tokenSets()).toEqual([tokenSet]);
});

test('a name in use is never deleted, whatever the list of retired names says', async () => {
  const { services, saved } = await connected();
  const grant = services.memory.records('grant').get(grantId(saved.id)) as Grant;
  grant.retired = [{ name: grant.tok, at: 0 }];
  await prune(services);
  expect(sentWith(await (await authorize(saved, services)).headers()).headers.authorization).toMatch(/^Bearer/);
});

test('a draft goes after a day, with its secret and its grant', async () => {
  const server = new TokenServer();
  const services = memoryServices({ fetch: server.fetch });
  await signIn(directoryForm(), server, services);
  services.advance(23 * hour);
  expect(await prune(services)).toMatchObject({ drafts: 0, secrets: 0 });
  services.advance(2 * hour);
  expect(await prune(services)).toMatchObject({ drafts: 1 });
  expect(services.memory.records('grant').size).toBe(0);
  expect([...services.memory.secret.keys()]).toEqual([]);
});

test('a draft that borrows the secret of its data source leaves it there', async () => {
  const { services, saved } = await connected();
  const form = directoryForm({ oauth2: { scopes: 'Other.Read' } }, { id: saved.id, rev: saved.rev, secrets: {} });
  await authenticate(form, ada, services);
  services.advance(26 * hour);
  expect(await prune(services)).toMatchObject({ drafts: 1 });
  expect(services.memory.secret.has(saved.credentials?.secretKey ?? '')).toBe(true);
});

test('a secret whose record was never written goes after an hour', async () => {
  const { services, saved } = await connected();
  const orphan = await storeSecrets(saved.id, saved.settings, { clientSecret: 'never pointed to' }, services);
  expect(await prune(services)).toMatchObject({ secrets: 0 });
  services.advance(hour);
  expect(await prune(services)).toMatchObject({ secrets: 1 });
  expect(services.memory.secret.has(orphan.secretKey)).toBe(false);
  expect(services.memory.secret.has(saved.credentials?.secretKey ?? '')).toBe(true);
});

test('panels of a data source that is gone go as well', async () => {
  const { services, saved } = await connected();
  const { panels, memory } = services;
  for (const [dataSourceId, panelId] of [
    ['gone', 'p1'],
    [saved.id, 'p2'],
  ] as const) {
    const settings = panelSettings(dataSourceId);
    await panels.create(panelId, { ...panel(settings), id: panelId });
  }
  expect(await prune(services)).toMatchObject({ panels: 1 });
  expect([...memory.records('panel').keys()]).toEqual(['p2']);
});

test('one failure does not keep the rest from being done', async () => {
  const { services, saved } = await connected();
  const orphan = await storeSecrets(saved.id, saved.settings, { clientSecret: 'never pointed to' }, services);
  services.advance(hour);
  await (await authorize(saved, services)).headers();
  services.advance(hour);
  services.memory.fate = ({ name, key }) => (name === 'secret-delete' && key === orphan.secretKey ? 'fail' : 'work');
  const logged: string[] = [];
  services.log = (event) => void logged.push(event);
  expect(await prune(services)).toMatchObject({ tokenSets: 1, secrets: 0 });
  expect(logged).toEqual(['prune-failed']);
});
