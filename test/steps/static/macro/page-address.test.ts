import { pageAddress, toldAddress } from '../../../../static/macro/page-address';
import type { ViewContext } from '../../../../static/shared/platform';

const context = (extension: Record<string, unknown>, siteUrl: string | undefined = 'https://example.atlassian.net') =>
  ({ locale: 'en-US', timezone: 'UTC', localId: 'm1', moduleKey: 'external-data', siteUrl, extension }) as ViewContext;

const content = { id: '131073', type: 'page' };
const space = { id: '1', key: 'HB' };

test.each<[string, Record<string, unknown>, string]>([
  ['a page', { content, space }, 'https://example.atlassian.net/wiki/spaces/HB/pages/131073'],
  [
    'a page in a personal space',
    { content, space: { key: '~7:a/b' } },
    'https://example.atlassian.net/wiki/spaces/~7%3Aa%2Fb/pages/131073',
  ],
  [
    'a blog post',
    { content: { id: 7, type: 'blogpost' }, space },
    'https://example.atlassian.net/wiki/pages/viewpage.action?pageId=7',
  ],
])('the address of %s is made of site, space and content', (_, extension, address) => {
  expect(pageAddress(context(extension))).toBe(address);
  expect(toldAddress(context(extension))).toBeUndefined();
});

test.each<[string, ViewContext]>([
  ['content', context({ space })],
  ['a space', context({ content, space: null })],
  ['a site', context({ content, space }, '')],
  ['a site that is an address', context({ content, space }, 'example')],
])('without %s there is none', (_, known) => {
  expect(pageAddress(known)).toBeUndefined();
});

test('the address that the platform tells is taken as it is, and nothing that is none', () => {
  const location = 'https://example.atlassian.net/wiki/spaces/HB/pages/7/Title?xd.m1.search=a';
  expect(toldAddress(context({ location }))).toBe(location);
  for (const other of [undefined, null, 7, '', '/wiki/spaces/HB']) {
    expect(toldAddress(context({ location: other }))).toBeUndefined();
  }
});
