import fc from 'fast-check';
import { probeSearch } from '../../../src/masking/probe-search';

test('finds what a plain search finds, and nothing else', () => {
  const letter = fc.constantFrom('a', 'b', 'c');
  const word = (minLength: number, maxLength: number) => fc.string({ unit: letter, minLength, maxLength });
  const property = fc.property(fc.array(word(6, 12), { maxLength: 5 }), word(0, 200), (probes, text) => {
    const found = probeSearch(probes.map((probe) => Buffer.from(probe)))(Buffer.from(text));
    expect(found).toBe(probes.some((probe) => text.includes(probe)));
  });
  fc.assert(property, { numRuns: 2000 });
});

test.each([
  ['at the beginning', 'needle and hay', true],
  ['at the end', 'hay and needle', true],
  ['as the whole', 'needle', true],
  ['almost', 'needl', false],
  ['nowhere', '', false],
])('a probe %s', (_where, text, expected) => {
  expect(probeSearch([Buffer.from('needle')])(Buffer.from(text))).toBe(expected);
});
