import type { DataSourceForm, DataSourceSettings, RequestSettings } from '../../../src/shared/contract';
import type { ChildServer } from '../../support/foreign/child-server';
import {
  anySignature,
  scimToken,
  startKeyValueServer,
  startRelayServer,
  startScimServer,
} from '../../support/foreign/paging-servers';
import { type AppOnHost, approve, startApp } from '../app/app-on-host';
import { cellsUnder, panelAsProposed, savedAndTested, settingsFor, shownTo, withPaging } from './walk';

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
const tickets = numbers(11).map((number) => ({ Id: `t-${number}`, Title: `Ticket ${number}` }));
const books = numbers(10).map((number) => ({ number, title: `Book ${number}` }));
const users = numbers(45).map((number) => ({ id: String(number), userName: `user-${number}` }));

let app: AppOnHost;
const servers: Partial<Record<'keyValue' | 'relay' | 'scim', ChildServer>> = {};

beforeAll(async () => {
  const started = await Promise.all([startKeyValueServer(tickets), startRelayServer(books), startScimServer(users)]);
  [servers.keyValue, servers.relay, servers.scim] = started;
  app = await startApp({ users: 1 });
  approve(
    app.host,
    started.map(({ origin }) => origin),
  );
});

afterAll(async () => {
  await Promise.all(Object.values(servers).map((server) => server?.stop()));
  await app?.close();
});

/** What a reader sees of it with the paging that its test proposes. */
async function readAsProposed(
  name: string,
  request: Partial<RequestSettings> & { url: string },
  changes: Partial<DataSourceSettings> = {},
  secrets: DataSourceForm['secrets'] = {},
) {
  const { source, report } = await savedAndTested(app, settingsFor(name, request, changes), secrets);
  expect(report.reading).toMatchObject({ pagesRead: 1, stopReason: 'unfollowed' });
  await withPaging(app, source, report.pagination!.pagination);
  const shown = await shownTo(app, await panelAsProposed(app, source.id, report.proposal!));
  return { report, shown };
}

const header = (name: string, value: string) => ({ name, value, secret: false });

test('a table with an object for a cursor is read to its last item', async () => {
  const headers = [
    header('Content-Type', 'application/x-amz-json-1.0'),
    header('X-Amz-Target', 'DynamoDB_20120810.Scan'),
    header('X-Amz-Date', '20300101T000000Z'),
    header('Authorization', anySignature),
  ];
  const scan = async (more: object) => {
    const body = JSON.stringify({ TableName: 'Tickets', ...more });
    const sent = Object.fromEntries(headers.map(({ name, value }) => [name, value]));
    const response = await fetch(servers.keyValue!.origin, { method: 'POST', headers: sent, body });
    return (await response.json()) as { Items: { Title: { S: string } }[] };
  };
  const request = {
    method: 'POST' as const,
    url: `${servers.keyValue!.origin}/`,
    headers,
    body: { kind: 'json' as const, text: '{"TableName":"Tickets","Limit":4}' },
  };
  const { report, shown } = await readAsProposed('Tickets', request);
  expect(report.pagination).toMatchObject({
    pagination: { style: 'cursor', selector: '$.LastEvaluatedKey', target: { in: 'body', name: 'ExclusiveStartKey' } },
    secondPage: { totalRows: 4 },
  });
  expect(shown.reading).toMatchObject({ pagesRead: 3, rowsRead: 11, stopReason: 'complete' });
  const { Items } = await scan({});
  expect(cellsUnder('Title s', shown)).toEqual(Items.map(({ Title }) => Title.S));
});

test('a connection five names deep is read to its last node', async () => {
  const query = `query Books($after: String) {
    library { room { shelf { books(first: 4, after: $after) { edges { node { number title } } pageInfo { hasNextPage endCursor } } } } }
  }`;
  const body = { kind: 'graphql' as const, query, variables: '{}' };
  const { report, shown } = await readAsProposed('Books', { method: 'POST', url: `${servers.relay!.origin}/`, body });
  expect(report.pagination).toMatchObject({
    pagination: { selector: '$.data.library.room.shelf.books.pageInfo.endCursor', target: { name: 'variables.after' } },
  });
  expect(shown.reading).toMatchObject({ pagesRead: 3, rowsRead: 10, stopReason: 'complete' });
  expect(cellsUnder('Title', shown)).toEqual(books.map(({ title }) => title));
});

test('a SCIM service whose places count from 1 is read to its last user', async () => {
  const request = { url: `${servers.scim!.origin}/scim/Users`, parameters: [{ name: 'count', value: '20' }] };
  const { report, shown } = await readAsProposed(
    'Users',
    request,
    { authentication: { type: 'bearer' } },
    { token: scimToken },
  );
  expect(report.pagination).toMatchObject({
    pagination: { style: 'offset-limit', offset: { name: 'startIndex' }, limit: { name: 'count' }, start: 1 },
  });
  expect(shown.reading).toMatchObject({ pagesRead: 3, rowsRead: 45, stopReason: 'complete' });
  expect(shown.view).toMatchObject({ totalRows: 45 });
});
