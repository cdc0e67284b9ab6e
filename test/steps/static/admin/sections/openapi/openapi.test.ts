import { dump } from 'js-yaml';
import { proposeFromExample } from '../../../../../../src/editing/propose/propose-from-example';
import { emptyDataSource, toSettings } from '../../../../../../static/admin/form-model/data-source/data-source-values';
import { chosenOperation } from '../../../../../../static/admin/sections/openapi/chosen-operation';
import { matchingOperations } from '../../../../../../static/admin/sections/openapi/matching-operations';
import { operationPatch } from '../../../../../../static/admin/sections/openapi/operation-patch';
import { operationsOf } from '../../../../../../static/admin/sections/openapi/operations';
import { readDocument } from '../../../../../../static/admin/sections/openapi/read-document';
import { largeDocument, openApi30, openApi31, swagger } from '../../../../../support/openapi/documents';

function read(text: string) {
  const { document, refusal } = readDocument(text);
  if (!document) throw new Error(refusal);
  return document;
}

/** What the form says after the operation was chosen, and what a panel would begin with. */
function chosen(text: string, path: string) {
  const operation = chosenOperation(path, read(text));
  const proposed = operation.example && proposeFromExample(operation.example);
  const settings = toSettings({
    ...emptyDataSource,
    ...operationPatch(operation, proposed?.pagination, emptyDataSource),
  });
  const { rowsSelector, columns = [] } = proposed?.panel ?? {};
  return {
    settings,
    rowsSelector,
    columns: columns.map(({ label, type }) => `${label} ${type}`),
    notes: operation.notes,
  };
}

const texts: [string, (document: object) => string][] = [
  ['JSON', (document) => JSON.stringify(document)],
  ['YAML', (document) => dump(document)],
];

describe.each(texts)('an operation of a document in %s', (_, write) => {
  test('of version 2.0 becomes a request with variables, a key, paging by rows and columns', () => {
    const { settings, rowsSelector, columns, notes } = chosen(write(swagger), '/shops/{shop-id}/orders');
    expect(settings).toMatchObject({
      name: 'Orders: Orders of a shop',
      request: {
        method: 'GET',
        url: 'https://api.orders.example/v2/shops/{shop_id}/orders',
        parameters: [{ name: 'state', value: '{state}' }],
      },
      variables: [
        { name: 'shop_id', defaultValue: 'north' },
        { name: 'state', defaultValue: 'open' },
      ],
      authentication: { type: 'api-key', placement: 'header', name: 'X-Orders-Key' },
      pagination: {
        style: 'offset-limit',
        offset: { in: 'parameter', name: 'offset' },
        limit: { in: 'parameter', name: 'limit' },
        pageSize: 250,
        total: { of: 'rows', selector: '$.total' },
      },
    });
    expect(rowsSelector).toBe('$.orders[*]');
    expect(columns).toEqual(['ID text', 'Placed at date-time', 'Buyer email email', 'Is paid boolean']);
    expect(notes).toEqual(['Not sent, as the API does not need it: offset and sort.']);
  });

  test('of version 3.0 follows references, signs in, pages by cursor, and ends where a schema contains itself', () => {
    const { settings, rowsSelector, columns } = chosen(write(openApi30), '/teams');
    expect(settings).toMatchObject({
      request: { url: 'https://eu.teams.example/api/teams', parameters: [{ name: 'page_size', value: '50' }] },
      authentication: {
        type: 'oauth2',
        grantType: 'authorization_code',
        authUrl: 'https://login.teams.example/authorize',
        tokenUrl: 'https://login.teams.example/token',
        scopes: 'teams.read',
      },
      pagination: { style: 'cursor', selector: '$.next_cursor', target: { in: 'parameter', name: 'cursor' } },
    });
    expect(rowsSelector).toBe('$.teams[*]');
    expect(columns).toEqual(['Name text', 'Size number', 'Children list']);
  });

  test('of version 3.1 takes lists of types, parts that are put together, and a next link in a header', () => {
    const { settings, rowsSelector, columns, notes } = chosen(write(openApi31), '/readings');
    expect(settings).toMatchObject({
      request: { url: 'https://{host}/api/readings' },
      pagination: { style: 'link-header' },
    });
    expect(rowsSelector).toBe('$[*]');
    expect(columns).toEqual(['Sensor text', 'Degrees number', 'Unit text']);
    expect(notes).toEqual(['The document does not name the host of the API. Put it in place of {host}.']);
  });

  test('that stands in another file is not listed, and one that is described there has no columns', () => {
    expect(operationsOf(read(write(openApi31))).map(({ path }) => path)).toEqual(['/readings', '/described-elsewhere']);
    const { rowsSelector, notes } = chosen(write(openApi31), '/described-elsewhere');
    expect(rowsSelector).toBeUndefined();
    expect(notes.at(-1)).toContain('does not describe a JSON response');
  });
});

test.each([
  ['', 'neither JSON nor YAML'],
  ['{"a": ', 'neither JSON nor YAML'],
  ['a: [', 'neither JSON nor YAML'],
  ['just words', 'not an OpenAPI document'],
  ['{"openapi": "4.0.0"}', 'not an OpenAPI document'],
  ['[1]', 'not an OpenAPI document'],
  ['openapi: 3.0.0\npaths: &paths\n  more: *paths\n', 'refers to itself'],
  [
    `openapi: 3.0.0\na0: &a0 [1]\n${Array.from({ length: 30 }, (_, at) => `a${at + 1}: &a${at + 1} [*a${at}, *a${at}]`).join('\n')}`,
    'more in it than can be read',
  ],
])('%j is refused', (text, sentence) => {
  expect(readDocument(text).refusal).toContain(sentence);
});

test('a document without paths, servers or schemas has nothing to choose, and breaks nothing', () => {
  expect(operationsOf(read('{"openapi": "3.1.0"}'))).toEqual([]);
  const bare = read(
    '{"openapi": "3.0.0", "paths": {"/a": {"get": {}}, "/b": null, "/c": {"get": {"parameters": [null, {"$ref": "#/x"}]}}}}',
  );
  expect(operationsOf(bare).map(({ path }) => path)).toEqual(['/a', '/c']);
  expect(chosenOperation('/c', bare)).toMatchObject({ url: 'https://{host}/c', query: [] });
});

test('a document of 20 MB is read, searched and chosen from', () => {
  const text = JSON.stringify(largeDocument(8_600));
  expect(text.length).toBeGreaterThan(20_000_000);
  const document = read(text);
  const found = matchingOperations(operationsOf(document), 'THING 8599');
  expect(found).toEqual([{ path: '/things/8599', summary: 'Thing 8599' }]);
  expect(chosenOperation('/things/8599', document).example?.document.length).toBeLessThan(2000);
});
