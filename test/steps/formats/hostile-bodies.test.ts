import fc from 'fast-check';
import { hasTooManyValues } from '../../../src/formats/json-scan';
import { parseResponse } from '../../../src/formats/parse-response';
import { hostileJson, largestRows, largestTable, otherHostile } from '../../support/hostile-bodies';

const megabyte = 1024 * 1024;
/** Small enough to be read as far as its size goes. */
const size = 12 * megabyte;

const read = (bytes: Uint8Array, contentType: string) =>
  parseResponse({ bytes, contentType }, { dataSourceName: 'Orders', format: 'auto' }).document;

const json = Object.entries(hostileJson).map(([name, bodyOf]) => [name, 'application/json', bodyOf] as const);
const others = Object.entries(otherHostile).map(
  ([name, [contentType, bodyOf]]) => [name, contentType, bodyOf] as const,
);

describe('a body of more values than a function has memory for', () => {
  it.each([...json, ...others])('is refused in a sentence when it is made of %s', (_, contentType, bodyOf) => {
    const message = expect.stringContaining('Orders returned more values than the app has memory for.');
    const work = () => read(bodyOf(size), contentType);
    expect(work).toThrow(expect.objectContaining({ code: 'response-too-large', message }));
  });

  it('is refused in UTF-16 too, whose bytes mean other characters', () => {
    const body = Buffer.from(`\ufeff["\u2c22",${'{},'.repeat(2_000_000)}1]`, 'utf16le');
    expect(() => read(body, 'application/json')).toThrow(expect.objectContaining({ code: 'response-too-large' }));
  });
});

describe('the largest list that a panel may have', () => {
  it('is read as JSON of 200,000 rows and 20 members', () => {
    const body = largestRows();
    expect(body.length).toBeGreaterThan(30 * megabyte);
    expect(body.length).toBeLessThan(32 * megabyte);
    expect(read(body, 'application/json')).toHaveLength(200_000);
  });

  it('is read as a table of 200,000 records and 20 cells', () => {
    const rows = read(largestTable(), 'text/csv') as Record<string, string>[];
    expect(rows).toHaveLength(200_000);
    expect(rows[34]).toEqual(expect.objectContaining({ a: 'y', c: '', d: '11' }));
  });
});

/** What a value takes at least: its items and members, and something for each list and object. */
function leastOf(value: unknown): number {
  if (Array.isArray(value)) return 2 + Math.max(0, value.length - 1) + sum(value.map(leastOf));
  if (typeof value !== 'object' || value === null) return 0;
  return 2 + Object.keys(value).length + sum(Object.values(value).map(leastOf));
}

function namesIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const own = Array.isArray(value) ? 0 : Object.keys(value).length;
  return own + sum(Object.values(value).map(namesIn));
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);

describe('counting the values of a JSON text', () => {
  const texts = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('"', '\\', '[{,:', '\\"', '17', '{}'));
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof({ maxDepth: 5 }, texts, fc.integer(), tie('list'), tie('object')),
    list: fc.array(tie('value')),
    object: fc.dictionary(texts, tie('value')),
  }));

  it('finds at least its items, members, lists and objects, and no more than names may cost beside them', () => {
    fc.assert(
      fc.property(value, fc.constantFrom(undefined, 2), (document, indent) => {
        const bytes = Buffer.from(JSON.stringify(document, null, indent));
        const least = leastOf(document);
        const most = least + 9 * namesIn(document);
        expect(hasTooManyValues(bytes, most)).toBe(false);
        if (least > 0 && bytes.length >= least) expect(hasTooManyValues(bytes, least - 1)).toBe(true);
      }),
    );
  });

  it('counts alike wherever the bytes lie in memory', () => {
    const text = Buffer.from(JSON.stringify(Array.from({ length: 500 }, (_, id) => ({ id }))));
    for (let offset = 0; offset < 5; offset++) {
      const shifted = Buffer.alloc(text.length + 8).subarray(offset, offset + text.length);
      text.copy(shifted);
      expect([1900, 2100].map((most) => hasTooManyValues(shifted, most))).toEqual([true, false]);
    }
  });

  it('asks less for rows that are alike than for rows of which each has names of its own', () => {
    const rowsOf = (nameOf: (row: number) => string) =>
      Buffer.from(JSON.stringify(Array.from({ length: 1000 }, (_, row) => ({ [nameOf(row)]: row }))));
    expect(
      hasTooManyValues(
        rowsOf(() => 'name'),
        5000,
      ),
    ).toBe(false);
    expect(
      hasTooManyValues(
        rowsOf((row) => `name${row}`),
        5000,
      ),
    ).toBe(true);
  });
});
