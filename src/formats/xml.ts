import { SaxesParser } from 'saxes';
import { Problem } from '../shared/problem';
import { unreadableResponse, webPageInstead } from './unreadable-response';
import { isWebPage } from './web-page';
import { XmlBuilder } from './xml-builder';

/**
 * An XML document as an object with one member, its root element. An element is a text where it has neither attributes
 * nor children; else an object without prototype, with attributes as `@name`, its own text as `#text`, and children by
 * their names, a list where the name repeats or is among `listNames`. Names keep their prefix, as in `atom:entry`;
 * namespace declarations are left out. All values are texts, `null` for `xsi:nil="true"`.
 * @throws Problem `sign-in-page` for a web page; `response-unreadable` for malformed XML, any DOCTYPE (which is where entities and outside
 * references are declared), and nesting beyond 200 levels
 */
export function parseXml(text: string, dataSourceName: string, listNames: ReadonlySet<string> = new Set()): unknown {
  if (isWebPage(text)) throw webPageInstead(dataSourceName, 'xml', text);
  try {
    return build(text.trimStart(), dataSourceName, listNames);
  } catch (cause) {
    if (cause instanceof Problem) throw cause;
    const place = /^(\d+):\d+: (.*)$/.exec(cause instanceof Error ? cause.message : '');
    const what = place
      ? `with an error in line ${Number(place[1]).toLocaleString('en')}: ${place[2]}`
      : 'that is not valid';
    throw unreadableResponse(dataSourceName, 'xml', what.replace(/\.$/, ''), text, cause);
  }
}

function build(text: string, name: string, listNames: ReadonlySet<string>): unknown {
  const parser = new SaxesParser({ xmlns: false });
  const builder = new XmlBuilder(listNames, () =>
    unreadableResponse(name, 'xml', 'nested more than 200 levels deep, which the app does not read', text),
  );
  parser.on('doctype', () => {
    throw unreadableResponse(
      name,
      'xml',
      'with a DOCTYPE, which the app does not accept because it can define entities',
      text,
    );
  });
  parser.on('opentag', (tag) => builder.open(tag.name, tag.attributes));
  parser.on('text', (piece) => builder.text(piece));
  parser.on('cdata', (piece) => builder.text(piece));
  parser.on('closetag', () => builder.close());
  parser.write(text).close();
  return builder.document;
}
