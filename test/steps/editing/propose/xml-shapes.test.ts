import { proposePanel } from '../../../../src/editing/propose/propose-panel';
import { parseXml } from '../../../../src/formats/xml';

const proposed = (text: string) => {
  const { rowsSelector, columns } = proposePanel(parseXml(text, 'it'));
  return [rowsSelector, ...columns.map(({ label, selector }) => `${label} ${selector}`)];
};

describe('the rows of XML', () => {
  it.each([
    [
      'one record with a list of its own is one row',
      '<dog><id>4</id><breed>Pug</breed><toys><toy>ball</toy><toy>bone</toy></toys></dog>',
      ['$.dog', 'ID $.id', 'Breed $.breed', 'Toys toy $.toys.toy'],
    ],
    [
      'entries come before links, be there more of these',
      '<log><link rel="self" href="a"/><link rel="next" href="b"/><link rel="up" href="c"/><day><no>1</no></day><day><no>2</no></day></log>',
      ['$.log.day[*]', 'No $.no'],
    ],
    [
      'values are taken from deeper down where most of them are',
      '<list><r><href>a</href><s><ok>y</ok><p><n>A</n><t>x</t><w>1</w></p></s></r><r><href>b</href><s><ok>y</ok><p><n>B</n><t>x</t><w>2</w></p></s></r></list>',
      ['$.list.r[*]', 'Href $.href', 'S ok $.s.ok', 'S p n $.s.p.n', 'S p t $.s.p.t', 'S p w $.s.p.w'],
    ],
    [
      'prefixes are no part of a label',
      '<m:list xmlns:m="urn:x"><m:item><m:unitPrice>4</m:unitPrice></m:item><m:item><m:unitPrice>5</m:unitPrice></m:item></m:list>',
      ["$['m:list']['m:item'][*]", "Unit price $['m:unitPrice']"],
    ],
  ])('%s', (_, text, expected) => {
    expect(proposed(text)).toEqual(expected);
  });
});
