import type { RequestSettings } from '../../../src/shared/contract';
import { filesPassword, startFileServer } from '../../support/foreign/paging-servers';
import { type AppBeside, startAppBeside } from './app-beside';
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

test('a folder of a WebDAV server is a table of its files, itself first', async () => {
  const { report, show } = await connected('Files', {});
  expect(report.requests[0]).toMatchObject({ method: 'PROPFIND', status: 207 });
  const shown = await show();
  expect(shown.reading).toMatchObject({ rowsRead: 5, stopReason: 'complete', warnings: [] });
  expect(cellsUnder('Propstat prop displayname', shown)).toEqual(['Reports', ...names]);
  expect(cellsUnder('Propstat prop getcontentlength', shown)).toEqual([null, 0, 0, 0, 0]);
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
