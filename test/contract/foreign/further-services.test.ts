import { startJsonApiServer, startSoapServer } from '../../support/foreign/paging-servers';
import type { ChildServer } from '../../support/foreign/child-server';
import { type AppOnHost, approve, startApp } from '../app/app-on-host';
import { expectCellByCell } from './cell-by-cell';
import { panelAsProposed, savedAndTested, settingsFor, shownTo, withPaging } from './walk';

const towns = ['Lund', 'Zürich', '東京', "L'Aquila", 'a & b <c>', 'Nîmes', '100 %', 'Ulm'].map((name, at) => ({
  name,
  people: at * 12_345.5,
  founded: `${1900 + at}-02-03T04:05:06.000Z`,
  isPort: at % 3 === 0,
}));
const items = [
  { sku: '0017', name: 'Nut & <bolt>', price: '1.50', checked: '2026-03-01' },
  { sku: '0018', name: 'Schraube "M4"', price: '12', checked: '2026-03-02' },
];

let app: AppOnHost;
let jsonApi: ChildServer;
let soap: ChildServer;

beforeAll(async () => {
  [jsonApi, soap] = await Promise.all([startJsonApiServer(towns), startSoapServer(items)]);
  app = await startApp({ users: 1 });
  approve(app.host, [jsonApi.origin, soap.origin]);
});

afterAll(async () => {
  await Promise.all([jsonApi?.stop(), soap?.stop()]);
  await app?.close();
});

test('a JSON:API service is read to its last row, cell by cell what it has', async () => {
  const first = `${jsonApi.origin}/towns?sort=name`;
  const request = { url: `${jsonApi.origin}/towns`, parameters: [{ name: 'sort', value: 'name' }] };
  const { source, report } = await savedAndTested(app, settingsFor('Towns', request));
  expect(report.pagination).toMatchObject({ pagination: { style: 'next-url', selector: '$.links.next' } });
  await withPaging(app, source, report.pagination!.pagination);
  const shown = await shownTo(app, await panelAsProposed(app, source.id, report.proposal!));
  const direct: unknown[] = [];
  for (let next: string | null | undefined = first; next;) {
    const page = (await (await fetch(next)).json()) as { data: unknown[]; links: { next?: string | null } };
    direct.push(...page.data);
    next = page.links.next && `${jsonApi.origin}${page.links.next}`;
  }
  expect(direct).toHaveLength(towns.length);
  expect(shown.reading).toMatchObject({ pagesRead: 3, rowsRead: towns.length, stopReason: 'complete', warnings: [] });
  expect(report.proposal!.columns.length).toBeGreaterThanOrEqual(5);
  expectCellByCell(shown, report.proposal!.columns, direct);
});

describe('a SOAP service', () => {
  const asks = (shop: string) => ({
    method: 'POST' as const,
    url: `${soap.origin}/stock`,
    headers: [{ name: 'SOAPAction', value: 'urn:stock#ListItems', secret: false }],
    body: {
      kind: 'text' as const,
      text: `<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Body><ListItems xmlns="urn:stock"><shop>${shop}</shop></ListItems></e:Body></e:Envelope>`,
      contentType: 'text/xml',
    },
  });

  test('is read to its last row, cell by cell what it has', async () => {
    const { source, report } = await savedAndTested(app, settingsFor('Stock', asks('north')));
    const shown = await shownTo(app, await panelAsProposed(app, source.id, report.proposal!));
    expect(shown.reading).toMatchObject({ rowsRead: items.length, stopReason: 'complete', warnings: [] });
    expect(report.proposal!.columns.map(({ label }) => label)).toEqual(['SKU', 'Name', 'Price', 'Checked']);
    expectCellByCell(shown, report.proposal!.columns, items);
  });

  test('tells of a fault in its own words', async () => {
    const { report } = await savedAndTested(app, settingsFor('No stock', asks('south')));
    expect(report.problem).toMatchObject({ detail: expect.stringContaining('No such shop') as string });
  });
});
