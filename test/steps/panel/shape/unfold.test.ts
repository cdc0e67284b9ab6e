import fc from 'fast-check';
import { rowSelection } from '../../../../src/panel/shape/select';
import { frameBuilder } from '../../../../src/panel/shape/shape';
import type { ColumnSettings, FilterStep } from '../../../../src/shared/contract';

const column = (selector: string): ColumnSettings => ({ label: selector, selector, type: 'text' });

function cells(filters: FilterStep[], selectors: string[], document: unknown): unknown[][] {
  const columns = selectors.map(column);
  const builder = frameBuilder(columns);
  builder.add(rowSelection(filters, columns).rows(document));
  const { values, rowCount } = builder.finish().frame;
  return Array.from({ length: rowCount }, (_, row) => values.map((list) => list[row]));
}

describe('unfolding lists inside rows', () => {
  const trips = [
    { no: 'T1', guest: { name: 'Ines' }, legs: [{ to: 'Oslo' }, { to: 'Bergen' }] },
    { no: 'T2', guest: { name: 'Tom' }, legs: [] },
    { no: 'T3', guest: { name: 'Uma' } },
  ];

  it('repeats what is around each entry, and keeps a row without entries', () => {
    const filters = [{ selector: '$.trips[*]', unfold: '$.legs' }];
    expect(cells(filters, ['$.no', '$.guest.name', '$.legs.to'], { trips })).toEqual([
      ['T1', 'Ines', 'Oslo'],
      ['T1', 'Ines', 'Bergen'],
      ['T2', 'Tom', null],
      ['T3', 'Uma', null],
    ]);
  });

  it.each<[string, FilterStep[], string[], unknown, unknown[][]]>([
    [
      'pairs of a time and a value, with the labels of their series',
      [{ selector: '$.streams[*]', unfold: '$.values' }],
      ['$.stream.app', '$.values[0]', '$.values[1]'],
      {
        streams: [
          {
            stream: { app: 'web' },
            values: [
              ['17', 'up'],
              ['18', 'down'],
            ],
          },
        ],
      },
      [
        ['web', '17', 'up'],
        ['web', '18', 'down'],
      ],
    ],
    [
      'points of a value and a time, with the name of their target',
      [{ selector: '$[*]', unfold: '$.datapoints' }],
      ['$.target', '$.datapoints[1]', '$.datapoints[0]'],
      [
        {
          target: 'cpu',
          datapoints: [
            [0.5, 1700],
            [null, 1760],
          ],
        },
      ],
      [
        ['cpu', '1700', '0.5'],
        ['cpu', '1760', null],
      ],
    ],
    [
      'JSON in a text of each row, whose members then are the row’s',
      [{ selector: '$.events[*]', unfold: '$.message' }],
      ['$.at', '$.message.level', '$.message.code'],
      {
        events: [
          { at: '1', message: '{"level":"warn","code":7}' },
          { at: '2', message: 'plain' },
        ],
      },
      [
        ['1', 'warn', '7'],
        ['2', null, null],
      ],
    ],
    [
      'a list written as JSON in a text',
      [{ selector: '$.body', unfold: '$' }],
      ['$.id'],
      { statusCode: 200, body: '[{"id":"a"},{"id":"b"}]' },
      [['a'], ['b']],
    ],
    [
      'a whole response written as JSON in a text, which the next step looks into',
      [{ selector: '$.body', unfold: '$' }, { selector: '$.items[*]' }],
      ['$.id'],
      { body: '{"items":[{"id":"a"},{"id":"b"}]}' },
      [['a'], ['b']],
    ],
    [
      'things by name inside each row',
      [{ selector: '$.regions[*]', unfold: '$.shops' }],
      ['$.region', "$.shops['@key']", '$.shops.open'],
      { regions: [{ region: 'N', shops: { s1: { open: true }, s2: { open: false } } }] },
      [
        ['N', 's1', 'true'],
        ['N', 's2', 'false'],
      ],
    ],
    [
      'an object that came in place of a list of one',
      [{ selector: '$.orders[*]', unfold: '$.line' }],
      ['$.no', '$.line.sku'],
      {
        orders: [
          { no: 1, line: [{ sku: 'x' }, { sku: 'y' }] },
          { no: 2, line: { sku: 'z', qty: 3 } },
        ],
      },
      [
        ['1', 'x'],
        ['1', 'y'],
        ['2', 'z'],
      ],
    ],
    [
      'a list two names deep, beside others that stay',
      [{ selector: '$[*]', unfold: '$.a.b' }],
      ['$.a.c', '$.a.b'],
      [{ a: { b: ['x', 'y'], c: 1 } }],
      [
        ['1', 'x'],
        ['1', 'y'],
      ],
    ],
  ])('%s', (_, filters, selectors, document, expected) => {
    expect(cells(filters, selectors, document)).toEqual(expected);
  });

  it('has as many rows as there are entries, in their order, whatever the names are', () => {
    const name = fc
      .string({ minLength: 1, maxLength: 8, unit: 'grapheme-ascii' })
      .filter((text) => !/[\\'"]/.test(text));
    const row = fc.record({ own: fc.integer(), entries: fc.array(fc.integer(), { maxLength: 5 }) });
    fc.assert(
      fc.property(name, fc.array(row, { maxLength: 8 }), (list, rows) => {
        const document = rows.map(({ own, entries }) => ({ [list]: entries, [`${list}+`]: own }));
        const step = { selector: '$[*]', unfold: `$['${list}']` };
        const expected = rows.flatMap(({ own, entries }) =>
          (entries.length > 0 ? entries : [null]).map((entry) => [String(own), entry === null ? null : String(entry)]),
        );
        expect(cells([step], [`$['${list}+']`, `$['${list}']`], document)).toEqual(expected);
      }),
    );
  });

  it('refuses a path that is not of names, and rows that would be repeated beyond measure', () => {
    expect(() => rowSelection([{ selector: '$[*]', unfold: '$.a[*]' }])).toThrow('$.a[*] is not a path of names.');
    const wide = Object.fromEntries(Array.from({ length: 5000 }, (_, n) => [`m${n}`, n]));
    const selection = rowSelection([{ selector: '$', unfold: '$.list' }]);
    expect(() => selection.rows({ ...wide, list: Array.from({ length: 2000 }, (_, n) => n) })).toThrow(
      expect.objectContaining({ code: 'response-too-large' }),
    );
  });
});

describe('objects as rows', () => {
  it.each<[string, string, string[], unknown, unknown[][]]>([
    [
      'plain values by name, and the value itself',
      '$.q[*]',
      ["$['@key']", "$['@value']", '$'],
      { q: { a: 1, b: 2 } },
      [
        ['a', '1', '1'],
        ['b', '2', '2'],
      ],
    ],
    [
      'lists by name, and their places',
      '$[*]',
      ["$['@key']", '$[1]'],
      { x: [1, 2], y: [3] },
      [
        ['x', '2'],
        ['y', null],
      ],
    ],
    [
      'objects by name inside every entry of a list',
      '$.l[*].m[*]',
      ["$['@key']", '$.n'],
      { l: [{ m: { a: { n: 1 } } }, { m: { b: { n: 2 } } }] },
      [
        ['a', '1'],
        ['b', '2'],
      ],
    ],
    ['one object where others have a list', '$.r[*]', ['$.id'], { r: { id: 'x', note: null } }, [['x']]],
    [
      'one object of numbers that the columns name',
      '$.r[*]',
      ['$.min', '$.max'],
      { r: { min: 1, max: 2 } },
      [['1', '2']],
    ],
    [
      'objects by name where one is called as a column is',
      '$.r[*]',
      ['$.id'],
      { r: { id: { id: 'x' }, no: { id: 'y' } } },
      [['x'], ['y']],
    ],
  ])('%s', (_, selector, selectors, document, expected) => {
    expect(cells([{ selector }], selectors, document)).toEqual(expected);
  });

  it('hands plain values on to the next step as they are', () => {
    const filters = [{ selector: '$.q[*]' }, { selector: '$[?@ > 1]' }];
    expect(cells(filters, ['$'], { q: { a: 1, b: 2, c: 3 } })).toEqual([['2'], ['3']]);
  });
});

describe('a list that is left out', () => {
  const selection = (beside: string[]) => rowSelection([{ selector: '$.page.files[*]', beside }]);

  it('is an empty one where what stood beside it is there', () => {
    expect(() => selection(['kind']).requireIn({ page: { kind: 'list' } })).not.toThrow();
    expect(selection(['kind']).rows({ page: { kind: 'list' } })).toEqual([]);
  });

  it.each([
    ['nothing of it is there', { page: { error: 'busy' } }],
    ['the object around it is gone', { error: 'busy', kind: 'error' }],
  ])('is a problem where %s', (_, document) => {
    expect(() => selection(['kind']).requireIn(document)).toThrow('matched nothing');
  });
});
