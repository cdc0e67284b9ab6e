import type { DataSourceSettings } from '../../../src/shared/contract';
import { startJsonServer } from '../../support/foreign/json-server';
import { problemOf, rowsOf } from '../app/walks';
import { type AppBeside, startAppBeside } from './app-beside';
import { cellsUnder, panelAsProposed, savedAndTested, settingsFor, shownTo, withPaging } from './walk';

const users = Array.from({ length: 8 }, (_, index) => ({
  id: index + 1,
  name: `User ${index + 1}`,
  team: index % 2 === 0 ? 'Rock & roll' : 'Jazz',
}));
const names = users.map(({ name }) => name);

let beside: AppBeside;

beforeAll(async () => {
  beside = await startAppBeside(() => startJsonServer({ users }));
});

afterAll(() => beside?.close());

const parameters = (pairs: Record<string, string>) => Object.entries(pairs).map(([name, value]) => ({ name, value }));

/** A saved data source for that list with those parameters, and its test. */
const tested = (
  name: string,
  path: string,
  pairs: Record<string, string> = {},
  changes?: Partial<DataSourceSettings>,
) => savedAndTested(beside.app, settingsFor(name, { url: beside.url(path), parameters: parameters(pairs) }, changes));

test('Link headers are proposed, and lead a reader through all pages', async () => {
  const { source, report } = await tested('Users', '/users', { _page: '1', _limit: '3' });
  expect(report.pagination).toMatchObject({ pagination: { style: 'link-header' }, secondPage: { totalRows: 3 } });
  await withPaging(beside.app, source, report.pagination!.pagination);
  const shown = await shownTo(beside.app, await panelAsProposed(beside.app, source.id, report.proposal!));
  expect(shown.reading).toMatchObject({ pagesRead: 3, rowsRead: 8, stopReason: 'complete' });
  expect(cellsUnder('Name', shown)).toEqual(names);
});

test('a filter comes along from page to page', async () => {
  const pairs = { _page: '1', _limit: '3', team: 'Rock & roll' };
  const { source, report } = await tested('One team', '/users', pairs, { pagination: { style: 'link-header' } });
  const shown = await shownTo(beside.app, await panelAsProposed(beside.app, source.id, report.proposal!));
  expect(shown.reading).toMatchObject({ pagesRead: 2, rowsRead: 4, stopReason: 'complete' });
  expect(cellsUnder('Name', shown)).toEqual(['User 1', 'User 3', 'User 5', 'User 7']);
});

test('an offset and a limit without Link headers are proposed as such, and end at the total that a header has', async () => {
  const { source, report } = await tested('By offset', '/users', { _start: '0', _limit: '4' });
  expect(report.pagination).toMatchObject({
    pagination: {
      style: 'offset-limit',
      offset: { in: 'parameter', name: '_start' },
      limit: { in: 'parameter', name: '_limit' },
      pageSize: 4,
      start: 0,
      total: { of: 'rows', from: 'header', selector: 'x-total-count' },
    },
    secondPage: { totalRows: 4 },
  });
  await withPaging(beside.app, source, report.pagination!.pagination);
  const shown = await shownTo(beside.app, await panelAsProposed(beside.app, source.id, report.proposal!));
  expect(shown.reading).toMatchObject({ pagesRead: 2, rowsRead: 8, stopReason: 'complete' });
  expect(cellsUnder('Name', shown)).toEqual(names);
});

test('a parameter that the server does not know is found out by the same page coming again', async () => {
  const { source, report } = await tested('By another offset', '/users', { offset: '0', _limit: '4' });
  expect(report.pagination).toMatchObject({
    pagination: { style: 'offset-limit', offset: { name: 'offset' } },
    reason: expect.stringContaining('the same rows') as string,
  });
  await withPaging(beside.app, source, report.pagination!.pagination);
  const shown = await shownTo(beside.app, await panelAsProposed(beside.app, source.id, report.proposal!));
  expect(shown.reading).toMatchObject({ rowsRead: 4, stopReason: 'repeated-link' });
  expect(cellsUnder('Name', shown)).toEqual(names.slice(0, 4));
});

test('a whole list, and a page behind the last one with its empty Link header, propose nothing', async () => {
  const whole = await tested('All at once', '/users');
  expect(whole.report.reading).toMatchObject({ pagesRead: 1, rowsRead: 8 });
  expect(whole.report).not.toHaveProperty('pagination');
  const behind = await tested(
    'Behind the end',
    '/users',
    { _page: '9', _limit: '3' },
    { pagination: { style: 'link-header' } },
  );
  expect(behind.report.reading).toMatchObject({ pagesRead: 1, rowsRead: 0, stopReason: 'complete' });
  expect(behind.report).not.toHaveProperty('pagination');
});

test.each([
  { name: 'an unknown list', path: '/nobody', code: 'remote-not-found', status: 404 },
  { name: 'an unknown row', path: '/users/99', code: 'remote-not-found', status: 404 },
  { name: 'a filter that breaks the server', path: '/users?name_like=(', code: 'remote-failed', status: 500 },
  { name: 'the page for people', path: '/', code: 'sign-in-page', status: 200 },
])('$name is told in a sentence, to the admin and to a reader', async ({ name, path, code, status }) => {
  const { source, report } = await tested(name, path);
  expect(report).toMatchObject({ status, problem: { code } });
  const columns = [{ label: 'Name', selector: '$.name', type: 'text' as const }];
  const proposal = { rowsSelector: '$[*]', rowCount: 0, columns, otherRowsSelectors: [] };
  const told = problemOf(await rowsOf(beside.app, await panelAsProposed(beside.app, source.id, proposal)));
  expect(told.code).toBe(code);
  expect(told.message).toContain(name);
  expect(JSON.stringify(told)).not.toMatch(/localhost|node_modules|<html/);
});
