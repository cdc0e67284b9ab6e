import fc from 'fast-check';
import { firstRequest } from '../../../src/requests/first-request';
import { panelRequestErrors, withPanelRequest } from '../../../src/requests/panel-request';
import type { PanelRequest } from '../../../src/shared/contract';
import { dataSourceSettings, requestTo } from '../../support/panels';

function requested(url: string, request: PanelRequest, values: Record<string, string> = {}): string {
  const settings = dataSourceSettings({
    request: requestTo(url, {
      parameters: [
        { name: '$top', value: '9' },
        { name: 'b', value: '1' },
      ],
    }),
    variables: [{ name: 'own', defaultValue: 'o' }],
  });
  return firstRequest(withPanelRequest(settings, request, new Map(Object.entries(values))), {}).page.url.href;
}

const path = (text: string, parameters: PanelRequest['parameters'] = []): PanelRequest => ({ path: text, parameters });

test.each([
  ['https://a.example/v1', path('/groups'), 'https://a.example/v1/groups?$top=9&b=1'],
  ['https://a.example/v1/', path('groups'), 'https://a.example/v1/groups?$top=9&b=1'],
  ['https://a.example', path('/groups'), 'https://a.example/groups?$top=9&b=1'],
  ['https://a.example/v1?x=1&y=2#z', path('/g'), 'https://a.example/v1/g?x=1&y=2&$top=9&b=1'],
  ['https://a.example/v1', path('', [{ name: 'b', value: '2' }]), 'https://a.example/v1?$top=9&b=2'],
  ['https://a.example/v1?b=0&c=3', path('', [{ name: 'b', value: 'x y' }]), 'https://a.example/v1?c=3&$top=9&b=x%20y'],
  ['https://a.example/v1', path('/{own}/{$.v}'), 'https://a.example/v1/o/a%20b?$top=9&b=1'],
  ['https://a.example/v1', path('/{$.none || $.v}'), 'https://a.example/v1/a%20b?$top=9&b=1'],
  [
    'https://a.example/v1',
    path('', [{ name: '$filter', value: 'n eq {$.q:odata}' }]),
    "https://a.example/v1?$top=9&b=1&$filter=n%20eq%20'it''s'",
  ],
])('%s with %j asks %s', (url, request, wanted) => {
  expect(decodeQuotes(requested(url, request, { v: 'a b', q: "it's" }))).toBe(wanted);
});

const decodeQuotes = (url: string) => url.replaceAll('%27', "'");

test.each<[PanelRequest, string | undefined, string | undefined]>([
  [path('/ok/{own}/{$.v}'), undefined, undefined],
  [path(''), undefined, undefined],
  [path('/..'), 'request.path', 'The path must stay below the URL of the data source. Remove . and .. from it.'],
  [
    path('/a/%2e%2E/b'),
    'request.path',
    'The path must stay below the URL of the data source. Remove . and .. from it.',
  ],
  [path('/a/..%2fb'), 'request.path', 'The path must stay below the URL of the data source. Remove . and .. from it.'],
  [path('/.'), 'request.path', 'The path must stay below the URL of the data source. Remove . and .. from it.'],
  [path('//other.example/x'), 'request.path', 'Remove one of the two slashes in a row.'],
  [path('https://other.example/x'), 'request.path', 'Remove one of the two slashes in a row.'],
  [path('/a\\b'), 'request.path', 'A path cannot contain spaces or backslashes.'],
  [path('/.\t./b'), 'request.path', 'A path cannot contain spaces or backslashes.'],
  [path('/a?x=1'), 'request.path', 'A path cannot contain ? or #. Enter parameters in their own fields.'],
  [path('/a#x'), 'request.path', 'A path cannot contain ? or #. Enter parameters in their own fields.'],
  [path('/{'), 'request.path', 'There is a single { here. Write {{ for the brace itself.'],
  [path('/{gone}'), 'request', 'Neither the panel nor the data source has the variable {gone}.'],
  [path('/{$.gone}'), 'request', 'Neither the panel nor the data source has the variable {$.gone}.'],
  [path('', [{ name: ' ', value: 'x' }]), 'request.parameters.0.name', 'Enter the name of the parameter.'],
  [path('', [{ name: '$filter', value: "a eq '{$.v}'" }]), 'request.parameters.0.value', undefined],
])('%j is refused at %s', (request, field, message) => {
  const [error] = panelRequestErrors(request, [{ name: 'own' }], (each) => each === 'v');
  expect(error?.path).toBe(field);
  if (message !== undefined || field === undefined) expect(error?.message).toBe(message);
});

test('whatever the path and the value, a request that is let through stays below the URL', () => {
  const pieces = fc.constantFrom(
    '/',
    '.',
    '..',
    '%2e',
    '%2f',
    '\\',
    '@',
    ':',
    'a',
    '{$.v}',
    'https:',
    '?',
    '#',
    '\t',
    ' ',
    ';',
  );
  const paths = fc.array(pieces, { maxLength: 8 }).map((parts) => parts.join(''));
  const values = fc.oneof(fc.string(), fc.constantFrom('..', '.', '/', '\\', '%2e%2e', 'a/b', '?x', '#', ''));
  fc.assert(
    fc.property(paths, values, (text, v) => {
      const request = path(text);
      if (panelRequestErrors(request, [], () => true).length > 0) return;
      let url: URL;
      try {
        url = new URL(requested('https://a.example/base/users', request, { v }));
      } catch (error) {
        expect(error).toMatchObject({ code: 'invalid-input' });
        return;
      }
      expect(url.origin).toBe('https://a.example');
      expect(`${url.pathname}/`.startsWith('/base/users/')).toBe(true);
    }),
    { numRuns: 3000 },
  );
});

test('a data source’s own request takes none of a panel’s variables', async () => {
  const { requestFieldErrors } = await import('../../../src/requests/request-fields');
  const settings = dataSourceSettings({ request: requestTo('https://a.example/{$.v}') });
  expect(requestFieldErrors(settings)).toMatchObject([
    { path: 'variables', message: expect.stringContaining('used in panels only') as string },
  ]);
});
