import { parseXml } from '../../../../src/formats/xml';
import { knownError } from '../../../../src/panel/read/known-errors';

describe('an error that is known for what it is', () => {
  it.each<[string, unknown, string | undefined]>([
    ['GraphQL without data', { errors: [{ message: 'a' }] }, 'a'],
    ['GraphQL with data', { data: { x: [1] }, errors: [{ message: 'a', path: ['y'] }], extensions: {} }, 'a'],
    ['GraphQL without errors', { data: { x: [1] }, errors: [] }, undefined],
    ['another API with errors beside its rows', { data: [1], errors: [{ message: 'a' }] }, undefined],
    ['another API with more members', { status: 'ok', errors: [{ message: 'a' }] }, undefined],
    ['errors without words', { errors: [{ code: 5 }] }, undefined],
    ['rows that are errors', { errors: 3 }, undefined],
    ['a list', [{ errors: [{ message: 'a' }] }], undefined],
    ['nothing', null, undefined],
  ])('is found in %s', (_, document, words) => {
    expect(knownError(document)).toBe(words);
  });

  it.each<[string, string, string | undefined]>([
    ['SOAP 1.1', '<e:Envelope><e:Body><e:Fault><faultstring>a</faultstring></e:Fault></e:Body></e:Envelope>', 'a'],
    [
      'SOAP 1.2',
      '<Envelope><Header/><Body><Fault><Reason><Text xml:lang="en">a</Text></Reason></Fault></Body></Envelope>',
      'a',
    ],
    ['a fault without words', '<Envelope><Body><Fault/></Body></Envelope>', '""'],
    ['a reply', '<e:Envelope><e:Body><r:Reply><Fault>x</Fault></r:Reply></e:Body></e:Envelope>', undefined],
    ['another document', '<Fault><faultstring>a</faultstring></Fault>', undefined],
  ])('is found in %s', (_, text, words) => {
    expect(knownError(parseXml(text, 'Orders'))).toBe(words);
  });
});
