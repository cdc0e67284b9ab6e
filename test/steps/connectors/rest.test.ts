import type { PaginationStyle } from '../../../src/contract';
import { firstUrl, following } from '../../../src/connectors/rest';

describe('the first URL', () => {
  const url = (text: string, parameters: { name: string; value: string }[] = []) =>
    firstUrl({ method: 'GET', url: text, parameters }).href;

  it.each([
    ['https://api.example.com/users', [], 'https://api.example.com/users'],
    ['https://api.example.com/users', [{ name: '$top', value: '999' }], 'https://api.example.com/users?$top=999'],
    ['https://api.example.com/users?a=1', [{ name: 'b', value: '2' }], 'https://api.example.com/users?a=1&b=2'],
    [
      `https://api.example.com/u?$filter=name%20eq%20'x'&c=a,b+c`,
      [{ name: 'q', value: 'ü&=?#' }],
      `https://api.example.com/u?$filter=name%20eq%20%27x%27&c=a,b+c&q=%C3%BC%26%3D%3F%23`,
    ],
    [
      'https://api.example.com/u',
      [
        { name: 'a b', value: '' },
        { name: 'a b', value: '2' },
      ],
      'https://api.example.com/u?a%20b=&a%20b=2',
    ],
    ['https://api.example.com/u#part', [], 'https://api.example.com/u'],
  ])('of %s with %j is %s', (text, parameters, expected) => {
    expect(url(text, parameters)).toBe(expected);
  });
});

describe('what follows a page', () => {
  const page = new URL('https://api.example.com/v1.0/users?$top=2');
  const follow = (document: unknown, style: PaginationStyle = 'odata-next-link', seen: string[] = [page.href]) =>
    following(
      { request: { method: 'GET', url: 'https://api.example.com/v1.0/users', parameters: [] }, pagination: { style } },
      document,
      page,
      new Set(seen),
    );

  it.each([
    [
      'an absolute link',
      'https://api.example.com/v1.0/users?$skiptoken=x',
      'https://api.example.com/v1.0/users?$skiptoken=x',
    ],
    ['a path', '/v1.0/users?$skiptoken=x', 'https://api.example.com/v1.0/users?$skiptoken=x'],
    ['a query', '?$skiptoken=x', 'https://api.example.com/v1.0/users?$skiptoken=x'],
    ['a relative path', 'users?page=2#top', 'https://api.example.com/v1.0/users?page=2'],
    ['the default port spelled out', 'https://api.example.com:443/next', 'https://api.example.com/next'],
  ])('is the page behind %s', (_, link, href) => {
    expect(follow({ '@odata.nextLink': link })).toEqual({ kind: 'page', url: new URL(href) });
  });

  it.each([
    'https://evil.example.com/next',
    'http://api.example.com/next',
    'https://api.example.com:8443/next',
    'https://api.example.com.evil.example/next',
    '//evil.example.com/next',
    'https://user:pass@api.example.com/next',
    'javascript:alert(1)',
    'https://',
  ])('is nothing behind the foreign link %s', (link) => {
    expect(follow({ '@odata.nextLink': link })).toEqual({ kind: 'end', stopReason: 'foreign-link' });
  });

  it('is nothing behind a link to a page that was read before', () => {
    expect(follow({ '@odata.nextLink': page.href })).toEqual({ kind: 'end', stopReason: 'repeated-link' });
  });

  it.each([
    ['no link', {}],
    ['an empty link', { '@odata.nextLink': '' }],
    ['a link that is no text', { '@odata.nextLink': 5 }],
    ['a list', [{ '@odata.nextLink': 'x' }]],
    ['nothing', null],
  ])('is the end with %s', (_, document) => {
    expect(follow(document)).toEqual({ kind: 'end', stopReason: 'complete' });
  });

  it('is the end for a source without paging, whatever the response says', () => {
    expect(follow({ '@odata.nextLink': '/next' }, 'none')).toEqual({ kind: 'end', stopReason: 'complete' });
  });
});
