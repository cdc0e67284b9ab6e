import { firstRequest } from '../../../src/requests/first-request';
import { resolvedValues } from '../../../src/requests/resolved-values';
import type { DataSourceSettings, RequestSettings } from '../../../src/shared/contract';
import { dataSourceSettings, requestTo } from '../../support/panels';

const url = 'https://api.example.com/users';

function first(
  request: Partial<RequestSettings> & { url?: string },
  rest: Partial<DataSourceSettings> = {},
  values: Record<string, string> = {},
) {
  const settings = dataSourceSettings({ pagination: { style: 'none' }, ...rest });
  return firstRequest({ ...settings, request: requestTo(request.url ?? url, request) }, values);
}

describe('the first request', () => {
  it.each([
    [url, [], url],
    [url, [{ name: '$top', value: '999' }], `${url}?$top=999`],
    [`${url}?a=1`, [{ name: 'b', value: '2' }], `${url}?a=1&b=2`],
    [
      `https://api.example.com/u?$filter=name%20eq%20'x'&c=a,b+c`,
      [{ name: 'q', value: 'ü&=?#' }],
      `https://api.example.com/u?$filter=name%20eq%20%27x%27&c=a,b+c&q=%C3%BC%26%3D%3F%23`,
    ],
    [`${url}#part`, [], url],
  ])('goes to %s with %j as %s', (text, parameters, expected) => {
    expect(first({ url: text, parameters }).page.url.href).toBe(expected);
  });

  it('carries the values of its variables, encoded for their places', () => {
    const variables = [
      { name: 'team', defaultValue: 'core' },
      { name: 'text', defaultValue: '' },
    ];
    const request = {
      method: 'POST' as const,
      url: 'https://api.example.com/teams/{team}/search',
      headers: [{ name: 'X-Team', value: '{team}', secret: false }],
      body: { kind: 'json' as const, text: '{"text": "{text}"}' },
    };
    const requested = first(request, { variables }, { text: 'a "b"' });
    expect(requested).toMatchObject({
      method: 'POST',
      page: { body: '{"text": "a \\"b\\""}' },
      headers: { 'x-team': 'core', 'content-type': 'application/json' },
    });
    expect(requested.page.url.href).toBe('https://api.example.com/teams/core/search');
  });

  it('leaves secret headers to the access', () => {
    expect(first({ headers: [{ name: 'X-Key', value: '', secret: true }] }).headers).toEqual({});
  });

  it('takes the content type of the settings before the one of the body', () => {
    const headers = [{ name: 'Content-Type', value: 'application/vnd.api+json', secret: false }];
    const requested = first({ method: 'POST', headers, body: { kind: 'json', text: '{}' } });
    expect(requested.headers).toEqual({ 'content-type': 'application/vnd.api+json' });
  });

  it('names the number of its page where the paging has one', () => {
    const target = { in: 'parameter' as const, name: 'page' };
    const pagination = { style: 'page-number' as const, target, start: 0, itemsSelector: '' };
    expect(first({ url: `${url}?page=7&a=1` }, { pagination }).page.url.search).toBe('?page=0&a=1');
  });

  it('refuses a value that its place cannot hold, by field', () => {
    const variables = [{ name: 'team', defaultValue: 'core' }];
    expect(() => first({ url: `${url}/{team}` }, { variables }, { team: '../admin' })).toThrow(
      expect.objectContaining({
        code: 'invalid-input',
        details: expect.objectContaining({ fields: [expect.objectContaining({ path: 'variables.team' })] }),
      }),
    );
  });
});

describe('values of variables', () => {
  const variables = [
    { name: 'a', defaultValue: '1' },
    { name: 'b', defaultValue: '2' },
  ];

  it.each([
    [{}, { a: '1', b: '2' }],
    [{ a: 'x' }, { a: 'x', b: '2' }],
    [{ a: '' }, { a: '1', b: '2' }],
    [{ other: 'x' }, { a: '1', b: '2' }],
  ])('given %j are %j', (given, resolved) => {
    expect(resolvedValues(variables, given)).toEqual(resolved);
  });

  it('take nothing from what every object has', () => {
    expect(resolvedValues([{ name: 'constructor', defaultValue: 'x' }], {})).toEqual({ constructor: 'x' });
  });
});
