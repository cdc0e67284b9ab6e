import { parseXml } from '../../../src/formats/xml';
import { maskDocument } from '../../../src/masking/mask-document';
import { compileSelector } from '../../../src/selectors/selector';

it('an XML element stays one, so that a lone child is still a list of one', () => {
  const document = parseXml('<feed><entry key="s3cret">x</entry></feed>', 'Feed');
  const masked = maskDocument(document, (text) => text.replaceAll('s3cret', '•••'));
  expect(compileSelector("$.feed.entry[*]['@key']").select(masked)).toEqual(['•••']);
});
