import { platformLimits } from '../../../local/platform/limits';
import { defaultSeed, type ProductUser } from '../../../local/platform/product/seed';
import type { PanelView } from '../../../src/shared/contract';
import { startApp, type AppOnHost } from './app-on-host';
import { connected, firstRows, panelOn, rowsOf, valueOf } from './walks';

const viewsPerMinute = 300;
const macrosOfPage = 5;

const readers: ProductUser[] = Array.from({ length: viewsPerMinute }, (_, number) => ({
  accountId: `557058:view-${number}`,
  displayName: `Reader ${number}`,
  email: `view-${number}@example.com`,
  role: 'reader',
  groups: ['confluence-users'],
}));

let app: AppOnHost;
let panels: PanelView[];

beforeAll(async () => {
  const product = { ...defaultSeed, users: [...defaultSeed.users, ...readers] };
  app = await startApp({ users: 2000, accessTokenSeconds: 3600, host: { workers: 4, product } });
  const source = await connected(app);
  panels = [];
  for (let number = 0; number < macrosOfPage; number += 1)
    panels.push(await panelOn(app, source.id, { name: `Panel ${number}` }));
  for (const { id } of panels) await rowsOf(app, id);
});

afterAll(() => app.close());

const units = () => ({ ...app.host.site().kvs.meter.units });

async function load(panelId: string, accountId: string): Promise<void> {
  const reply = valueOf(await app.askMacro('loadPanel', { panelId, window: firstRows }, { accountId }));
  expect(reply).toMatchObject({ state: 'view', view: { totalRows: 2000 } });
}

test('a reader whose process remembers nothing costs four units: panel, data source, grant and the head with its first rows', async () => {
  app.clock.advance(61_000); // whoever loaded the panel before has forgotten it
  const before = units();
  await load(panels[0]!.id, readers[0]!.accountId);
  const { read, written } = units();
  expect({ read: read - before.read, written: written - before.written }).toEqual({ read: 4, written: 0 });
  expect(viewsPerMinute * (read - before.read)).toBeLessThan(platformLimits.readUnitsPerMinute / 2);
});

test('three hundred views a minute of a page with five macros stay within what a site may read and write', async () => {
  app.clock.advance(61_000);
  const before = units();
  for (const { accountId } of readers) {
    await Promise.all(panels.map(({ id }) => load(id, accountId)));
    app.clock.advance(60_000 / viewsPerMinute);
  }
  const { read, written } = units();
  expect(read - before.read).toBeLessThan(platformLimits.readUnitsPerMinute / 2);
  expect(written - before.written).toBe(0);
});
