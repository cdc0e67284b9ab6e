import fc from 'fast-check';
import { newId } from '../../../src/ids';
import { adminCalls } from '../../../src/resolvers/admin';
import { columnValuesSchema, loadRequestSchema } from '../../../src/resolvers/load-schema';
import { macroCalls } from '../../../src/resolvers/macro';
import { validate } from '../../../src/resolvers/validate';
import { directorySettings } from '../../support/data-source-forms';
import { panelSettings } from '../../support/panels';
import { refusal, withValueAt } from '../../support/refusal';

const long = (length: number) => 'x'.repeat(length);
const list = (count: number, entry: unknown) => Array.from({ length: count }, () => entry);
const reader = { locale: 'de-DE', timeZone: 'Europe/Berlin', now: 1_772_798_400_000 };
const load = { panelId: 'p', window: { offset: 0, count: 25, sorts: [], search: '', filters: [] }, values: {}, reader };

test.each<[string, unknown, string]>([
  ['panelId', undefined, 'This field is required.'],
  ['panelId', 7, 'Enter text.'],
  ['window', undefined, 'This field is required.'],
  ['window.offset', -1, 'Enter a number from 0 to 10,000,000.'],
  ['window.count', 5001, 'Enter a number from 1 to 5,000.'],
  ['window.count', '25', 'Enter a number from 1 to 5,000.'],
  ['window.sorts', list(9, { column: 'a', direction: 'ascending' }), 'Use at most 8 columns to sort by.'],
  ['window.search', long(201), 'Use at most 200 characters.'],
  ['window.filters', list(21, { column: 'a', values: [] }), 'Use at most 20 filters.'],
  ['window.filters', 'all', 'This must be a list.'],
  ['reader', 'de', 'This value cannot be read.'],
  ['reader.locale', long(101), 'Use at most 100 characters.'],
  ['reader.timeZone', undefined, 'This field is required.'],
  ['reader.now', 1e300, 'Enter a number from -8,640,000,000,000,000 to 8,640,000,000,000,000.'],
  ['values.team', long(2001), 'Use at most 2,000 characters.'],
  [
    'values',
    { ...Object.fromEntries(list(16, '').map((_, index) => [`v${index}`, long(2000)])) },
    'Use at most 30,000 characters in all values together.',
  ],
  ['hiddenColumns', list(101, 'a'), 'Use at most 100 columns.'],
  ['refresh', 'yes', 'Choose yes or no.'],
])('a reader’s call with %s %#: %s', (path, value, sentence) => {
  expect(refusal(loadRequestSchema, withValueAt(load, path, value))).toEqual([[path, sentence]]);
});

test.each<[Partial<typeof reader>, Partial<typeof reader>]>([
  [{}, reader],
  [{ locale: 'de_CH' }, { locale: 'de-CH' }],
  [{ locale: 'xx-YY' }, { locale: 'en' }],
  [{ locale: 'no locale!' }, { locale: 'en' }],
  [{ locale: '' }, { locale: 'en' }],
  [{ timeZone: 'Mars/Olympus' }, { timeZone: 'UTC' }],
  [{ timeZone: '' }, { timeZone: 'UTC' }],
])('a search for a reader with %j is one for %j', (part, known) => {
  const request = { ...load, reader: { ...reader, ...part } };
  expect(validate(loadRequestSchema, request).reader).toEqual({ ...reader, ...known });
  expect(validate(columnValuesSchema, { ...request, column: 'c0', offset: 0 }).reader).toEqual({ ...reader, ...known });
});

test.each<[string, unknown, string[]]>([
  ['saveDataSource', {}, ['settings', 'secrets']],
  ['savePanel', { settings: { name: 'A' } }, ['description', 'dataSourceId', 'filters', 'columns', 'visual']],
])('%s without its members names each of them', (key, payload, paths) => {
  const schema = adminCalls[key as 'saveDataSource'].input;
  expect(refusal(schema, payload)).toEqual(paths.map((path) => [path, 'This field is required.']));
});

const calls = Object.entries({ ...adminCalls, ...macroCalls });
const form = {
  settings: directorySettings,
  secrets: { password: 'x' },
  sampleValues: { a: 'b' },
  callbackCopied: true,
};
const panel = { settings: panelSettings(newId()), values: {} };

/** Paths of everything inside. */
const pathsIn = (json: unknown): string[] =>
  json === null || typeof json !== 'object'
    ? []
    : Object.entries(json).flatMap(([name, inner]) => [name, ...pathsIn(inner).map((path) => `${name}.${path}`)]);

const broken = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc
    .constantFrom<unknown>(form, panel, load)
    .chain((whole) =>
      fc
        .tuple(fc.constantFrom(...pathsIn(whole)), fc.oneof(fc.jsonValue({ maxDepth: 1 }), fc.constant(undefined)))
        .map(([path, value]) => withValueAt(whole, path, value)),
    ),
);

/** What only a library says: its own words, names of types, patterns. */
const foreign = /expected|received|invalid|undefined|null|NaN|[<>=/^$\\|]/i;

test.each(calls)('whatever comes in, %s answers in sentences of our own', (_, { input }) => {
  fc.assert(
    fc.property(broken, (payload) => {
      for (const [, sentence] of refusal(input, payload)) {
        expect(sentence).toMatch(/^[A-Z].*\.$/);
        expect(sentence).not.toMatch(foreign);
      }
    }),
    { numRuns: 150 },
  );
});
