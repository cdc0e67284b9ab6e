import { proposePanel } from '../../../../src/panel/propose/propose-panel';
import { rowSelection } from '../../../../src/panel/select';
import { frameBuilder } from '../../../../src/panel/shape';
import { compileSelector } from '../../../../src/selectors/selector';

const graph = {
  '@odata.context': 'https://graph.example.com/v1.0/$metadata#users',
  '@odata.nextLink': 'https://graph.example.com/v1.0/users?$skiptoken=x',
  value: [
    {
      id: '1b',
      displayName: 'Ann',
      mail: 'ann@example.com',
      accountEnabled: true,
      createdDateTime: '2026-01-05T10:00:00Z',
      businessPhones: ['1', '2'],
    },
    {
      id: '2c',
      displayName: 'Ben',
      mail: 'ben@example.com',
      accountEnabled: false,
      createdDateTime: '2026-02-05T10:00:00Z',
      jobTitle: 'Clerk',
    },
  ],
};

const columns = (document: unknown, selector?: string) =>
  proposePanel(document, selector).columns.map(({ label, selector: path, type }) => `${label} | ${path} | ${type}`);

describe('proposing rows', () => {
  it.each([
    ['a list under a name', graph, '$.value[*]'],
    ['a list at the top', [{ a: 1 }], '$[*]'],
    ['the largest of several lists', { small: [{ a: 1 }], deep: { items: [{ a: 1 }, { a: 2 }] } }, '$.deep.items[*]'],
    ['objects before plain values', { tags: ['a', 'b', 'c'], rows: [{ a: 1 }] }, '$.rows[*]'],
    ['a list under a name that needs quotes', { 'my "own" rows': [{ a: 1 }] }, `$['my "own" rows'][*]`],
    ["a list under a name with a '", { "a'b": [{ a: 1 }] }, "$['a\\'b'][*]"],
    ['objects keyed by id', { users: { u1: { n: 1 }, u2: { n: 2 }, u3: { n: 3 } } }, '$.users[*]'],
    ['a few objects keyed by numbers', { users: { 17: { n: 1 }, 18: { n: 2 } } }, '$.users[*]'],
    ['one object keyed by a GUID', { users: { '6f9619ff-8b86-d011-b42d-00c04fc964ff': { n: 1 } } }, '$.users[*]'],
    ['a table written column by column', { daily: { time: ['a', 'b'], height: [1, 2] }, unit: 'm' }, '$.daily'],
    ['no such table where lists differ in length', { tags: ['a'], ids: [1, 2, 3] }, '$.ids[*]'],
    [
      'lists of lists as they are',
      {
        columns: ['a', 'b'],
        rows: [
          [1, 2],
          [3, 4],
        ],
      },
      '$.rows[*]',
    ],
    ['no list under a name that no selector can have', { 'a\u0001': [{ x: 1 }, { x: 2 }], b: [{ y: 1 }] }, '$.b[*]'],
    ['plain values when there is nothing else', { tags: ['a', 'b'] }, '$.tags[*]'],
    ['a single object', { name: 'x', size: 3 }, '$'],
    ['nothing', null, '$'],
  ])('takes %s', (_, document, selector) => {
    expect(proposePanel(document).rowsSelector).toBe(selector);
  });

  it('names the other lists and counts the rows', () => {
    const document = { a: [{ x: 1 }], b: [{ x: 1 }, { x: 2 }], c: ['t'] };
    expect(proposePanel(document)).toMatchObject({
      rowsSelector: '$.b[*]',
      rowCount: 2,
      otherRowsSelectors: ['$.a[*]', '$.c[*]'],
    });
  });

  it('proposes columns for the selector that is handed in', () => {
    expect(columns({ a: [{ x: 1 }], b: [{ y: 'z' }, { y: 'w' }] }, '$.a[*]')).toEqual(['X | $.x | number']);
    expect(() => proposePanel({ a: [] }, '$.b[*]')).toThrow(
      expect.objectContaining({ code: 'selector-matched-nothing' }),
    );
    expect(() => proposePanel({ a: [] }, '$.b[')).toThrow(expect.objectContaining({ code: 'selector-invalid' }));
  });
});

describe('proposing columns', () => {
  it('takes the union of the fields of all rows, plain values first, with types as the values have them', () => {
    expect(columns(graph)).toEqual([
      'ID | $.id | text',
      'Display name | $.displayName | text',
      'Mail | $.mail | email',
      'Account enabled | $.accountEnabled | boolean',
      'Created date time | $.createdDateTime | date-time',
      'Job title | $.jobTitle | text',
      'Business phones | $.businessPhones | text',
    ]);
  });

  it('takes the members of an object inside a row as columns of their own', () => {
    expect(columns([{ name: 'x', address: { city: 'Ulm', geo: { lat: 1 } } }])).toEqual([
      'Name | $.name | text',
      'Address city | $.address.city | text',
      'Address geo | $.address.geo | text',
    ]);
  });

  it.each([
    ['long digit ids', [{ key: '12345678901234567890' }], 'text'],
    ['digits in texts', [{ zip: '01234' }], 'text'],
    ['numbers', [{ n: 1 }, { n: 2.5 }, { n: null }], 'number'],
    ['the numbers of an id', [{ userId: 17 }], 'text'],
    ['the numbers of what ends like an id', [{ paid: 17 }], 'number'],
    ['numbers and texts', [{ n: 1 }, { n: 'x' }], 'text'],
    ['days', [{ d: '2026-01-05' }, { d: '2026-02-05' }], 'date'],
    ['days that never were', [{ d: '2026-02-31' }], 'text'],
    ['times', [{ d: '2026-01-05T10:00:00+01:00' }], 'date-time'],
    ['days and times', [{ d: '2026-01-05T10:00:00Z' }, { d: '2026-01-05' }], 'text'],
    ['seconds since 1970', [{ d: 1795426200 }], 'number'],
    ['https links', [{ l: 'https://example.com' }], 'link'],
    ['http links', [{ l: 'http://example.com' }], 'text'],
    ['true and false', [{ b: true }, {}], 'boolean'],
    ['yes and no', [{ b: 'yes' }], 'text'],
    ['nothing at all', [{ x: null }], 'text'],
  ])('gives %s the type they have in every row', (_, rows, type) => {
    expect(proposePanel(rows).columns[0]?.type).toBe(type);
  });

  it('proposes a dozen at most, and no annotations', () => {
    const wide = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`field${index}`, index]));
    expect(columns([wide])).toHaveLength(12);
    expect(columns([{ '@odata.etag': 'W/1', 'a@odata.type': 'x', a: 1 }])).toEqual(['A | $.a | number']);
  });

  it('names the places of rows that are lists by the list that comes with them', () => {
    const table = {
      columns: ['Country', 'People'],
      rows: [
        ['Peru', 34],
        ['Oman', 5],
      ],
    };
    expect(columns(table)).toEqual(['Country | $[0] | text', 'People | $[1] | number']);
    expect(columns([['Peru', 34]])).toEqual(['Column 1 | $[0] | text', 'Column 2 | $[1] | number']);
  });

  it('takes the lists of a table written column by column as its columns', () => {
    const document = { hourly: { time: ['2026-01-05T10:00', '2026-01-05T11:00'], temperature_2m: [1.5, null] } };
    expect(columns(document)).toEqual(['Time | $.time | date-time', 'Temperature 2m | $.temperature_2m | number']);
    const builder = frameBuilder(proposePanel(document).columns);
    builder.add(rowSelection([{ selector: '$.hourly' }]).rows(document));
    expect(builder.finish().frame.values[1]).toEqual([1.5, null]);
  });

  it('leaves out fields that no selector can name', () => {
    expect(columns([{ 'a\u0002b': 1, c: 2 }])).toEqual(['C | $.c | number']);
  });

  it('puts ids that only machines read after everything that has a value', () => {
    const row = { id: '6f9619ff-8b86-d011-b42d-00c04fc964ff', key: 'K-1', tags: ['x'], name: 'Ann', none: null };
    expect(columns([row]).map((text) => text.split(' | ')[1])).toEqual(['$.key', '$.name', '$.tags', '$.id', '$.none']);
  });

  it('takes plain rows as one column', () => {
    expect(columns(['a', 'b'])).toEqual(['Value | $ | text']);
  });

  it('proposes selectors that find every proposed value', () => {
    const names = ['a b', "o'clock", 'quo"te', 'back\\slash', 'new\nline', '0', 'é', '$x', '', 'a.b'];
    const row = Object.fromEntries(names.map((name, index) => [name, `v${index}`]));
    const proposal = proposePanel([row, row]);
    for (const { selector } of proposal.columns) expect(() => compileSelector(selector)).not.toThrow();
    const builder = frameBuilder(proposal.columns);
    builder.add(rowSelection([{ selector: proposal.rowsSelector }]).rows([row, row]));
    expect(
      builder
        .finish()
        .frame.values.map(([value]) => value)
        .sort(),
    ).toEqual(Object.values(row).sort());
  });
});
