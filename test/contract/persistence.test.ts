import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'esbuild';
import { projectRoot } from '../../local/shared/root';
import { openDatabase } from '../../local/storage/database';
import { fixtureFolder, startFixture } from './fixture-host';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'host-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('everything survives a restart: values, secrets, approved hosts, trigger URLs, pages, the installation', async () => {
  const db = join(folder, 'kept.sqlite');
  const group = {
    key: 'apis',
    description: 'd',
    configured: [{ domain: 'https://api.example.com', type: ['FETCH_BACKEND_SIDE'] }],
  };
  const first = await startFixture({ db });
  await first.storage(
    ['set', 'kept', { a: 1 }],
    ['setSecret', 'kept', 's'],
    ['entity.set', 'employee', 'kept', { age: 1 }],
  );
  first.host.site().egress.set({ egresses: [group] });
  const { product, installationId } = first.host.site();
  product.save(product.content('131073')!, { title: 'Changed', status: 'current', body: [] });
  const trigger = new URL(first.host.webTriggerUrl('echo')).pathname;
  await first.host.close();

  const second = await startFixture({ db });
  const reads = [
    ['get', 'kept'],
    ['getSecret', 'kept'],
    ['entity.get', 'employee', 'kept'],
  ];
  expect(await second.storage(...reads)).toEqual([{ a: 1 }, 's', { age: 1 }]);
  expect(second.host.site().egress.all()).toEqual([group]);
  expect(second.host.site().product.content('131073')).toMatchObject({ title: 'Changed', version: 2 });
  expect(new URL(second.host.webTriggerUrl('echo')).pathname).toBe(trigger);
  expect(second.host.site().installationId).toBe(installationId);
  await second.host.close();
});

test('only the owner may read the database file and its log', async () => {
  const db = join(folder, 'private.sqlite');
  const { host, storage } = await startFixture({ db });
  await storage(['set', 'x', 1]);
  for (const file of [db, `${db}-wal`, `${db}-shm`]) expect(statSync(file).mode & 0o777).toBe(0o600);
  await host.close();
});

test('work that fails half way leaves nothing behind', () => {
  const database = openDatabase(':memory:');
  database.run('CREATE TABLE pairs (side TEXT)');
  const half = () =>
    database.atomically(() => {
      database.run("INSERT INTO pairs VALUES ('left')");
      throw new Error('half way');
    });
  expect(half).toThrow('half way');
  expect(database.all('SELECT side FROM pairs')).toEqual([]);
  database.close();
});

test('a process killed in the middle of its writes leaves a whole database with everything it had confirmed', async () => {
  const db = join(folder, 'crash.sqlite');
  const outfile = join(projectRoot(), '.build/test/crash-writer.cjs');
  const entryPoints = [join(__dirname, 'crash-writer.ts')];
  await build({ entryPoints, outfile, bundle: true, platform: 'node', format: 'cjs', packages: 'external' });
  const writer = spawn(process.execPath, [outfile, fixtureFolder, db], { stdio: ['ignore', 'pipe', 'inherit'] });
  let confirmed = 0;
  for await (const line of createInterface(writer.stdout)) {
    confirmed = Math.max(confirmed, Number(line));
    if (confirmed === 200) writer.kill('SIGKILL');
  }
  if (writer.exitCode === null && writer.signalCode === null) await once(writer, 'exit');

  const database = openDatabase(db);
  expect(database.all('PRAGMA integrity_check')).toMatchObject([{ integrity_check: 'ok' }]);
  database.close();
  const { host, storage } = await startFixture({ db });
  const [left, right] = await storage(['get', 'left'], ['get', 'right']);
  expect(left).toBe(right);
  expect(left).toBeGreaterThanOrEqual(confirmed);
  await host.close();
});
