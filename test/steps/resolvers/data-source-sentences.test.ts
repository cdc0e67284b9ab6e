import type { Authentication, DataSourceSettings, Pagination, RequestBody } from '../../../src/shared/contract';
import { checkSettings } from '../../../src/data-sources/rules';
import { dataSourceFormSchema } from '../../../src/resolvers/data-source-schema';
import { directorySettings, oauth2 } from '../../support/data-source-forms';
import { refusal, withValueAt } from '../../support/refusal';

const policy = { loopbackAllowed: false };
const long = (length: number) => 'x'.repeat(length);
const list = (count: number, entry: unknown) => Array.from({ length: count }, () => entry);

/** What *Save* says of settings: first their shape, then what they mean. */
function said(settings: unknown, rest: object = {}): [string, string][] {
  const shape = refusal(dataSourceFormSchema, { settings, secrets: {}, ...rest });
  if (shape.length > 0) return shape;
  return checkSettings(settings as DataSourceSettings, 'save', policy).map(({ path, message }) => [path, message]);
}

const settings: DataSourceSettings = {
  ...directorySettings,
  limits: { ...directorySettings.limits, requestsPerMinute: 60 },
  freshness: { freshSeconds: 60, staleSeconds: 60, keepSeconds: 60 },
  response: { format: 'csv', csv: {}, errorSelector: '' },
};

test('the settings that the tables change break no rule', () => {
  expect(said(settings)).toEqual([]);
});

const option = 'Choose one of the options.';
const characters = (most: string) => `Use at most ${most} characters.`;
const age = 'Enter a length of time from 0 to 31 days.';

test.each<[string, unknown, string]>([
  ['name', '', 'Enter a name.'],
  ['name', long(101), characters('100')],
  ['request.method', 'PUT', option],
  ['request.url', '', 'Enter the URL.'],
  ['request.url', `https://api.example.com/${long(2000)}`, characters('2,000')],
  ['response.format', 'yaml', option],
  ['response.charset', 'klingon', 'Enter the name of a character set, such as windows-1252 or shift_jis.'],
  ['response.csv.separator', '\n', 'Enter one character.'],
  ['response.csv.separator', '"', 'Cells cannot be separated by the quote around them.'],
  ['response.csv.quote', '""', 'Enter one character.'],
  ['response.csv.headerLine', 1001, 'Enter a number from 0 to 1,000.'],
  ['response.errorSelector', long(1001), characters('1,000')],
  ['limits.pages', 0, 'Enter a number from 1 to 90.'],
  ['limits.pages', 91, 'Enter a number from 1 to 90.'],
  ['limits.pages', 1.5, 'Enter a whole number from 1 to 90.'],
  ['limits.pages', null, 'Enter a number from 1 to 90.'],
  ['limits.rows', 200_001, 'Enter a number from 1 to 200,000.'],
  ['limits.megabytes', 33, 'Enter a number from 1 to 32.'],
  ['limits.seconds', 21, 'Enter a number from 1 to 20.'],
  ['limits.requestsPerMinute', 0, 'Enter a number from 1 to 10,000.'],
  ['freshness.freshSeconds', -1, age],
  ['freshness.freshSeconds', 1.5, age],
  ['freshness.keepSeconds', 32 * 86_400, age],
  ['freshness.staleSeconds', 59, 'Stale rows must be shown for at least as long as rows are fresh.'],
  ['freshness.keepSeconds', 59, 'The last good rows must be kept for at least as long as stale rows are shown.'],
  ['allowedSpaces.mode', 'some', option],
])('%s %j: %s', (path, value, sentence) => {
  expect(said(withValueAt(settings, path, value))).toEqual([[path, sentence]]);
});

test.each<[string, Partial<DataSourceSettings>, string, string]>([
  [
    'undecided spaces',
    { allowedSpaces: { mode: 'undecided' } },
    'allowedSpaces',
    'Choose which spaces may show this data, or all spaces.',
  ],
  [
    'no space',
    { allowedSpaces: { mode: 'named', spaceIds: [] } },
    'allowedSpaces',
    'Choose at least one space, or all spaces.',
  ],
  [
    '501 spaces',
    { allowedSpaces: { mode: 'named', spaceIds: list(501, '1') as string[] } },
    'allowedSpaces.spaceIds',
    'Use at most 500 spaces.',
  ],
  [
    '51 variables',
    { variables: list(51, { name: 'a', defaultValue: '' }) as never },
    'variables',
    'Use at most 50 variables.',
  ],
  [
    'a long name of a variable',
    { variables: [{ name: long(101), defaultValue: '' }] },
    'variables.0.name',
    characters('100'),
  ],
  [
    'a long default',
    { variables: [{ name: 'a', defaultValue: long(2001) }] },
    'variables.0.defaultValue',
    characters('2,000'),
  ],
])('%s', (_, change, path, sentence) => {
  expect(said({ ...settings, ...change })).toEqual([[path, sentence]]);
});

const row = { name: 'a', value: 'b' };

test.each<[string, object, string, string]>([
  ['51 parameters', { parameters: list(51, row) }, 'parameters', 'Use at most 50 parameters.'],
  ['a long parameter name', { parameters: [{ ...row, name: long(101) }] }, 'parameters.0.name', characters('100')],
  [
    'a long parameter value',
    { parameters: [{ ...row, value: long(2001) }] },
    'parameters.0.value',
    characters('2,000'),
  ],
  [
    'a parameter without a name',
    { parameters: [{ ...row, name: ' ' }] },
    'parameters.0.name',
    'Enter the name of the parameter.',
  ],
  ['51 headers', { headers: list(51, row) }, 'headers', 'Use at most 50 headers.'],
  ['a long header name', { headers: [{ ...row, name: long(101) }] }, 'headers.0.name', characters('100')],
  ['a long header value', { headers: [{ ...row, value: long(2001) }] }, 'headers.0.value', characters('2,000')],
  ['a header without a name', { headers: [{ ...row, name: '' }] }, 'headers.0.name', 'Enter the name of the header.'],
])('a request with %s', (_, change, path, sentence) => {
  expect(said({ ...settings, request: { ...settings.request, ...change } })).toEqual([[`request.${path}`, sentence]]);
});

test.each<[string, unknown, string, string]>([
  ['another kind', { kind: 'file' }, 'kind', option],
  ['long JSON', { kind: 'json', text: long(30_001) }, 'text', characters('30,000')],
  ['long text', { kind: 'text', text: long(30_001), contentType: '' }, 'text', characters('30,000')],
  ['a long content type', { kind: 'text', text: '', contentType: long(101) }, 'contentType', characters('100')],
  ['a long query', { kind: 'graphql', query: long(30_001), variables: '' }, 'query', characters('30,000')],
  ['long variables', { kind: 'graphql', query: '', variables: long(30_001) }, 'variables', characters('30,000')],
  ['51 fields', { kind: 'form', fields: list(51, row) }, 'fields', 'Use at most 50 fields.'],
  [
    'a field without a name',
    { kind: 'form', fields: [{ name: '', value: '' }] },
    'fields.0.name',
    'Enter the name of the field.',
  ],
  ['a long field', { kind: 'form', fields: [{ name: 'a', value: long(2001) }] }, 'fields.0.value', characters('2,000')],
])('a body of %s', (_, body, path, sentence) => {
  const request = { ...settings.request, method: 'POST', body: body as RequestBody };
  expect(said({ ...settings, request })).toEqual([[`request.body.${path}`, sentence]]);
});

const target = { in: 'parameter', name: 'p' } as const;
const cursor: Pagination = { style: 'cursor', selector: '$.next', moreSelector: '', target };
const paged: Pagination = {
  style: 'page-number',
  target,
  start: 1,
  itemsSelector: '',
  total: { of: 'rows', selector: '$.n' },
};
const limited: Pagination = {
  style: 'offset-limit',
  offset: target,
  limit: { ...target, name: 'l' },
  pageSize: 10,
  start: 0,
  itemsSelector: '',
};

test.each<[Pagination, string, unknown, string]>([
  [cursor, 'style', 'endless', option],
  [{ style: 'next-url', selector: '$.next' }, 'selector', long(1001), characters('1,000')],
  [cursor, 'selector', long(1001), characters('1,000')],
  [cursor, 'moreSelector', long(1001), characters('1,000')],
  [cursor, 'target.in', 'path', option],
  [cursor, 'target.name', '', 'Enter the parameter name.'],
  [cursor, 'target.name', long(101), characters('100')],
  [paged, 'start', -1, 'Enter a number from 0 to 1,000,000.'],
  [paged, 'start', null, 'Enter a number from 0 to 1,000,000.'],
  [paged, 'itemsSelector', long(1001), characters('1,000')],
  [paged, 'total.of', 'bytes', option],
  [paged, 'total.selector', long(1001), characters('1,000')],
  [limited, 'pageSize', 0, 'Enter a number from 1 to 100,000.'],
  [limited, 'pageSize', 100_001, 'Enter a number from 1 to 100,000.'],
  [limited, 'pageSize', 0.5, 'Enter a whole number from 1 to 100,000.'],
  [limited, 'start', 1_000_001, 'Enter a number from 0 to 1,000,000.'],
  [limited, 'limit.name', long(101), characters('100')],
  [limited, 'offset.name', '', 'Enter the parameter name.'],
])('pagination %j with %s %j: %s', (pagination, path, value, sentence) => {
  const changed = withValueAt(pagination, path, value);
  expect(said({ ...settings, pagination: changed })).toEqual([[`pagination.${path}`, sentence]]);
});

const apiKey: Authentication = { type: 'api-key', placement: 'header', name: 'X-Key', prefix: '' };
const basic: Authentication = { type: 'basic', username: 'ada' };
const header: Authentication = { type: 'custom-header', name: 'X-Key' };
const full: Authentication = {
  ...oauth2,
  authorizeParameters: [row],
  tokenParameters: [{ ...row, secret: false }],
  assumedLifetime: 60,
  secretExpiresOn: '2027-03-31',
};

test.each<[Authentication, string, unknown, string]>([
  [basic, 'type', 'kerberos', option],
  [basic, 'username', '', 'Enter the user name.'],
  [basic, 'username', long(2001), characters('2,000')],
  [apiKey, 'placement', 'cookie', option],
  [apiKey, 'name', '', 'Enter the name of the header.'],
  [apiKey, 'name', long(101), characters('100')],
  [apiKey, 'prefix', long(101), characters('100')],
  [header, 'name', '', 'Enter the name of the header.'],
  [header, 'name', long(101), characters('100')],
  [full, 'grantType', 'implicit', option],
  [full, 'clientId', '', 'Enter the Client ID.'],
  [full, 'clientId', long(501), characters('500')],
  [full, 'clientAuthentication', 'jwt', option],
  [full, 'authUrl', long(2001), characters('2,000')],
  [full, 'tokenUrl', long(2001), characters('2,000')],
  [full, 'revokeUrl', long(2001), characters('2,000')],
  [full, 'scopes', long(4001), characters('4,000')],
  [full, 'scopeSeparator', ';', option],
  [full, 'authorizeParameters', list(51, row), 'Use at most 50 parameters.'],
  [full, 'authorizeParameters.0.name', '', 'Enter the name of the parameter.'],
  [full, 'authorizeParameters.0.value', long(2001), characters('2,000')],
  [full, 'tokenParameters', list(51, row), 'Use at most 50 parameters.'],
  [full, 'tokenParameters.0.name', long(101), characters('100')],
  [full, 'tokenParameters.0.value', long(2001), characters('2,000')],
  [full, 'tokenHeader.name', '', 'Enter the name of the header.'],
  [full, 'tokenHeader.prefix', long(101), characters('100')],
  [full, 'assumedLifetime', 0, 'Enter a number from 1 to 31,536,000.'],
  [full, 'secretExpiresOn', '31 March 2027', 'Enter a date such as 2027-03-31.'],
])('authentication %j with %s %j: %s', (authentication, path, value, sentence) => {
  const changed = withValueAt(authentication, path, value);
  expect(said({ ...settings, authentication: changed })).toEqual([[`authentication.${path}`, sentence]]);
});

test.each<[object, string, string]>([
  [{ secrets: { password: long(4001) } }, 'secrets.password', characters('4,000')],
  [{ secrets: { other: 'a' } }, 'secrets.other', 'This is not the name of a secret.'],
  [{ sampleValues: { team: long(2001) } }, 'sampleValues.team', characters('2,000')],
  [{ draftId: 'none' }, 'draftId', 'This is not an ID of this app.'],
  [{ rev: 'one' }, 'rev', 'Enter a number.'],
])('a form with %j', (rest, path, sentence) => {
  expect(said(settings, rest)).toEqual([[path, sentence]]);
});

test('a space around a name does not count', () => {
  expect(said({ ...settings, name: ` ${long(100)} ` })).toEqual([]);
});
