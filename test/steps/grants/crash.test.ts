import type { SecretRecord } from '../../../src/data-sources/credentials';
import type { DataSource } from '../../../src/data-sources/data-source';
import { getDataSource } from '../../../src/data-sources/data-source-store';
import { authenticate } from '../../../src/grants/authenticate';
import { authorize } from '../../../src/grants/authorize';
import { badgeOf } from '../../../src/grants/badge';
import { deleteDataSource } from '../../../src/editing/delete-data-source';
import { disconnect } from '../../../src/grants/disconnect';
import { grantId, type Grant } from '../../../src/grants/grant';
import { prune } from '../../../src/upkeep/prune';
import { saveDataSource } from '../../../src/editing/save-data-source';
import { atEveryCrash } from '../../support/crash';
import { directoryForm } from '../../support/data-source-forms';
import { memoryServices, type MemoryServices } from '../../support/memory';
import { panel, panelSettings } from '../../support/panels';
import { ada, complete, signIn } from '../../support/sign-in';
import { TokenServer } from '../../support/token-server';
import { sentWith } from '../../support/sent-with';

const hour = 3_600_000;

async function connected() {
  const server = new TokenServer();
  const services = memoryServices({ fetch: server.fetch });
  const form = directoryForm();
  const { draftId } = await signIn(form, server, services);
  const saved = await saveDataSource({ ...form, draftId }, ada, services);
  return { server, services, saved };
}

const stored = ({ memory }: MemoryServices) => [...memory.records('data-source').values()] as DataSource[];

function secretOf({ memory }: MemoryServices, dataSource: DataSource): SecretRecord {
  return memory.secret.get(dataSource.credentials?.secretKey ?? '') as SecretRecord;
}

const headersOf = async (dataSource: DataSource, services: MemoryServices) =>
  sentWith(await (await authorize(dataSource, services)).headers()).headers.authorization;

/** After a day and some runs of the hourly job, every secret is one that a record points to. */
async function expectNoOrphans(services: MemoryServices): Promise<void> {
  for (let run = 0; run < 3; run += 1) {
    services.advance(26 * hour);
    await prune(services);
  }
  const grants = [...services.memory.records('grant').values()] as Grant[];
  const named = [
    ...stored(services).map(({ credentials }) => credentials?.secretKey),
    ...grants.flatMap(({ tok, next, tries }) => [tok, next, ...tries]),
  ];
  const kept = [...services.memory.secret.keys()].filter((key) => !key.startsWith('pending:'));
  expect(kept.filter((key) => !named.includes(key))).toEqual([]);
}

test('a save with a new secret leaves the old data source with its old secret, or the new one with the new', async () => {
  const settings = directoryForm({ name: 'Renamed' }).settings;
  const steps = await atEveryCrash(
    connected,
    ({ saved }, services) =>
      saveDataSource(
        { id: saved.id, rev: saved.rev, settings, secrets: { clientSecret: 'renewed-secret-value' } },
        ada,
        services,
      ),
    async ({ services, saved }) => {
      const found = await getDataSource(saved.id, services.dataSources);
      const isNew = found.settings.name === 'Renamed';
      expect(secretOf(services, found).values.clientSecret).toBe(
        isNew ? 'renewed-secret-value' : 'client-secret-value',
      );
      expect(await headersOf(found, services)).toMatch(/^Bearer/);
      await expectNoOrphans(services);
    },
  );
  expect(steps).toBeGreaterThan(6);
});

test('a save that adopts a draft’s grant leaves no data source, or a connected one, and can be done again', async () => {
  const setUp = async () => {
    const server = new TokenServer();
    const services = memoryServices({ fetch: server.fetch });
    const { draftId } = await signIn(directoryForm(), server, services);
    return { server, services, form: { ...directoryForm(), draftId } };
  };
  await atEveryCrash(
    setUp,
    ({ form }, services) => saveDataSource(form, ada, services),
    async ({ services, form }) => {
      const [found] = stored(services);
      const dataSource = found ?? (await saveDataSource(form, ada, services));
      expect(await headersOf(dataSource, services)).toMatch(/^Bearer/);
      expect(secretOf(services, dataSource).values.clientSecret).toBe('client-secret-value');
      services.advance(hour);
      expect(await headersOf(dataSource, services)).toMatch(/^Bearer/);
      expect(stored(services)).toHaveLength(1);
      await expectNoOrphans(services);
      expect([...services.memory.records('grant').keys()]).toEqual([grantId(dataSource.id)]);
    },
  );
});

test('a save that switches a connected data source to another draft’s grant leaves the old one or the new one', async () => {
  const changed = { oauth2: { scopes: 'Group.Read.All' } };
  const setUp = async () => {
    const setting = await connected();
    const form = directoryForm(changed, { id: setting.saved.id, rev: setting.saved.rev, secrets: {} });
    const { draftId } = await signIn(form, setting.server, setting.services);
    return { ...setting, form: { ...form, draftId } };
  };
  await atEveryCrash(
    setUp,
    ({ form }, services) => saveDataSource(form, ada, services),
    async ({ services, saved }) => {
      const found = await getDataSource(saved.id, services.dataSources);
      const grant = await services.grants.get(grantId(saved.id));
      expect(badgeOf(grant, found, services.now()).state).toBe('authenticated');
      expect(await headersOf(found, services)).toMatch(/^Bearer/);
      await expectNoOrphans(services);
    },
  );
});

test('a callback leaves the live grant as it was, or the new one', async () => {
  const setUp = async () => {
    const setting = await connected();
    const { saved, services, server } = setting;
    const form = { id: saved.id, rev: saved.rev, settings: saved.settings, secrets: {} };
    const { authorizeUrl } = await authenticate(form, ada, services);
    return { ...setting, ...server.consent(authorizeUrl), before: await headersOf(saved, services) };
  };
  const seen = new Set<string>();
  await atEveryCrash(
    setUp,
    ({ code, state }, services) => complete({ code: [code], state: [state] }, services),
    async ({ services, saved, before }) => {
      const now = await headersOf(saved, services);
      expect(now).toMatch(/^Bearer/);
      seen.add(now === before ? 'old' : 'new');
      await expectNoOrphans(services);
    },
  );
  expect([...seen].sort()).toEqual(['new', 'old']);
});

test('a deletion that breaks off is finished by upkeep, and its data source answers nobody from the mark on', async () => {
  const setUp = async () => {
    const setting = await connected();
    const shown = panel(panelSettings(setting.saved.id));
    await setting.services.panels.create(shown.id, shown);
    return setting;
  };
  await atEveryCrash(
    setUp,
    ({ saved }, services) => deleteDataSource(saved.id, services),
    async ({ services, saved }) => {
      const [found] = stored(services);
      if (found && !found.deleting) {
        expect(await headersOf(found, services)).toMatch(/^Bearer/);
        await deleteDataSource(saved.id, services);
      }
      await expect(getDataSource(saved.id, services.dataSources)).rejects.toMatchObject({ code: 'not-found' });
      await expectNoOrphans(services);
      const { memory } = services;
      expect([stored(services), memory.records('panel').size, memory.records('grant').size]).toEqual([[], 0, 0]);
      expect([...memory.open.keys()].filter((key) => !/^(spent|attempt|pending-of):/.test(key))).toEqual([]);
      expect([...memory.secret.keys()]).toEqual([]);
    },
  );
});

test('a disconnection that breaks off leaves a grant that works, or one without tokens', async () => {
  await atEveryCrash(
    connected,
    ({ saved }, services) => disconnect(saved, services),
    async ({ services, saved }) => {
      const grant = await services.grants.get(grantId(saved.id));
      if (grant?.state === 'ok') expect(await headersOf(saved, services)).toMatch(/^Bearer/);
      else expect(grant).toMatchObject({ state: 'none', tok: '' });
      await expectNoOrphans(services);
      const isKept = [...services.memory.secret.keys()].some((key) => key.startsWith('tok:'));
      expect(isKept).toBe(grant?.state === 'ok');
    },
  );
});
