import { SaxesParser } from 'saxes';
import { Problem } from '../shared/problem';
import { shorten } from '../shared/shorten';
import { htmlEntities } from './html-entities';
import { unreadableResponse, webPageInstead } from './unreadable-response';
import { ValueBudget } from './value-budget';
import { isWebPage } from './web-page';
import { XmlBuilder } from './xml-builder';

/**
 * An XML document as an object with one member, its root element. An element is a text where it has neither attributes
 * nor children; else an object (`isElement`), with attributes as `@name`, its own text as `#text`, and children by
 * their names, a list where the name comes again in an element at the same place. Names keep their prefix, as in
 * `atom:entry`; namespace declarations are left out. All values are texts, `null` for `xsi:nil="true"`. A DOCTYPE that
 * only names a definition elsewhere is passed over, and nothing is ever loaded from there.
 * @throws Problem `sign-in-page` for a web page; `response-unreadable` for malformed XML, a DOCTYPE with a subset of its
 * own (which is where entities are defined), and nesting beyond 200 levels; `response-too-large` for more elements and
 * attributes than there is memory for
 */
export function parseXml(text: string, dataSourceName: string): unknown {
  if (isWebPage(text)) throw webPageInstead(dataSourceName, 'xml', text);
  try {
    return build(text.trimStart(), dataSourceName);
  } catch (cause) {
    if (cause instanceof Problem) throw cause;
    const place = /^(\d+):\d+: (.*)$/.exec(cause instanceof Error ? cause.message : '');
    const what = place ? `with an error in line ${Number(place[1]).toLocaleString('en')}` : 'that is not valid';
    const words = shorten(place?.[2] ?? '', longestReason); // it names what stands there, so it is for admins
    throw unreadableResponse(dataSourceName, 'xml', what, `${words} ${text.trimStart()}`, cause);
  }
}

const longestReason = 100;

function build(text: string, name: string): unknown {
  const parser = new SaxesParser({ xmlns: false });
  parser.ENTITIES = htmlEntities;
  const tooDeep = () =>
    unreadableResponse(name, 'xml', 'nested more than 200 levels deep, which the app does not read', text);
  const builder = new XmlBuilder(tooDeep, new ValueBudget(name));
  parser.on('doctype', (doctype) => {
    if (!hasOwnSubset(doctype)) return;
    throw unreadableResponse(name, 'xml', 'whose DOCTYPE can define entities, which the app does not accept', text);
  });
  parser.on('opentag', (tag) => builder.open(tag.name, tag.attributes));
  parser.on('text', (piece) => builder.text(piece));
  parser.on('cdata', (piece) => builder.text(piece));
  parser.on('closetag', () => builder.close());
  parser.write(text).close();
  return builder.document;
}

/** Whether definitions stand in the DOCTYPE itself, between brackets (XML 1.0 section 2.8), as against quoted addresses. */
function hasOwnSubset(doctype: string): boolean {
  return doctype.replace(/"[^"]*"|'[^']*'/g, '').includes('[');
}
