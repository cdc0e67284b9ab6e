import fc from 'fast-check';
import { parseCsv } from '../../../src/formats/csv';
import type { CsvSettings } from '../../../src/shared/contract';
import { detectSeparator } from '../../../src/formats/separator';
import { Problem } from '../../../src/shared/problem';

const read = (text: string) => parseCsv(text, 'Orders').map((row) => ({ ...row }));

describe('a table in text', () => {
  it.each<[string, string, Record<string, string>[]]>([
    ['commas', 'a,b\n1,2', [{ a: '1', b: '2' }]],
    [
      'semicolons, with commas in the cells',
      'a;b\n1,5;2,5\n3,5;4,5',
      [
        { a: '1,5', b: '2,5' },
        { a: '3,5', b: '4,5' },
      ],
    ],
    ['tabs', 'a\tb\n1\t2', [{ a: '1', b: '2' }]],
    ['bars', 'a|b\n1|2', [{ a: '1', b: '2' }]],
    ['one column', 'a\n1\n2\n', [{ a: '1' }, { a: '2' }]],
    ['an empty cell in one column', 'a\n1\n\n2\n', [{ a: '1' }, { a: '' }, { a: '2' }]],
    ['a byte order mark', '\ufeffa,b\n1,2', [{ a: '1', b: '2' }]],
    ['a byte order mark before a quote', '\ufeff"a",b\n1,2', [{ a: '1', b: '2' }]],
    ['quotes', '"a","b"\n"1","2"', [{ a: '1', b: '2' }]],
    ['doubled quotes', 'a,b\n"say ""hi""",2', [{ a: 'say "hi"', b: '2' }]],
    ['a quote within a plain cell', 'a,b\n5" pipe,2', [{ a: '5" pipe', b: '2' }]],
    ['a separator in quotes', 'a,b\n"1,5",2', [{ a: '1,5', b: '2' }]],
    ['a line end in quotes', 'a,b\n"1\n2",3', [{ a: '1\n2', b: '3' }]],
    ['a foreign line end in quotes', 'a,b\n"1\r\n2",3\n', [{ a: '1\r\n2', b: '3' }]],
    [
      'Windows line ends',
      'a,b\r\n1,2\r\n"3","4"\r\n',
      [
        { a: '1', b: '2' },
        { a: '3', b: '4' },
      ],
    ],
    [
      'old Mac line ends',
      'a,b\r1,2\r3,4\r',
      [
        { a: '1', b: '2' },
        { a: '3', b: '4' },
      ],
    ],
    [
      'mixed line ends',
      'a,b\r\n1,2\n3,4\r\n5,6',
      [
        { a: '1', b: '2' },
        { a: '3', b: '4' },
        { a: '5', b: '6' },
      ],
    ],
    ['an end that is cut', 'a,b\n1,"2"\r', [{ a: '1', b: '2' }]],
    ['blank lines', '\na,b\n\n1,2\n\n', [{ a: '1', b: '2' }]],
    ['empty cells', 'a,b,c\n,,\n', [{ a: '', b: '', c: '' }]],
    ['a short record', 'a,b,c\n1,2', [{ a: '1', b: '2' }]],
    ['a long record', 'a,b\n1,2,3', [{ a: '1', b: '2', 'column 3': '3' }]],
    ['a header twice', 'a,a,a (2),a\n1,2,3,4', [{ a: '1', 'a (2)': '2', 'a (2) (2)': '3', 'a (3)': '4' }]],
    ['an empty header', 'a,, \n1,2,3', [{ a: '1', 'column 2': '2', 'column 3': '3' }]],
    ['values that look like numbers', 'id,n\n007,1e5\n', [{ id: '007', n: '1e5' }]],
    ['a header alone', 'a,b\n', []],
    ['comments before the header', '# made by hand\n#\n// see below\na,b\n1,2', [{ a: '1', b: '2' }]],
    [
      'names in a comment',
      '# for you\n# year, mean\n2019,1.5\n2020,2.5',
      [
        { year: '2019', mean: '1.5' },
        { year: '2020', mean: '2.5' },
      ],
    ],
    [
      'a comment that only looks like names',
      '# one, two\na,b\n1,2\n3,4',
      [
        { a: '1', b: '2' },
        { a: '3', b: '4' },
      ],
    ],
    ['the separator that Excel is told', 'sep=|\r\na,b|c\r\n1|2', [{ 'a,b': '1', c: '2' }]],
    [
      'a title and a date before the header',
      'Sales, all\nCreated: 2026-01-05\n\na;b;c\n1;2;3\n4;5;6',
      [
        { a: '1', b: '2', c: '3' },
        { a: '4', b: '5', c: '6' },
      ],
    ],
    [
      'a title with empty cells',
      'Sales,,\n,,\na,b,c\n1,2,3\n4,5,6',
      [
        { a: '1', b: '2', c: '3' },
        { a: '4', b: '5', c: '6' },
      ],
    ],
    [
      'no names, but numbers and dates throughout',
      'Peru;34;2026-01-05\nOman;5;2026-01-06',
      [
        { 'column 1': 'Peru', 'column 2': '34', 'column 3': '2026-01-05' },
        { 'column 1': 'Oman', 'column 2': '5', 'column 3': '2026-01-06' },
      ],
    ],
    [
      'years for names',
      'land;2019;2020\nPeru;34;35\nOman;5;6',
      [
        { land: 'Peru', 2019: '34', 2020: '35' },
        { land: 'Oman', 2019: '5', 2020: '6' },
      ],
    ],
    [
      'a first name that is missing, as R writes tables',
      'a,b\nx,1,2\ny,3,4',
      [
        { a: 'x', b: '1', 'column 3': '2' },
        { a: 'y', b: '3', 'column 3': '4' },
      ],
    ],
    ['nothing', '', []],
  ])('reads %s', (_, text, rows) => {
    expect(read(text)).toEqual(rows);
  });

  it('takes names that objects have already for plain names', () => {
    const [row] = parseCsv('__proto__,constructor,toString\n1,2,3', 'Orders');
    expect(Object.entries(row ?? {})).toEqual([
      ['__proto__', '1'],
      ['constructor', '2'],
      ['toString', '3'],
    ]);
    expect('hasOwnProperty' in (row ?? {}) || 'valueOf' in (row ?? {})).toBe(false);
    expect(Object.getPrototypeOf(Object.getPrototypeOf(row))).toBeNull();
  });

  it('takes the separator it is told', () => {
    expect({ ...parseCsv('a,b;c\n1,2;3', 'Orders', { separator: ',' })[0] }).toEqual({ a: '1', 'b;c': '2;3' });
  });

  it.each([
    [
      'quotes without end',
      'a,b\n'.concat('1,"2\n'.repeat(60)),
      'Orders returned CSV with quotes that are never closed.',
    ],
    ['501 columns', `${'a,'.repeat(500)}a\n`, 'Orders returned CSV with 501 columns; at most 500 can be read.'],
    ['a sign-in page', '<!DOCTYPE html><p>Sign in', /a web page, such as a sign-in page, instead of CSV/],
  ])('refuses %s', (_, text, message) => {
    const attempt = () => parseCsv(text, 'Orders');
    expect(attempt).toThrow(Problem);
    expect(attempt).toThrow(message);
  });

  it.each<[string, string, string[][], string]>([
    [
      'that is never closed',
      'a,b\n1,"2\n3,4',
      [
        ['1', '"2'],
        ['3', '4'],
      ],
      'record 2',
    ],
    [
      'that is never closed, twice',
      'a,b\n1,"2\n3,4\n5,"6',
      [
        ['1', '"2'],
        ['3', '4'],
        ['5', '"6'],
      ],
      '2 records, the first of them 2',
    ],
    [
      'that is never closed behind a cell of two lines',
      'a,b\n"1\n2","3\n4,5',
      [
        ['1\n2', '"3'],
        ['4', '5'],
      ],
      'record 2',
    ],
    ['behind a quoted cell', 'a,b\n"1"x,2\n3,"4"', [['1"x,2\n3,"4']], 'record 2'],
    [
      'within a quoted cell',
      'a;b\n"the "best" one";2\n3;4',
      [
        ['the "best" one', '2'],
        ['3', '4'],
      ],
      'record 2',
    ],
  ])('reads a quote %s with a warning', (_, text, rows, where) => {
    const warnings: string[] = [];
    const read = parseCsv(text, 'Orders', {}, (sentence) => warnings.push(sentence));
    expect(read.map((row) => Object.values(row))).toEqual(rows);
    expect(warnings).toEqual([expect.stringContaining(where)]);
  });

  it.each<[string, CsvSettings, string, Record<string, string>[]]>([
    ['a separator', { separator: '^' }, 'a^b\n1^2', [{ a: '1', b: '2' }]],
    ['a quote', { quote: "'" }, "a,b\n'1,5',\"2", [{ a: '1,5', b: '"2' }]],
    ['no quotes', { quote: '' }, 'a,b\n"1,2"', [{ a: '"1', b: '2"' }]],
    ['the line of names', { headerLine: 3 }, 'x,y\n"\na,b\n1,2', [{ a: '1', b: '2' }]],
    ['a line behind the last', { headerLine: 9 }, 'a,b\n1,2', []],
    [
      'no names',
      { headerLine: 0 },
      'a,b\n1,2',
      [
        { 'column 1': 'a', 'column 2': 'b' },
        { 'column 1': '1', 'column 2': '2' },
      ],
    ],
    ['a sign of comments', { comment: '%' }, '% x\na,b\n% y\n1,2', [{ a: '1', b: '2' }]],
  ])('is told %s', (_, settings, text, rows) => {
    expect(parseCsv(text, 'Orders', settings).map((row) => ({ ...row }))).toEqual(rows);
  });

  it('reads back whatever was written by the rules', () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', '1', ' ', '"', ',', ';', '\t', '|', '\n', 'é', '😀', '='),
      maxLength: 8,
    });
    const table = fc
      .integer({ min: 2, max: 5 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }),
      );
    fc.assert(
      fc.property(
        table,
        fc.constantFrom(',', ';', '\t', '|'),
        fc.constantFrom('\n', '\r\n'),
        (rows, separator, lineEnd) => {
          const names = rows[0]?.map((_name, index) => `n${index}`) ?? [];
          const quoted = (cells: string[]) => cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(separator);
          const text = [names, ...rows].map(quoted).join(lineEnd);
          expect(parseCsv(text, 'Orders').map((row) => Object.values(row))).toEqual(rows);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('answers rows or a problem for any text', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '"', ',', ';', '\n', '\r', '\ufeff', '<'), maxLength: 60 });
    fc.assert(
      fc.property(text, (any) => {
        try {
          return Array.isArray(parseCsv(any, 'Orders'));
        } catch (error) {
          return error instanceof Problem;
        }
      }),
      { numRuns: 500 },
    );
  });

  it('reads a large table in time', () => {
    const text = `a,b,c\n${'1,"two, or more",3\n'.repeat(50_000)}`;
    expect(parseCsv(text, 'Orders')).toHaveLength(50_000);
  });
});

describe('the separator of a table', () => {
  it.each([
    ['one line', 'a;b', ';'],
    ['no separator', 'a\nb', ','],
    ['prices with commas', 'name;price\nx;1,50\ny;2\n', ';'],
    ['quoted cells full of commas', '"a,b,c"|"d"\n"1,2,3"|"4"', '|'],
    ['text with commas after tabs', 'id\tnote\n1\ta, b\n2\tc\n', '\t'],
  ])('is found in %s', (_, text, separator) => {
    expect(detectSeparator(text)).toBe(separator);
  });
});
