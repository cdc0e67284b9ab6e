import fc from 'fast-check';
import { listNames } from '../../../src/formats/list-names';
import { parseXml } from '../../../src/formats/xml';
import { Problem } from '../../../src/shared/problem';

const read = (text: string, lists: string[] = []): unknown =>
  JSON.parse(JSON.stringify(parseXml(text, 'Feed', new Set(lists))));

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
    ['blank lines before the declaration', '\n\n<?xml version="1.0"?><a>x</a>', { a: 'x' }],
  ])('is read with %s', (_, text, value) => {
    expect(read(text)).toEqual(value);
  });

  it('makes a list of one where it is told to', () => {
    expect(read('<f><e><n>1</n></e></f>', ['e'])).toEqual({ f: { e: [{ n: '1' }] } });
    expect(read('<f><e>1</e><e>2</e></f>', ['e'])).toEqual({ f: { e: ['1', '2'] } });
  });

  it('takes names that objects have already for plain names', () => {
    const text = '<a><__proto__><x>1</x></__proto__><constructor>2</constructor></a>';
    const { a } = parseXml(text, 'Feed') as { a: object };
    expect(Object.keys(a)).toEqual(['__proto__', 'constructor']);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  it.each([
    ['a DOCTYPE', '<!DOCTYPE a SYSTEM "http://evil.example/x.dtd"><a/>', /with a DOCTYPE/],
    ['entities', '<!DOCTYPE a [<!ENTITY e "x"><!ENTITY f "&e;&e;">]><a>&f;</a>', /with a DOCTYPE/],
    ['an outside entity', '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><a>&e;</a>', /with a DOCTYPE/],
    ['an entity nobody defined', '<a>&e;</a>', /error in line 1/],
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

describe('elements that a selector takes for lists', () => {
  it.each<[string, string[], string[]]>([
    ['$.feed.entry', [], ['entry']],
    ['$.feed.entry[*]', [], ['entry']],
    ["$['a:feed']['a:entry'][0]", [], ['a:entry']],
    ['$..item[*]', [], ['item']],
    ['$.a[?@.b == "c"].d', [], ['a']],
    ['$.a.b[1:3].c', ['$.phones.phone[0]', '$.name'], ['b', 'phone']],
    ['$..item', [], ['item']],
    ['$', [], []],
    ['not a selector', [], []],
  ])('of %s and %j are %j', (rows, others, names) => {
    expect([...listNames([rows], others)].sort()).toEqual(names);
  });
});
