import { requestFieldErrors } from '../../../src/requests/request-fields';
import type { DataSourceSettings, Pagination, RequestSettings } from '../../../src/shared/contract';
import { dataSourceSettings, requestTo } from '../../support/panels';

const url = 'https://api.example.com/users';

const pathsOf = (request: Partial<RequestSettings>, rest: Partial<DataSourceSettings> = {}): string[] => {
  const settings = dataSourceSettings({ ...rest, request: requestTo(url, request) });
  return requestFieldErrors(settings).map(({ path }) => path);
};

describe('what a request may be', () => {
  it.each<[string, Partial<RequestSettings>, Partial<DataSourceSettings>]>([
    ['a plain GET', {}, {}],
    ['a variable in the path', { url: `${url}/{id}` }, { variables: [{ name: 'id', defaultValue: '' }] }],
    ['braces that are meant', { url: `${url}?a={{id}}` }, {}],
    ['a GraphQL query', { method: 'POST', body: { kind: 'graphql', query: '{ users { id } }', variables: '' } }, {}],
    ['a list of files', { method: 'PROPFIND', body: { kind: 'text', text: '<a/>', contentType: 'text/xml' } }, {}],
    ['a SEARCH that asks in JSON', { method: 'SEARCH', body: { kind: 'json', text: '{}' } }, {}],
    ['a REPORT without a body', { method: 'REPORT' }, {}],
    ['an error selector', {}, { response: { format: 'json', errorSelector: '$.errors' } }],
  ])('%s breaks no rule', (_, request, rest) => {
    expect(pathsOf(request, rest)).toEqual([]);
  });

  it.each<[string, Partial<RequestSettings>, Partial<DataSourceSettings>, string]>([
    ['a single brace', { url: `${url}/{id` }, {}, 'request.url'],
    ['a variable in the host', { url: 'https://{host}.example.com' }, {}, 'request.url'],
    ['an unknown variable', { url: `${url}/{id}` }, {}, 'variables'],
    [
      'a variable bare in a filter',
      { parameters: [{ name: '$filter', value: 'a eq {a}' }] },
      {},
      'request.parameters.0.value',
    ],
    ['a parameter without name', { parameters: [{ name: ' ', value: 'x' }] }, {}, 'request.parameters.0.name'],
    ['a header without name', { headers: [{ name: '', value: 'x', secret: false }] }, {}, 'request.headers.0.name'],
    ['a header with a colon', { headers: [{ name: 'a:b', value: 'x', secret: false }] }, {}, 'request.headers.0.name'],
    ['the host as a header', { headers: [{ name: 'Host', value: 'x', secret: false }] }, {}, 'request.headers.0.name'],
    [
      'the same header twice',
      { headers: ['X-A', 'x-a'].map((name) => ({ name, value: 'x', secret: false })) },
      {},
      'request.headers.1.name',
    ],
    ['a line end in a header', { headers: [{ name: 'a', value: '{', secret: false }] }, {}, 'request.headers.0.value'],
    ['a GET with a body', { body: { kind: 'json', text: '{}' } }, {}, 'request.body'],
    ['a body that is no JSON', { method: 'POST', body: { kind: 'json', text: '{a}' } }, {}, 'request.body.text'],
    [
      'a form field without name',
      { method: 'POST', body: { kind: 'form', fields: [{ name: '', value: '' }] } },
      {},
      'request.body.fields.0.name',
    ],
    [
      'a content type of two lines',
      { method: 'POST', body: { kind: 'text', text: '', contentType: 'text/plain\nx: y' } },
      {},
      'request.body.contentType',
    ],
    ['a variable with a blank', {}, { variables: [{ name: 'a b', defaultValue: '' }] }, 'variables.0.name'],
    [
      'two variables of one name',
      {},
      { variables: [1, 2].map(() => ({ name: 'a', defaultValue: '' })) },
      'variables.1.name',
    ],
    ['a broken error selector', {}, { response: { format: 'json', errorSelector: '$[' } }, 'response.errorSelector'],
    [
      'no word for "not ready"',
      {},
      {
        response: { format: 'json', errorSelector: '', notReady: { selector: '$.state', values: [], urlSelector: '' } },
      },
      'response.notReady.values',
    ],
  ])('%s breaks one, at its field', (_, request, rest, path) => {
    expect(pathsOf(request, rest)).toEqual([path]);
  });
});

describe('what paging may be', () => {
  const parameter = { in: 'parameter' as const, name: 'page' };
  const inBody = { in: 'body' as const, name: 'variables.after' };
  const graphql = { method: 'POST' as const, body: { kind: 'graphql' as const, query: '{a}', variables: '' } };
  const offset = { style: 'offset-limit' as const, offset: parameter, limit: parameter, start: 0, itemsSelector: '' };

  it.each<[string, Pagination, Partial<RequestSettings>, string[]]>([
    ['a cursor in a GraphQL body', { style: 'cursor', selector: '$.c', moreSelector: '', target: inBody }, graphql, []],
    [
      'a cursor in no body',
      { style: 'cursor', selector: '$.c', moreSelector: '', target: inBody },
      {},
      ['pagination.target.in'],
    ],
    ['no selector', { style: 'next-url', selector: ' ' }, {}, ['pagination.selector']],
    ['a broken selector', { style: 'next-url', selector: 'next' }, {}, ['pagination.selector']],
    [
      'a broken selector for more',
      { style: 'cursor', selector: '$.c', moreSelector: '$[', target: parameter },
      {},
      ['pagination.moreSelector'],
    ],
    [
      'a total without selector',
      { style: 'page-number', target: parameter, start: 1, itemsSelector: '', total: { of: 'rows', selector: '' } },
      {},
      ['pagination.total.selector'],
    ],
    [
      'a total in a header of no name',
      {
        style: 'page-number',
        target: parameter,
        start: 1,
        itemsSelector: '',
        total: { of: 'rows', from: 'header', selector: 'X Total' },
      },
      {},
      ['pagination.total.selector'],
    ],
    [
      'a page number without a name',
      { style: 'page-number', target: { in: 'parameter', name: '' }, start: 1, itemsSelector: '$.' },
      {},
      ['pagination.target.name', 'pagination.itemsSelector'],
    ],
    ['an offset and a limit', { ...offset, pageSize: 100 }, {}, []],
  ])('%s', (_, pagination, request, paths) => {
    expect(pathsOf(request, { pagination })).toEqual(paths);
  });
});
