import { join } from 'node:path';
import { startHost, type Host } from '../local/host/host';
import { addPanel, approveHosts, connectSource, showOnPage, staffPage } from '../test/support/seed';
import { startSite, type Site } from '../test/support/site';
import { atMost, type Entry } from './entry';
import { alternate, median, ratio } from './measure';

const folder = join(process.cwd(), 'bench/static-app');

/**
 * `macro.firstRow`: from the opening of a page until the first row of its macro's table stands there, the panel's rows
 * being kept; over the same with an app whose macro is a table written by hand. Both are frames of the same host's page.
 */
export async function firstRow(): Promise<Entry[]> {
  const [site, plain] = [await startSite({ users: 2_000 }), await startHost({ dir: folder, db: ':memory:', port: 0 })];
  try {
    approveHosts(site, [site.demo.origin]);
    showOnPage(site, await addPanel(site, (await connectSource(site)).id));
    showStaticTable(plain);
    const page = await site.open('Rita Reader', staffPage.path);
    await firstRowOf(page, 'External Data');
    const open = (url: string, title: string) => async () => {
      await page.goto(url + staffPage.path);
      await firstRowOf(page, title);
    };
    const times = await alternate(
      [
        { name: 'macro', run: open(site.host.url, 'External Data') },
        { name: 'static', run: open(plain.url, 'Static table') },
      ],
      { warmUp: 3, timed: 11 },
    );
    return [
      atMost('macro.firstRow', ratio(times.macro, times.static), '×', 1.5, [
        { name: 'this', value: median(times.macro), unit: 'ms' },
        { name: 'static table', value: median(times.static), unit: 'ms' },
      ]),
    ];
  } finally {
    await Promise.all([site.close(), plain.close()]);
  }
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
