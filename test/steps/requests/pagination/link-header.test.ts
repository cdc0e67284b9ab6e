import fc from 'fast-check';
import { nextLink } from '../../../../src/requests/pagination/link-header';

describe('the next link of a Link header', () => {
  it.each<[string, string | undefined]>([
    ['<https://a/b?page=2>; rel="next"', 'https://a/b?page=2'],
    ['<https://a/1>; rel="prev", <https://a/3>; rel="next"', 'https://a/3'],
    ['<https://a/1>; rel=prev,<https://a/3>; rel=next', 'https://a/3'],
    ['<?page=2>; rel="last next"', '?page=2'],
    ['<https://a/3>; rel="NEXT"', 'https://a/3'],
    ['<https://a/3> ; title="a, b; rel=prev" ; rel = "next"', 'https://a/3'],
    ['<https://a/x,y;z>; rel=next', 'https://a/x,y;z'],
    ['<https://a/1>; rel="nextish"', undefined],
    ['<https://a/1>; rel="prev next-archive"', undefined],
    ['<https://a/1>; rel="next"; anchor="#foo"', undefined],
    ['<>; rel="next"', undefined],
    ['https://a/1; rel="next"', undefined],
    ['<https://a/1>', undefined],
    ['', undefined],
  ])('of %s is %s', (header, link) => {
    expect(nextLink(header)).toBe(link);
  });

  it('is found in time in any text', () => {
    const piece = fc.constantFrom('<', '>', ';', ',', '=', '"', '\\', 'rel', 'next', ' ', 'a');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 200 }), (pieces) =>
        ['string', 'undefined'].includes(typeof nextLink(pieces.join(''))),
      ),
    );
    for (const hostile of ['<', '<a>;', '<a>;rel="', '<a>; a=b', '<a>; rel="next\\']) nextLink(hostile.repeat(20_000));
  });
});
