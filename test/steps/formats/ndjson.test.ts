import fc from 'fast-check';
import { parseNdjson as parseLines } from '../../../src/formats/ndjson';
import { parseJson } from '../../../src/formats/json';
import { Problem } from '../../../src/shared/problem';

const parseNdjson = (text: string, name: string) => parseLines(text, name, parseJson);

describe('newline-delimited JSON', () => {
  it.each<[string, string, unknown[]]>([
    ['one value a line', '{"a":1}\n{"a":2}\n', [{ a: 1 }, { a: 2 }]],
    ['Windows line ends and blank lines', '{"a":1}\r\n\r\n{"a":2}', [{ a: 1 }, { a: 2 }]],
    ['ids too long for a number', '{"id":12345678901234567890}\n', [{ id: '12345678901234567890' }]],
    ['line ends written as escapes', '{"a":"x\\ny"}', [{ a: 'x\ny' }]],
    ['nothing', '', []],
  ])('reads %s', (_, text, values) => {
    expect(parseNdjson(text, 'Events')).toEqual(values);
  });

  it.each([
    ['{"a":1}\n{"a":', 'line 2'],
    ['{"a":1}\n\n{"a":1},\n', 'line 3'],
    ['<!doctype html>', 'line 1'],
    [`{"a":1}\n${'['.repeat(300)}${']'.repeat(300)}`, 'line 2'],
  ])('names the line that cannot be read in %j', (text, line) => {
    expect(() => parseNdjson(text, 'Events')).toThrow(`Events returned NDJSON whose ${line} cannot be read.`);
    expect(() => parseNdjson(text, 'Events')).toThrow(Problem);
  });

  it('reads back any values', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), (values) => {
        const plain = JSON.parse(JSON.stringify(values)) as unknown[];
        fc.pre(!/\d{16}/.test(JSON.stringify(plain)));
        expect(parseNdjson(plain.map((value) => JSON.stringify(value)).join('\n'), 'Events')).toEqual(plain);
      }),
    );
  });
});
