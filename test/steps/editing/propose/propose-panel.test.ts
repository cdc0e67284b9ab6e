import { proposePanel } from '../../../../src/editing/propose/propose-panel';
import { rowSelection } from '../../../../src/panel/shape/select';
import { frameBuilder } from '../../../../src/panel/shape/shape';
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

const chosen = (selector: string | undefined) => (selector === undefined ? {} : { rows: { selector } });

const columns = (document: unknown, selector?: string) =>
  proposePanel(document, chosen(selector)).columns.map(
    ({ label, selector: path, type }) => `${label} | ${path} | ${type}`,
  );

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
    ['two objects keyed by names with digits', { users: { a1: { n: 1 }, b2: { n: 2 } } }, '$.users[*]'],
    ['two objects under words as members of one', { home: { n: 1 }, work: { n: 2 } }, '$'],
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

  it('knows the key of rows that come from an object keyed by id, whoever selects it', () => {
    const document = { users: { a1: { name: 'Ann' }, b2: { name: 'Ben', age: 4 } } };
    for (const selector of [undefined, '$.users', '$.users[*]']) {
      const proposal = proposePanel(document, chosen(selector));
      expect(proposal).toMatchObject({ rowsSelector: '$.users[*]', rowCount: 2 });
      const builder = frameBuilder(proposal.columns);
      builder.add(rowSelection([{ selector: proposal.rowsSelector }]).rows(document));
      const { frame } = builder.finish();
      expect(frame.columns.map(({ label }) => label)).toEqual(['Key', 'Name', 'Age']);
      expect(frame.values).toEqual([
        ['a1', 'b2'],
        ['Ann', 'Ben'],
        [null, 4],
      ]);
    }
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
    expect(() => proposePanel({ a: [] }, chosen('$.b[*]'))).toThrow(
      expect.objectContaining({ code: 'selector-matched-nothing' }),
    );
    expect(() => proposePanel({ a: [] }, chosen('$.b['))).toThrow(
      expect.objectContaining({ code: 'selector-invalid' }),
    );
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
      'Business phones | $.businessPhones | list',
    ]);
  });

  it('takes the members of an object inside a row as columns of their own', () => {
    expect(columns([{ name: 'x', address: { city: 'Ulm', geo: { lat: 1 } } }])).toEqual([
      'Name | $.name | text',
      'Address city | $.address.city | text',
      'Address geo | $.address.geo | json',
    ]);
  });

  const cell = (kind: object, value: unknown) => ({ n: 0, x: { ...kind, value } });

  it.each<[string, object, string[]]>([
    ['leaves out the kind of a value', [cell({ data_type: 'A' }, 1), cell({ data_type: 'A' }, 2)], ['X']],
    ['keeps a kind that differs', [cell({ type: 'A' }, 1), cell({ type: 'B' }, 2)], ['X type', 'X value']],
    ['keeps a kind that some values lack', [cell({ type: 'A' }, 1), cell({}, 2)], ['X type', 'X value']],
    ['keeps the kind of the rows themselves', [{ n: 0, type: 'A', value: 1 }], ['Type', 'Value']],
    [
      'keeps the kind of rows by id',
      { users: { a1: { n: 0, type: 'A', value: 1 }, b2: { n: 0, type: 'A', value: 2 } } },
      ['N', 'Type', 'Value'],
    ],
    ['keeps a kind beside no value', [{ n: 0, x: { type: 'A', size: 1 } }], ['X type', 'X size']],
    [
      'keeps the kind of a thing that says more',
      [cell({ type: 'A', b: 2, c: 3, d: 4 }, 1)],
      ['X type', 'X b', 'X c', 'X d', 'X value'],
    ],
    ['keeps another word beside a value', [cell({ unit: 'm' }, 1)], ['X unit', 'X value']],
    ['keeps a value apart from another field of its name', [{ ...cell({}, 1), X: 2 }], ['X value', 'X']],
  ])('%s', (_, rows, labels) => {
    expect(
      proposePanel(rows)
        .columns.slice(1)
        .map(({ label }) => label),
    ).toEqual(labels);
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
    ['texts of integers', [{ n: '12' }, { n: '7' }, { n: '' }], 'number'],
    ['texts of decimals', [{ n: '12.50' }, { n: '-1e3' }], 'number'],
    ['texts with a decimal comma', [{ n: '12,5' }, { n: '7' }], 'number'],
    ['texts with a decimal comma and words', [{ n: '12,5' }, { n: 'n/a' }], 'text'],
    ['texts that may be thousands or thousandths', [{ n: '1,234' }], 'text'],
    ['texts with leading zeros', [{ n: '007' }, { n: '8' }], 'text'],
    ['texts of digits under the name of a code', [{ orderNumber: '12' }, { orderNumber: '7' }], 'text'],
    ['phone numbers', [{ phone: '555' }, { phone: '7' }], 'text'],
    ['versions', [{ version: '1.10' }, { version: '2.0' }], 'text'],
    ['years', [{ when: '2019' }, { when: '2020' }], 'text'],
    ['codes of one length', [{ n: '100234' }, { n: '100235' }], 'text'],
    ['long numbers in texts', [{ n: '1234567890123' }], 'text'],
    ['true and false in texts', [{ b: 'true' }, { b: 'True' }], 'boolean'],
    ['both words of a pair', [{ b: 'Y' }, { b: 'N' }, { b: 'Y' }], 'boolean'],
    ['on and off', [{ b: 'on' }, { b: 'OFF' }], 'boolean'],
    ['words of two pairs', [{ b: 'yes' }, { b: 'off' }], 'text'],
    ['three words', [{ b: 'yes' }, { b: 'no' }, { b: 'perhaps' }], 'text'],
    ['dates of mails', [{ d: 'Fri, 01 Mar 2024 10:11:12 GMT' }, { d: '29 Feb 2024 09:00 +0100' }], 'date-time'],
    ['days with dots', [{ d: '01.03.2024' }, { d: '5.3.2024' }], 'date'],
    ['days and times with dots', [{ d: '01.03.2024 10:11' }], 'date-time'],
    ['script dates', [{ d: '/Date(1709287200000)/' }, { d: '/Date(1709287200000+0100)/' }], 'date-time'],
    ['times with the name of a zone', [{ d: '2024-03-01 10:11:12 UTC' }], 'date-time'],
    ['days of March or January', [{ d: '03/01/2024' }, { d: '04/01/2024' }], 'text'],
    ['days that must come first', [{ d: '03/01/2024' }, { d: '13/01/2024' }], 'date'],
    ['days in words and other words', [{ d: '1 March 2024' }, { d: 'soon' }], 'text'],
    ['epochs under the name of a time', [{ createdAt: 1795426200 }], 'date-time'],
    ['epochs in microseconds', [{ timestamp: 1795426200000000 }], 'date-time'],
    ['epochs in texts', [{ updated: '1795426200000' }], 'date-time'],
    ['small numbers under the name of a time', [{ time: 5 }], 'number'],
    ['names of processors', [{ arch: 'amd64' }, { arch: 'amd64' }], 'text'],
    ['ranks', [{ rank: 'Top 1' }, { rank: 'Top 2.50' }], 'text'],
    ['a code and a year', [{ fund: 'CAD 2020' }, { fund: 'CAD 2030' }], 'text'],
    ['a code and amounts with cents', [{ price: 'CAD 20.50' }, { price: 'CAD 7' }], 'currency'],
    ['amounts before a code', [{ price: '20,50 EUR' }], 'currency'],
    ['amounts in crowns', [{ price: '99,50 kr' }], 'text'],
    ['amounts in złoty', [{ price: '99,50 zł' }], 'currency'],
    ['prices in texts beside a currency', [{ price: '12.50', currency: 'EUR' }], 'currency'],
    ['yes and no', [{ b: 'yes' }], 'text'],
    ['nothing at all', [{ x: null }], 'text'],
    ['times in milliseconds', [{ d: 1795426200000 }], 'text'],
    ['e-mail addresses', [{ l: 'a@example.com' }, { l: 'b@example.com' }], 'email'],
    ['links and e-mail addresses', [{ l: 'https://example.com' }, { l: 'b@example.com' }], 'text'],
    ['https links to images', [{ l: 'https://example.com/a.PNG?size=2' }], 'image'],
    ['https links under the name of an image', [{ avatarUrl: 'https://example.com/a' }], 'image'],
    ['http links under the name of an image', [{ avatar: 'http://example.com/a.png' }], 'text'],
    ['ISO durations', [{ d: 'PT5M' }, { d: 'P1DT2H' }], 'duration'],
    ['clocks', [{ d: '01:30:00' }], 'text'],
    ['numbers of seconds', [{ durationSeconds: 30 }], 'number'],
    ['texts with a percent sign', [{ p: '25 %' }, { p: '3.5%' }], 'percent'],
    ['a name that says percent, of nothing but 0 and 1', [{ percentDone: 0 }, { percentDone: 1 }], 'number'],
    ['a few states', [{ status: 'open' }, { status: 'closed' }, { status: 'open' }], 'status'],
    ['a few words under another name', [{ color: 'red' }, { color: 'blue' }], 'text'],
    ['long texts under the name of a status', [{ status: 'It has been on fire since this morning' }], 'text'],
    ['many words under the name of a status', Array.from({ length: 20 }, (_, n) => ({ status: `s${n}` })), 'text'],
    ['states of countries', [{ state: 'CA', city: 'Oakland' }], 'text'],
    ['states of what goes to an address', [{ status: 'Open', city: 'Oakland' }], 'status'],
    ['status numbers', [{ status: 200 }], 'number'],
    ['objects of a status', [{ status: { name: 'Done', id: 4 } }], 'status'],
    ['people', [{ manager: { displayName: 'Ann', id: '1' } }, { manager: null }], 'user'],
    ['people under any name', [{ x: { login: 'ann', url: 'https://example.com' } }], 'user'],
    ['who did something, as Microsoft Graph has it', [{ createdBy: { user: { displayName: 'Ann' } } }], 'user'],
    ['people in some rows and names in others', [{ owner: { name: 'Ann' } }, { owner: 'Ben' }], 'user'],
    ['things with a name', [{ department: { name: 'Sales', id: 4 } }], 'text'],
    ['lists', [{ tags: ['a'] }, { tags: [] }], 'list'],
    ['lists of named objects', [{ labels: [{ name: 'a' }] }], 'list'],
    ['lists of lists', [{ points: [[1, 2]] }], 'json'],
    ['objects and other values', [{ x: { a: 1 } }, { x: 5 }], 'json'],
    ['amounts with a sign', [{ price: '€ 12,50' }, { price: '1.234,00 €' }], 'currency'],
    ['amounts in several currencies', [{ price: '€ 12,50' }, { price: '£ 3.20' }], 'text'],
    ['amounts with a sign of many countries', [{ price: '¥ 100' }], 'text'],
    ['numbers with a unit that is no currency', [{ price: '5 kg' }, { price: '5 min' }], 'text'],
    ['prices in no known currency', [{ price: 12.5 }], 'number'],
    [
      'prices beside one currency',
      [
        { price: 12.5, currency: 'EUR' },
        { price: 3, currency: 'EUR' },
      ],
      'currency',
    ],
    [
      'prices beside several currencies',
      [
        { price: 1, currency: 'EUR' },
        { price: 3, currency: 'USD' },
      ],
      'number',
    ],
    ['other numbers beside a currency', [{ quantity: 1, currency: 'EUR' }], 'number'],
    ['amounts in an object with their currency', [{ total: { amount: 5, currency: 'EUR' } }], 'currency'],
    ['prices whose name has the currency', [{ price_usd: 12.5 }], 'currency'],
    ['a name that only ends like a currency', [{ usd: 12.5 }], 'number'],
  ])('gives %s the type they have in every row', (_, rows, type) => {
    expect(proposePanel(rows).columns[0]?.type).toBe(type);
  });

  it('tells the values of fields that have few texts, and of no others', () => {
    const rows = Array.from({ length: 150 }, (_, at) => ({
      team: at % 2 ? 'Sales' : 'Legal',
      name: `Name ${at}`,
      note: 'x'.repeat(101),
      size: at % 3,
    }));
    expect(proposePanel(rows).values).toEqual({ '$.team': ['Legal', 'Sales'] });
    expect(proposePanel([{ size: 1 }]).values).toBeUndefined();
  });

  it.each([
    ['the currency of a sign', [{ price: '$1,250.00' }], { currency: 'USD' }],
    ['the currency beside', [{ cost: 5, currencyCode: 'CHF' }], { currency: 'CHF' }],
    ['the currency in the name', [{ totalEUR: 5 }], { currency: 'EUR' }],
    ['a decimal comma', [{ n: '12,5' }, { n: '1.234' }], { decimalSign: ',' }],
    ['points between thousands', [{ n: '1.234.567' }], { decimalSign: ',' }],
    ['commas between thousands', [{ n: '1,234.5' }, { n: '1,234' }], { decimalSign: '.' }],
    ['a decimal comma that a neighbor shows', [{ n: '1.234', m: '0,5' }], { decimalSign: ',' }],
    [
      'thousands of money that others show',
      [{ n: '€ 1.234' }, { n: '€ 12,50' }],
      { currency: 'EUR', decimalSign: ',' },
    ],
    ['texts in HTML', [{ t: 'Up' }, { t: '<p>Down from <b>8</b></p>' }], { stripTags: true }],
    ['where the day stands', [{ d: '13/1/2024 9:05' }], { datePattern: 'd/M/yyyy H:mm' }],
    ['where the month stands', [{ d: '1-13-24' }, { d: '2-3-24' }], { datePattern: 'M-d-yy' }],
    ['percents of 100', [{ percentComplete: 40 }, { percentComplete: 0.5 }], { whole: 100 }],
    ['percents of 1', [{ percent: 0.4 }, { percent: 1 }], { whole: 1 }],
    [
      'the colors of states whose words tell them',
      [{ status: 'Open' }, { status: 'Cancelled' }, { status: 'Open' }, { status: 'Odd' }],
      {
        statusColors: [
          { value: 'Open', color: 'blue' },
          { value: 'Cancelled', color: 'red' },
          { value: 'Odd', color: 'neutral' },
        ],
      },
    ],
    ['no colors of states whose words tell nothing', [{ status: 'A' }, { status: 'B' }], undefined],
    ['an RFC 822 date no format', [{ pubDate: 'Sat, 07 Sep 2002 00:00:01 GMT' }], undefined],
    ['lists of what nothing names, which are counted', [{ lines: [{ sku: 4 }] }], { list: 'count' }],
  ])('says %s', (_, rows, format) => {
    expect(proposePanel(rows).columns[0]?.format).toEqual(format);
  });

  it('takes the sign that the separator speaks for where numbers could be others', () => {
    const rows = [{ n: '1.234' }, { n: '12.345' }];
    const formatWith = (likelySign?: '.' | ',') => proposePanel(rows, { likelySign }).columns[0]?.format;
    expect(formatWith(',')).toEqual({ decimalSign: ',' });
    expect(formatWith('.')).toBeUndefined();
    expect(formatWith()).toBeUndefined();
  });

  it('knows the fields of every row, be it the last of many, and types them by all', () => {
    const rows: object[] = Array.from({ length: 20_000 }, (_, n) => ({ n, m: n }));
    rows.push({ n: 1, m: 'x', late: true });
    expect(columns(rows)).toEqual(['N | $.n | number', 'M | $.m | text', 'Late | $.late | boolean']);
  });

  it('reads a response of 400,000 members or rows', () => {
    const many = Array.from({ length: 400_000 }, (_, n) => [`name${n}`, n % 2 === 0 ? [n, n] : [n]] as const);
    expect(proposePanel(Object.fromEntries(many))).toMatchObject({ rowsSelector: '$[*]', rowCount: 400_000 });
    const keyed = Object.fromEntries(many.map(([name], n) => [name, { n }]));
    expect(proposePanel(keyed)).toMatchObject({ rowsSelector: '$[*]', rowCount: 400_000 });
    expect(proposePanel(many.map((_, n) => ({ n })))).toMatchObject({ rowCount: 400_000 });
  });

  it('proposes forty at most and says how many more there are, and no annotations', () => {
    const wide = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`field${index}`, index]));
    const proposal = proposePanel([wide]);
    expect(proposal.columns).toHaveLength(40);
    expect(proposal.fieldsLeftOut).toBe(20);
    expect(proposePanel([{ a: 1 }])).not.toHaveProperty('fieldsLeftOut');
    const halves = Array.from({ length: 50 }, (_, index) => [`in${index}`, index] as const);
    const nested = [{ own: 1, first: Object.fromEntries(halves.slice(25)), second: Object.fromEntries(halves) }];
    expect(proposePanel(nested)).toMatchObject({ rowCount: 1, fieldsLeftOut: 36 });
    const heads = Array.from({ length: 43 }, (_, index) => `Head ${index}`);
    const table = { columns: heads, rows: [heads.map((_, index) => index), heads.map((_, index) => -index)] };
    expect(proposePanel(table)).toMatchObject({ rowCount: 2, fieldsLeftOut: 3 });
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
