import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { clerk, hasODataService, startODataService } from '../../support/foreign/odata-service';
import { problemOf, rowsOf } from '../app/walks';
import { type AppBeside, startAppBeside } from './app-beside';
import { cellsUnder, formOf, panelAsProposed, savedAndTested, settingsFor, shownTo, withPaging } from './walk';

const leftOut = join(__dirname, '../../../.build/left-out');
const note = join(leftOut, 'odata-service.json');

/** Says in the summary of all tests that this machine has no Node for the service. */
function noteLeftOut(): void {
  mkdirSync(leftOut, { recursive: true });
  writeFileSync(note, JSON.stringify({ name: 'OData service', count: 1 }));
}

if (hasODataService) rmSync(note, { force: true });
else noteLeftOut();

const withService = hasODataService ? describe : describe.skip;

const titles = [
  'Wuthering Heights',
  'Jane Eyre',
  'The Raven',
  'Eleonora',
  'Berenice & "Ligeia" + 100 %',
  'Der Doppelgänger',
  '日本語の本',
  'Catweazle',
];

withService('an OData V4 service', () => {
  let beside: AppBeside;

  beforeAll(async () => {
    beside = await startAppBeside(startODataService);
  });

  afterAll(() => beside?.close());

  /** A data source at that path that follows next links, and the id of a panel as its test proposes. */
  async function connectedTo(name: string, path: string, parameters: { name: string; value: string }[] = []) {
    const settings = settingsFor(name, { url: beside.url(path), parameters });
    const { source, report } = await savedAndTested(beside.app, settings);
    await withPaging(beside.app, source, report.pagination!.pagination);
    return { report, panelId: await panelAsProposed(beside.app, source.id, report.proposal!) };
  }

  test('its relative, percent-encoded next links are proposed, and lead a reader through all pages', async () => {
    const { report, panelId } = await connectedTo('Books', '/odata/v4/library/Books');
    expect(report.pagination).toMatchObject({ pagination: { style: 'odata-next-link' }, secondPage: { totalRows: 3 } });
    expect(report.requests.map(({ url }) => url.replace(beside.url(''), ''))).toEqual([
      '/odata/v4/library/Books',
      '/odata/v4/library/Books?%24skiptoken=3',
    ]);
    const shown = await shownTo(beside.app, panelId);
    expect(shown.reading).toMatchObject({ pagesRead: 3, rowsRead: 8, stopReason: 'complete' });
    expect(cellsUnder('Title', shown)).toEqual(titles);
  });

  test('what the request asks for comes along from page to page, whatever its characters', async () => {
    const { panelId } = await connectedTo('Sorted', '/odata/v4/library/Books', [
      { name: '$filter', value: "title ne 'Rock & roll + 100 %' and ID gt 201" },
      { name: '$orderby', value: 'title desc' },
    ]);
    const shown = await shownTo(beside.app, panelId);
    expect(shown.reading).toMatchObject({ pagesRead: 3, rowsRead: 7, stopReason: 'complete' });
    expect(cellsUnder('Title', shown)).toEqual([...titles.slice(1)].sort().reverse());
  });

  test('a next link counts from the address of the service, not of the list, where the list lies deeper', async () => {
    const { report, panelId } = await connectedTo('Books of one author', '/odata/v4/library/Authors(150)/books');
    expect(report.pagination?.secondPage?.totalRows).toBe(2);
    const shown = await shownTo(beside.app, panelId);
    expect(shown.reading).toMatchObject({ pagesRead: 2, rowsRead: 5, stopReason: 'complete' });
    expect(cellsUnder('Title', shown)).toEqual(titles.slice(2, 7));
  });

  test('a total that counts more than was asked for adds no page', async () => {
    const { panelId } = await connectedTo('The first four', '/odata/v4/library/Books', [
      { name: '$top', value: '4' },
      { name: '$count', value: 'true' },
    ]);
    const shown = await shownTo(beside.app, panelId);
    expect(shown.reading).toMatchObject({ pagesRead: 2, rowsRead: 4, stopReason: 'complete' });
    expect(cellsUnder('Title', shown)).toEqual(titles.slice(0, 4));
  });

  test('a list behind a user name and password is read with them on every page', async () => {
    const { app, url } = beside;
    const settings = settingsFor(
      'Orders',
      { url: url('/odata/v4/office/Orders') },
      { authentication: { type: 'basic', username: clerk.username }, pagination: { style: 'odata-next-link' } },
    );
    const { source, report } = await savedAndTested(app, settings, { password: clerk.password });
    expect(report.problem).toBeUndefined();
    expect(JSON.stringify(report)).not.toContain(Buffer.from(`clerk:${clerk.password}`).toString('base64'));
    const shown = await shownTo(app, await panelAsProposed(app, source.id, report.proposal!));
    expect(shown.reading).toMatchObject({ pagesRead: 2, rowsRead: 4, stopReason: 'complete' });
    expect(cellsUnder('Buyer', shown)).toEqual(['Ada Lindqvist', 'Tom Okafor', 'Mei Tanaka', 'Noor Haddad']);
    const wrong = { ...formOf(source), secrets: { password: 'Unlocked % 100' } };
    expect((await app.call('testDataSource', wrong)).problem).toMatchObject({
      code: 'remote-unauthorized',
      status: 401,
    });
  });

  test.each([
    {
      name: 'a list that is not there',
      path: '/odata/v4/library/Nothing',
      code: 'remote-not-found',
      says: 'Library.Nothing',
    },
    {
      name: 'a wrong property',
      path: '/odata/v4/library/Books?$filter=nope%20eq%201',
      code: 'remote-refused',
      says: 'nope',
    },
    { name: 'a list for others', path: '/odata/v4/office/Salaries', code: 'remote-unauthorized', says: 'Unauthorized' },
    { name: 'a foreign format', path: '/odata/v4/library/Books?$format=xml', code: 'remote-failed', says: '$format' },
  ])('$name is told with the words of the service to the admin, and without them to a reader', async (bad) => {
    const { app, url } = beside;
    const { source, report } = await savedAndTested(app, settingsFor(bad.name, { url: url(bad.path) }));
    expect(report.problem).toMatchObject({ code: bad.code, detail: expect.stringContaining(bad.says) as string });
    const panelId = await panelAsProposed(app, source.id, {
      rowsSelector: '$.value[*]',
      rowCount: 0,
      columns: [{ label: 'Title', selector: '$.title', type: 'text' }],
      otherRowsSelectors: [],
    });
    const told = problemOf(await rowsOf(app, panelId));
    expect(told.code).toBe(bad.code);
    expect(JSON.stringify(told)).not.toContain(bad.says);
  });

  test('a user who lacks the role is told apart from one who is not known', async () => {
    const { app, url } = beside;
    const authentication = { type: 'basic' as const, username: clerk.username };
    const settings = settingsFor('Salaries', { url: url('/odata/v4/office/Salaries') }, { authentication });
    const { report } = await savedAndTested(app, settings, { password: clerk.password });
    expect(report.problem).toMatchObject({ code: 'remote-forbidden', status: 403 });
  });
});
