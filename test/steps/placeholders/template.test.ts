import fc from 'fast-check';
import { escapeBraces, parseTemplate } from '../../../src/placeholders/template';

describe('text with placeholders', () => {
  it.each([
    ['plain', ['plain']],
    ['', []],
    ['{a}', [{ name: 'a' }]],
    ['x{a}y{ b }', ['x', { name: 'a' }, 'y', { name: 'b' }]],
    ['{größe_1}', [{ name: 'größe_1' }]],
    [
      '{a:odata}{b:number}',
      [
        { name: 'a', encoder: 'odata' },
        { name: 'b', encoder: 'number' },
      ],
    ],
    ['{$.now}', [{ name: '$.now' }]],
    ['{ $.a||$.user.email :odata}', [{ name: '$.a || $.user.email', encoder: 'odata' }]],
    ['{{a}}', ['{a}']],
    ['{{{a}}}', ['{', { name: 'a' }, '}']],
  ])('%j is read as %j', (text, template) => {
    expect(parseTemplate(text)).toEqual({ template });
  });

  it.each([
    ['{', /single {/],
    ['a } b', /single }/],
    ['{}', /is not a variable/],
    ['{a b}', /is not a variable/],
    ['{$now}', /is not a variable/],
    ['{$.a | $.b}', /is not a variable/],
    ['{$.a || b}', /is not a variable/],
    ['{1a}', /is not a variable/],
    ['{a:sql}', /sql is not one of number, odata/],
  ])('%j is refused', (text, refusal) => {
    expect(parseTemplate(text).refusal).toMatch(refusal);
  });

  it('keeps any text whose braces are doubled', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('{', '}', 'a', ':', ' ') }), (text) => {
        expect(parseTemplate(escapeBraces(text))).toEqual({ template: text === '' ? [] : [text] });
      }),
    );
  });
});
