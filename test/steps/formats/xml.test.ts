import fc from 'fast-check';
import { proposePanel } from '../../../src/editing/propose/propose-panel';
import { parseXml } from '../../../src/formats/xml';
import { rowSelection } from '../../../src/panel/shape/select';
import { frameBuilder } from '../../../src/panel/shape/shape';
import { compileSelector } from '../../../src/selectors/selector';
import type { ColumnSettings } from '../../../src/shared/contract';
import { Problem } from '../../../src/shared/problem';

const read = (text: string): unknown => JSON.parse(JSON.stringify(parseXml(text, 'Feed')));

describe('an XML document', () => {
  it.each<[string, string, unknown]>([
    ['texts', '<a><b>1</b><c>007</c></a>', { a: { b: '1', c: '007' } }],
    ['attributes', '<a id="1"><b x="2">t</b></a>', { a: { '@id': '1', b: { '@x': '2', '#text': 't' } } }],
    ['repeated elements', '<a><b>1</b><c/><b>2</b><b>3</b></a>', { a: { b: ['1', '2', '3'], c: '' } }],
    ['an empty element', '<a/>', { a: '' }],
    ['an absent value', '<a xmlns:xsi="u"><b xsi:nil="true"/></a>', { a: { b: null } }],
    [
      'prefixes',
      '<f:feed xmlns:f="u"><f:entry f:k="v">x</f:entry></f:feed>',
      { 'f:feed': { 'f:entry': { '@f:k': 'v', '#text': 'x' } } },
    ],
    ['the five entities of XML and numbers', '<a>&lt;&amp;&#65;&#x42;</a>', { a: '<&AB' }],
    ['raw text', '<a>1<![CDATA[<b>]]>2</a>', { a: '1<b>2' }],
    ['blanks of a text', '<a> x </a>', { a: ' x ' }],
    ['no blanks between elements', '<a>\n  <b>x</b>\n</a>', { a: { b: 'x' } }],
    ['comments and instructions', '<?xml version="1.0"?><!-- c --><a><?p q?><!-- d -->x</a>', { a: 'x' }],
    [
      'a list wherever its place has one',
      '<a><r><t>1</t></r><r><t>2</t><t>3</t></r><s><t>4</t></s></a>',
      { a: { r: [{ t: ['1'] }, { t: ['2', '3'] }], s: { t: '4' } } },
    ],
    ['the same name at several depths', '<c><c><c/><c/></c></c>', { c: { c: { c: ['', ''] } } }],
    ["HTML's named entities", '<a t="&uuml;">&nbsp;&hellip;&lt;&euro;</a>', { a: { '@t': 'ü', '#text': '…<€' } }],
    ['a DOCTYPE that is kept elsewhere', '<!DOCTYPE a SYSTEM "http://a.example/[x].dtd"><a>1</a>', { a: '1' }],
    ['a DOCTYPE by public name', "<!DOCTYPE a PUBLIC '-//X//DTD a//EN' 'a.dtd' ><a>1</a>", { a: '1' }],
    ['blank lines before the declaration', '\n\n<?xml version="1.0"?><a>x</a>', { a: 'x' }],
  ])('is read with %s', (_, text, value) => {
    expect(read(text)).toEqual(value);
  });

  it('takes names that objects have already for plain names', () => {
    const text = '<a><__proto__><x>1</x></__proto__><constructor>2</constructor></a>';
    const { a } = parseXml(text, 'Feed') as { a: object };
    expect(Object.keys(a)).toEqual(['__proto__', 'constructor']);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  it.each([
    ['entities', '<!DOCTYPE a [<!ENTITY e "x"><!ENTITY f "&e;&e;">]><a>&f;</a>', /whose DOCTYPE can define entities/],
    [
      'an outside entity',
      '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><a>&e;</a>',
      /whose DOCTYPE can define entities/,
    ],
    ['an empty subset', '<!DOCTYPE a []><a/>', /whose DOCTYPE can define entities/],
    ['a subset behind an address', '<!DOCTYPE a SYSTEM "a.dtd" [<!ENTITY e "x">]><a/>', /whose DOCTYPE/],
    ['an entity nobody defined', '<a>&e;</a>', /error in line 1/],
    ['an entity of HTML without its end', '<a>&nbsp</a>', /error in line 1/],
    ['an element that is not closed', '<a>\n<b></a>', /error in line 2/],
    ['two roots', '<a/><b/>', /error in line 1/],
    ['an attribute twice', '<a x="1" x="2"/>', /error in line 1/],
    ['nothing', '', /error in line 1/],
    ['text alone', 'hello', /error in line 1/],
    ['201 levels', '<a>'.repeat(201) + '</a>'.repeat(201), /more than 200 levels deep/],
    ['a sign-in page', '<html><body>Sign in</body></html>', /a web page, such as a sign-in page, instead of XML/],
  ])('is refused with %s', (_, text, message) => {
    expect(() => parseXml(text, 'Feed')).toThrow(message);
    expect(() => parseXml(text, 'Feed')).toThrow(Problem);
  });

  it('is a value or a problem for any text', () => {
    const piece = fc.constantFrom(
      '<a>',
      '</a>',
      '<b x="1">',
      '</b>',
      '&amp;',
      '&e;',
      '<![CDATA[',
      ']]>',
      '<!--',
      '-->',
      '<!DOCTYPE',
      'x',
      '<',
      '>',
      '"',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        try {
          parseXml(pieces.join(''), 'Feed');
        } catch (error) {
          expect(error).toBeInstanceOf(Problem);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('is read in time with a name for each of many elements', () => {
    const text = `<a>${Array.from({ length: 50_000 }, (_, index) => `<e${index}/><e/>`).join('')}</a>`;
    const { a } = parseXml(text, 'Feed') as { a: Record<string, unknown[]> };
    expect(a.e).toHaveLength(50_000);
  });
});

describe('a list in XML', () => {
  const one = parseXml('<feed><entry><n>1</n><tag>a</tag></entry></feed>', 'Feed');
  const two = parseXml('<feed><entry><n>1</n></entry><entry><n>2</n></entry></feed>', 'Feed');
  const none = parseXml('<feed><title>x</title></feed>', 'Feed');
  const select = (selector: string, document: unknown) => compileSelector(selector).select(document);

  it.each([
    ['$.feed.entry[*].n', ['1'], ['1', '2']],
    ['$.feed.entry[0].n', ['1'], ['1']],
    ['$.feed.entry[-1:].n', ['1'], ['2']],
    ['$.feed.entry[?@.n == "1"].n', ['1'], ['1']],
    ['$..entry[*].n', ['1'], ['1', '2']],
    ['$.feed.entry[*].tag[*]', ['a'], []],
    ['$.feed[*].entry[*].n', ['1'], ['1', '2']],
  ])('has one item where an element stands alone: %s', (selector, alone, several) => {
    expect(select(selector, one)).toEqual(alone);
    expect(select(selector, two)).toEqual(several);
  });

  it('is empty, not absent, where its parent has no such child', () => {
    for (const selector of ['$.feed.entry[*]', '$.feed.entry']) {
      expect(compileSelector(selector).isAbsentIn(none)).toBe(false);
      expect(compileSelector(selector).isAbsentIn(parseXml('<feed/>', 'Feed'))).toBe(false);
      expect(compileSelector(selector).isAbsentIn(parseXml('<other/>', 'Feed'))).toBe(true);
    }
  });

  it('is not asked of objects in JSON', () => {
    expect(select('$.a[*].n', { a: { n: 1 } })).toEqual([]);
    expect(select('$.a[*]', { a: { n: 1 } })).toEqual([1]);
  });

  it.each(['$.feed.entry[*]', '$.feed.entry'])('is rows, be they many or one: %s', (selector) => {
    const rows = (document: unknown) => rowSelection([{ selector }]).rows(document);
    expect(rows(one)).toHaveLength(1);
    expect(rows(two)).toHaveLength(2);
  });
});

/** Names come again at several depths, alone and beside their like. */
const element = fc.letrec<{ element: string }>((tie) => ({
  element: fc
    .record({
      name: fc.constantFrom('a', 'b', 'item', 'x:c'),
      attribute: fc.constantFrom('', ' id="1"', ' rate="1.5" code="USD"'),
      content: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom('', 'text', '12'),
        fc.array(tie('element'), { maxLength: 4 }).map((children) => children.join('')),
      ),
    })
    .map(({ name, attribute, content }) => `<${name}${attribute}>${content}</${name}>`),
})).element;

describe('a panel on XML', () => {
  const frameOf = (document: unknown, selector: string, columns: ColumnSettings[]) => {
    const builder = frameBuilder(columns);
    builder.add(rowSelection([{ selector }]).rows(document));
    return builder.finish().frame;
  };

  it('reads what the test proposes, and a further column changes no other', () => {
    fc.assert(
      fc.property(element, (text) => {
        const document = parseXml(text, 'Feed');
        const { rowsSelector, rowCount, columns } = proposePanel(document);
        expect(() => rowSelection([{ selector: rowsSelector }]).requireIn(document)).not.toThrow();
        const { values, rowCount: rows } = frameOf(document, rowsSelector, columns);
        expect(rows).toBe(rowCount);
        const proposed = rowSelection([{ selector: rowsSelector }]).rows(document);
        for (const { selector } of columns) {
          expect(proposed.some((row) => compileSelector(selector).select(row).length > 0)).toBe(true);
        }
        expect(proposePanel(document, { rows: { selector: rowsSelector } }).columns).toEqual(columns);
        const more = [...columns, { label: 'More', selector: '$.item[*].a[0]', type: 'text' } as const];
        expect(frameOf(document, rowsSelector, more).values.slice(0, columns.length)).toEqual(values);
      }),
      { numRuns: 300 },
    );
  });
});

test('what stands where the error is goes to admins alone, and is bounded', () => {
  const name = 'n'.repeat(2_000_000);
  const text = `<a ${name}="1" ${name}="2"/>`;
  const thrown = (() => {
    try {
      return parseXml(text, 'Orders');
    } catch (error) {
      return error as Problem;
    }
  })() as Problem;
  expect(thrown.message).toBe('Orders returned XML with an error in line 1.');
  expect(thrown.details.detail).toMatch(/^duplicate attribute: n+…/);
  expect(thrown.details.detail?.length).toBeLessThanOrEqual(300);
});
