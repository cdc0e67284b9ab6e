import fc from 'fast-check';
import { linkTo, readSharedLink } from '../../../../static/macro/shared-link';

const page = 'https://example.atlassian.net/wiki/spaces/HB/pages/7?focused=1';
const window = { offset: 50, count: 25 };

describe('a link to a view', () => {
  it('is read back as what it was made of', () => {
    const key = fc.stringMatching(/^[a-z0-9_]{1,12}$/);
    const values = fc.dictionary(key, fc.string({ maxLength: 50 }), { maxKeys: 4, noNullPrototype: true });
    const search = fc.string({ minLength: 1, maxLength: 50 }).filter((text) => text.trim() === text && text !== '');
    const sorts = fc.array(fc.record({ column: key, direction: fc.constantFrom('ascending', 'descending') }), {
      minLength: 1,
      maxLength: 5,
    });
    const cell = fc.oneof(fc.string({ maxLength: 20 }), fc.integer(), fc.boolean(), fc.constant(null));
    const filter = fc.record({ column: key, values: fc.array(cell, { minLength: 1, maxLength: 5 }) });
    const filters = fc.uniqueArray(filter, { minLength: 1, maxLength: 3, selector: ({ column }) => column });
    fc.assert(
      fc.property(values, fc.record({ search, sorts, filters }, { requiredKeys: [] }), (given, part) => {
        const link = linkTo(page, 'm.1', given, { ...window, ...part });
        expect(readSharedLink(link ?? '', 'm.1')).toEqual({ values: given, window: part });
        expect(readSharedLink(link ?? '', 'm2')).toEqual({ values: {}, window: {} });
        expect(new URL(link ?? '').searchParams.get('focused')).toBe('1');
      }),
    );
  });

  it('takes the place of what the address said of this macro, and leaves what it says of others', () => {
    const first = linkTo(page, 'm1', { team: 'ops' }, { ...window, search: 'a' }) ?? '';
    const other = linkTo(first, 'm2', {}, { ...window, search: 'b' }) ?? '';
    const again = linkTo(`${other}&xd.search=all`, 'm1', {}, { ...window, search: 'c' }) ?? '';
    expect(readSharedLink(again, 'm1')).toEqual({ values: {}, window: { search: 'c' } });
    expect(readSharedLink(again, 'm2')).toEqual({ values: {}, window: { search: 'b' } });
  });

  it('without a local id is for every macro on the page', () => {
    expect(readSharedLink(`${page}&xd.search=legal&xd.value.team=ops&xd.sort=-c1`, 'm1')).toEqual({
      values: { team: 'ops' },
      window: { search: 'legal', sorts: [{ column: 'c1', direction: 'descending' }] },
    });
  });

  it.each([
    ['not an address'],
    [`${page}&xd.sort=-&xd.sort=&xd.filter.=["x"]&xd.value.=x`],
    [`${page}&xd.filter.c1=[&xd.filter.c2={}&xd.filter.c3=[{}]&xd.filter.c4=[]&xd.filter.c5=[[1]]`],
    [`${page}&xd.unknown=1&xdsearch=x&search=x`],
    [`${page}&xd.value.team=${'x'.repeat(1001)}&xd.sort=${'x'.repeat(101)}&xd.filter.c1=["${'x'.repeat(1001)}"]`],
  ])('is taken only as far as it is sound: %s', (address) => {
    const { values = {}, window: part = {} } = readSharedLink(address, 'm1');
    expect([values, part]).toEqual([{}, {}]);
  });

  it('carries bounded parts only', () => {
    const many = Array.from({ length: 50 }, (_, at) => `&xd.sort=c${at}&xd.value.v${at}=1`).join('');
    const { values = {}, window: part } = readSharedLink(`${page}${many}&xd.search=${'x'.repeat(999)}`, 'm1');
    expect(part?.sorts).toHaveLength(5);
    expect(Object.keys(values)).toHaveLength(20);
    expect(part?.search).toHaveLength(200);
  });

  it('is none where it would be too long', () => {
    expect(linkTo(page, 'm1', { text: 'x'.repeat(9000) }, window)).toBeNull();
  });
});
