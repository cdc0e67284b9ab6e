import type { RequestSettings } from '../../../src/shared/contract';
import { filesPassword, startFileServer } from '../../support/foreign/paging-servers';
import { type AppBeside, startAppBeside } from './app-beside';
import { expectCellByCell } from './cell-by-cell';
import { cellsUnder, panelAsProposed, savedAndTested, settingsFor, shownTo } from './walk';

const names = ['a b.txt', 'Größe & Co.csv', 'plan.pdf', '日本語.txt'];

let beside: AppBeside;

beforeAll(async () => {
  beside = await startAppBeside(() => startFileServer(names.map((name) => ({ name }))));
});

afterAll(() => beside?.close());

const xml = (text: string): RequestSettings['body'] => ({ kind: 'text', text, contentType: 'application/xml' });

async function connected(name: string, request: Partial<RequestSettings>) {
  const headers = [{ name: 'Depth', value: '1', secret: false }];
  const settings = settingsFor(
    name,
    { method: 'PROPFIND', url: beside.url('/Reports'), headers, ...request },
    { authentication: { type: 'basic', username: 'reader' }, response: { format: 'xml', errorSelector: '' } },
  );
  const { source, report } = await savedAndTested(beside.app, settings, { password: filesPassword });
  expect(report.problem).toBeUndefined();
  return {
    report,
    show: async (proposal = report.proposal!) =>
      shownTo(beside.app, await panelAsProposed(beside.app, source.id, proposal)),
  };
}

/** What the server has, taken from its XML by hand. */
async function directlyRead() {
  const authorization = `Basic ${Buffer.from(`reader:${filesPassword}`).toString('base64')}`;
  const headers = { authorization, depth: '1', accept: 'application/xml' };
  const text = await (await fetch(beside.url('/Reports'), { method: 'PROPFIND', headers })).text();
  return text.split('<D:response>').slice(1).map(fileIn);
}

function fileIn(response: string) {
  const value = (name: string) =>
    new RegExp(`<D:${name}>([^<]+)</D:${name}>`)
      .exec(response)?.[1]
      ?.replaceAll('&amp;', '&')
      .replaceAll('&quot;', '"');
  const names = 'displayname getcontentlength getcontenttype getlastmodified creationdate getetag'.split(' ');
  const properties = Object.fromEntries(names.map((name) => [`D:${name}`, value(name)]));
  return { 'D:href': value('href'), 'D:propstat': { 'D:status': value('status'), 'D:prop': properties } };
}

test('a folder of a WebDAV server is a table of its files, itself first', async () => {
  const { report, show } = await connected('Files', {});
  expect(report.requests[0]).toMatchObject({ method: 'PROPFIND', status: 207 });
  const shown = await show();
  expect(shown.reading).toMatchObject({ rowsRead: 5, stopReason: 'complete', warnings: [] });
  expect(cellsUnder('Propstat prop displayname', shown)).toEqual(['Reports', ...names]);
  expect(cellsUnder('Propstat prop getcontentlength', shown)).toEqual([null, 0, 0, 0, 0]);
  const columns = report.proposal!.columns.filter(({ type }) => type !== 'json' && type !== 'list');
  expect(columns.length).toBeGreaterThanOrEqual(8);
  expectCellByCell(shown, columns, await directlyRead());
});

test('what a PROPFIND asks for in its body is what comes', async () => {
  const body = xml('<propfind xmlns="DAV:"><prop><displayname/><owner/></prop></propfind>');
  const { report, show } = await connected('Names of files', { body });
  const shown = await show({
    ...report.proposal!,
    columns: [{ label: 'Name', selector: "$['D:propstat'][0]['D:prop']['D:displayname']", type: 'text' }],
  });
  expect(shown.reading).toMatchObject({ rowsRead: 5, stopReason: 'complete', warnings: [] });
  expect(cellsUnder('Name', shown)).toEqual(['Reports', ...names]);
  expect(report.requests[0]?.requestBody).toContain('<displayname/>');
  expect(report.raw?.text).not.toContain('getcontentlength');
});
