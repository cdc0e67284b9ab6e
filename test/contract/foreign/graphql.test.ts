import type { DataSourceSettings, Pagination } from '../../../src/shared/contract';
import { startGraphqlService } from '../../support/foreign/graphql-service';
import { problemOf, rowsOf } from '../app/walks';
import { type AppBeside, startAppBeside } from './app-beside';
import { cellsUnder, panelAsProposed, savedAndTested, settingsFor, shownTo, withPaging } from './walk';

const teams = [
  { id: 1, name: 'Rock & roll' },
  { id: 2, name: 'Jazz "live"' },
];
const people = Array.from({ length: 8 }, (_, index) => ({
  id: index + 1,
  number: (index + 1) * 10,
  name: `Person ${index + 1}`,
  team_id: index < 6 ? 1 : 2,
}));
const names = people.map(({ name }) => name);

const pageOfPeople = `query People($page: Int, $team: ID) {
  allPeople(page: $page, perPage: 3, filter: { team_id: $team }) { name number Team { name } }
}`;
const withTotal = `query People($page: Int, $counted: ID) {
  allPeople(page: $page, perPage: 3) { name }
  _allPeopleMeta(filter: { team_id: $counted }) { count }
}`;
const afterNumber = `query People($after: Int) {
  allPeople(page: 0, perPage: 3, sortField: "number", filter: { number_gt: $after }) { name number }
}`;

const byPage: Pagination = {
  style: 'page-number',
  target: { in: 'body', name: 'variables.page' },
  start: 0,
  itemsSelector: '$.data.allPeople',
};

let beside: AppBeside;

beforeAll(async () => {
  beside = await startAppBeside(() => startGraphqlService({ people, teams }));
});

afterAll(() => beside?.close());

/** A saved data source with that query, and its test. */
const tested = (name: string, query: string, variables: string, changes: Partial<DataSourceSettings> = {}) =>
  savedAndTested(
    beside.app,
    settingsFor(
      name,
      { method: 'POST', url: beside.url('/'), body: { kind: 'graphql', query, variables } },
      { response: { format: 'auto', errorSelector: '$.errors[0].message' }, ...changes },
    ),
  );

test('a page number among the variables is proposed, and leads a reader through all pages', async () => {
  const { source, report } = await tested('People', pageOfPeople, '{"page": 0}');
  expect(report.pagination).toMatchObject({ pagination: byPage, secondPage: { totalRows: 3 } });
  await withPaging(beside.app, source, report.pagination!.pagination);
  const shown = await shownTo(beside.app, await panelAsProposed(beside.app, source.id, report.proposal!));
  expect(shown.reading).toMatchObject({ pagesRead: 4, rowsRead: 8, stopReason: 'complete' });
  expect(cellsUnder('Name', shown)).toEqual(names);
});

test('a total in the response is proposed too, and saves the page behind the last', async () => {
  const { source, report } = await tested('Counted', withTotal, '{"page": 0}');
  const total = { of: 'rows', selector: '$.data._allPeopleMeta.count' };
  expect(report.pagination).toMatchObject({ pagination: { ...byPage, total }, secondPage: { totalRows: 3 } });
  await withPaging(beside.app, source, report.pagination!.pagination);
  const shown = await shownTo(beside.app, await panelAsProposed(beside.app, source.id, report.proposal!));
  expect(shown.reading).toMatchObject({ pagesRead: 3, rowsRead: 8, stopReason: 'complete' });
  expect(cellsUnder('Name', shown)).toEqual(names);
});

test.each([
  { name: 'a total of fewer rows than came', counted: '"2"', pagesRead: 4 },
  { name: 'a total of none', counted: '"77"', pagesRead: 4 },
])('$name does not end the reading', async ({ name, counted, pagesRead }) => {
  const pagination: Pagination = { ...byPage, total: { of: 'rows', selector: '$.data._allPeopleMeta.count' } };
  const { source, report } = await tested(name, withTotal, `{"counted": ${counted}}`, { pagination });
  const { rowsSelector } = report.proposal!;
  expect(rowsSelector).toBe('$.data.allPeople[*]');
  const shown = await shownTo(beside.app, await panelAsProposed(beside.app, source.id, report.proposal!));
  expect(shown.reading).toMatchObject({ pagesRead, rowsRead: 8, stopReason: 'complete' });
});

test('a number of the last row goes on as a number among the variables', async () => {
  const pagination: Pagination = {
    style: 'cursor',
    selector: '$.data.allPeople[-1].number',
    moreSelector: '',
    target: { in: 'body', name: 'variables.after' },
  };
  const { source, report } = await tested('After a number', afterNumber, '{"after": 0}', { pagination });
  expect(report.problem).toBeUndefined();
  const shown = await shownTo(beside.app, await panelAsProposed(beside.app, source.id, report.proposal!));
  expect(shown.reading).toMatchObject({ pagesRead: 4, rowsRead: 8, stopReason: 'complete' });
  expect(cellsUnder('Name', shown)).toEqual(names);
});

test('a variable of the data source is a value of the query, whatever its characters', async () => {
  const named = `query Named($name: String) { allPeople(filter: { name: $name }) { name } }`;
  const variables = [{ name: 'who', defaultValue: 'Person 3' }];
  const { source, report } = await tested('Named', named, '{"name": "{who}"}', { variables });
  const panelId = await panelAsProposed(beside.app, source.id, report.proposal!);
  expect(cellsUnder('Name', await shownTo(beside.app, panelId))).toEqual(['Person 3']);
  const variableValues = { who: 'Person 4"}, "page": 7, "x": "{who}' };
  const other = await panelAsProposed(beside.app, source.id, report.proposal!, { variableValues });
  expect((await shownTo(beside.app, other)).reading).toMatchObject({ rowsRead: 0, stopReason: 'complete' });
});

test.each([
  { name: 'an unknown field', query: '{ allPeople { nothing } }', variables: '{}', says: 'Cannot query field' },
  { name: 'a query that breaks off', query: '{ allPeople {', variables: '{}', says: 'Syntax Error' },
  { name: 'a variable of another kind', query: pageOfPeople, variables: '{"page": "one"}', says: 'non-integer' },
])('$name comes with status 200 and is told as the error it is', async ({ name, query, variables, says }) => {
  const { source, report } = await tested(name, query, variables);
  expect(report).toMatchObject({
    status: 200,
    problem: { code: 'remote-error', detail: expect.stringContaining(says) as string },
  });
  const columns = [{ label: 'Name', selector: '$.name', type: 'text' as const }];
  const proposal = { rowsSelector: '$.data.allPeople[*]', rowCount: 0, columns, otherRowsSelectors: [] };
  const told = problemOf(await rowsOf(beside.app, await panelAsProposed(beside.app, source.id, proposal)));
  expect(told.code).toBe('remote-error');
  expect(JSON.stringify(told)).not.toContain(says);
});

test('a GET of the same address is a page for people, and is said to be one', async () => {
  const { report } = await savedAndTested(beside.app, settingsFor('For people', { url: beside.url('/') }));
  expect(report).toMatchObject({ status: 200, problem: { code: 'sign-in-page' } });
});
