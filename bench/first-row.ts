import { join } from 'node:path';
import { startHost, type Host } from '../local/host/host';
import { defaultLimits, noBody } from '../src/data-sources/default-settings';
import type { DataSourceSettings, PanelView } from '../src/shared/contract';
import {
  addPanel,
  approveHosts,
  callAdmin,
  connectSource,
  directoryForm,
  showOnPage,
  staffPage,
} from '../test/support/seed';
import { startSite, type Site } from '../test/support/site';
import { atMost, type Entry } from './entry';
import { alternate, median, ratio } from './measure';
import { startSlowApi, type SlowApi } from './slow-api';

const folder = join(process.cwd(), 'bench/static-app');

/** Long enough that its rows are read on behind the first ones, short enough that the next turn finds workers free. */
const coldList = { pages: 8, pageRows: 1000, delayMs: 300 };
const rounds = { warmUp: 3, timed: 11 };

/**
 * `macro.firstRow`: from the opening of a page until the first row of its macro's table stands there, the panel's rows
 * being kept; over the same with an app whose macro is a table written by hand. Both are frames of the same host's page.
 * `macro.coldRow`: the same where nobody has read the rows yet, of an API that takes its time; over that table and one
 * response of the API.
 */
export async function firstRow(): Promise<Entry[]> {
  const site = await startSite({ users: 2_000, host: { workers: 3 } });
  const plain = await startHost({ dir: folder, db: ':memory:', port: 0 });
  const api = await startSlowApi(coldList);
  try {
    approveHosts(site, [site.demo.origin, api.origin]);
    const kept = await addPanel(site, (await connectSource(site)).id);
    const cold = await coldPanels(site, api);
    showStaticTable(plain);
    const page = await site.open('Rita Reader', staffPage.path);
    const open = async (url: string, title: string) => {
      await page.goto(url + staffPage.path);
      await firstRowOf(page, title);
    };
    const openPanel = async (panel: PanelView | undefined) => {
      if (!panel) throw new Error('a panel is wanted for each turn');
      showOnPage(site, panel);
      await open(site.host.url, 'External Data');
    };
    const openStatic = () => open(plain.url, 'Static table');
    await openPanel(kept);
    const times = await alternate(
      [
        { name: 'macro', run: () => openPanel(kept) },
        { name: 'static', run: openStatic },
      ],
      rounds,
    );
    const coldTimes = await alternate(
      [
        { name: 'macro', run: () => openPanel(cold.shift()) },
        { name: 'static', run: () => openStatic().then(() => oneResponse(api)) },
      ],
      rounds,
    );
    return [
      atMost('macro.firstRow', ratio(times.macro, times.static), '×', 1.5, [
        { name: 'this', value: median(times.macro), unit: 'ms' },
        { name: 'static table', value: median(times.static), unit: 'ms' },
      ]),
      atMost('macro.coldRow', ratio(coldTimes.macro, coldTimes.static), '×', 1.6, [
        { name: 'this', value: median(coldTimes.macro), unit: 'ms' },
        { name: 'static table and one response', value: median(coldTimes.static), unit: 'ms' },
      ]),
    ];
  } finally {
    await Promise.all([site.close(), plain.close(), api.close()]);
  }
}

/** For each turn one that nobody has read yet. */
async function coldPanels(site: Site, api: SlowApi): Promise<PanelView[]> {
  const settings: DataSourceSettings = {
    ...directoryForm(site).settings,
    name: 'Slow list',
    request: { method: 'GET', url: api.linked, parameters: [], headers: [], body: noBody },
    authentication: { type: 'none' },
    pagination: { style: 'next-url', selector: '$.next' },
    limits: { ...defaultLimits, requestsPerMinute: 10_000 },
  };
  const source = await callAdmin(site, 'saveDataSource', { settings, secrets: {} });
  const turns = Array.from({ length: rounds.warmUp + rounds.timed }, (_, turn) => turn);
  return Promise.all(
    turns.map((turn) => {
      const request = { path: '', parameters: [{ name: 'list', value: String(turn) }] };
      return addPanel(site, source.id, { name: `Slow ${turn}`, request });
    }),
  );
}

async function oneResponse(api: SlowApi): Promise<unknown> {
  return (await fetch(api.linked)).json();
}

async function firstRowOf(page: Awaited<ReturnType<Site['open']>>, title: string): Promise<void> {
  await page.frameLocator(`iframe[title="${title}"]`).locator('tbody tr').first().waitFor();
}

function showStaticTable(host: Host): void {
  const { product } = host.site();
  const page = product.content(staffPage.id)!;
  const macro = { kind: 'macro' as const, localId: 'static', moduleKey: 'static-table', config: {} };
  product.save(page, { ...page, body: [...page.body.filter(({ kind }) => kind !== 'macro'), macro] });
}
