import fc from 'fast-check';
import type { ColumnSettings } from '../../../../src/shared/contract';
import { checkColumns } from '../../../../src/editing/check-columns';
import { frameBuilder, frameColumns } from '../../../../src/panel/shape/shape';
import { compileSelector } from '../../../../src/selectors/selector';

const text = (selector: string): ColumnSettings => ({ label: selector, selector, type: 'text' });

/** An object's JSON with its members in this order, doubled ones included. */
const textOf = (members: [string, unknown][]) =>
  `{${members.map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`).join()}}`;

function shape(columns: ColumnSettings[], ...pages: unknown[][]) {
  const builder = frameBuilder(columns);
  for (const rows of pages) builder.add(rows);
  return builder.finish();
}

describe('shaping rows into a frame', () => {
  it('keeps values by column, in the order of rows and pages', () => {
    const { frame, warnings } = shape(
      [text('$.a'), { label: 'B', selector: '$.b', type: 'number' }],
      [{ a: 'x', b: 1 }],
      [{ b: 2 }],
    );
    expect(frame).toEqual({
      columns: [
        { key: 'c0', label: '$.a', type: 'text' },
        { key: 'c1', label: 'B', type: 'number' },
      ],
      values: [
        ['x', null],
        [1, 2],
      ],
      rowCount: 2,
    });
    expect(warnings).toEqual([]);
  });

  it.each([
    ['$', 'plain', 'plain'],
    ['$.a.b', { a: { b: 1 } }, '1'],
    ['$.a.b', { a: null }, null],
    ['$.a.b', { a: 'text' }, null],
    ["$['a b']", { 'a b': 'x' }, 'x'],
    ['$[1]', ['x', 'y'], 'y'],
    ['$.tags[*]', { tags: ['x', 'y'] }, 'x, y'],
    ['$.tags', { tags: ['x', 'y'] }, 'x, y'],
    ['$..name', { a: { name: 'x' }, b: [{ name: 'y' }] }, 'x, y'],
    ['$.constructor', {}, null],
    ['$.toString', { toString: 'own' }, 'own'],
    ['$.length', ['x'], null],
    ['$.length', 'text', null],
  ])('reads %s of %j as %j', (selector, row, value) => {
    expect(shape([text(selector)], [row]).frame.values).toEqual([[value]]);
  });

  it('reads a path of names as the selector itself does', () => {
    const name = fc.constantFrom('a', 'b', 'constructor', '__proto__', 'toString', 'x y');
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 3 }), fc.json(), (names, json) => {
        const selector = `$${names.map((each) => `[${JSON.stringify(each)}]`).join('')}`;
        const row: unknown = JSON.parse(json.replaceAll(/"(\w{1,2})":/g, '"a":'));
        const selected = compileSelector(selector).select(row)[0];
        const expected = shape([text('$')], [selected]).frame.values;
        expect(shape([text(selector)], [row]).frame.values).toEqual(expected);
      }),
    );
  });

  it('reads rows that list their names differently, or are no objects at all', () => {
    const name = fc.constantFrom('a', 'b', 'c', 'toString', '__proto__', '1');
    const member = fc.tuple(name, fc.oneof(fc.integer(), fc.string(), fc.constant(null)));
    const row = fc.oneof(
      fc.array(member, { maxLength: 4 }).map((members) => JSON.parse(textOf(members)) as unknown),
      fc.constantFrom<unknown>(null, 7, 'text', ['a'], Object.assign(Object.create(null), { b: 1 })),
    );
    fc.assert(
      fc.property(fc.array(row, { maxLength: 600 }), (rows) => {
        const names = ['a', 'b', 'toString', '__proto__', 'a'];
        const { values } = shape(
          names.map((each) => text(`$['${each}']`)),
          rows.slice(0, 300),
          rows.slice(300),
        ).frame;
        const alone = (each: string) =>
          rows.map((one) => shape([text('$')], compileSelector(`$['${each}']`).select(one).slice(0, 1)));
        const expected = names.map((each) => alone(each).map(({ frame }) => frame.values[0]?.[0] ?? null));
        expect(values).toEqual(expected);
      }),
      { numRuns: 40 },
    );
  });

  it('leaves unreadable values empty and says how many there are', () => {
    const ages: ColumnSettings = { label: 'Age', selector: '$.age', type: 'number' };
    const { frame, warnings } = shape([ages], [{ age: 'old' }, { age: 4 }, { age: null }, { age: {} }]);
    expect(frame.values).toEqual([[null, 4, null, null]]);
    expect(warnings).toEqual(['In Age, 2 values are not a number and left empty.']);
  });

  it('takes what the settings say of a column into its frame', () => {
    const settings: ColumnSettings = {
      key: 'done',
      label: 'Done',
      selector: '$.done',
      type: 'percent',
      format: { whole: 100, decimals: 1 },
      align: 'end',
      width: 80,
      hidden: true,
    };
    const { selector, ...column } = settings;
    expect(selector).toBe('$.done');
    expect(shape([settings], [{ done: 40 }]).frame).toEqual({ columns: [column], values: [[0.4]], rowCount: 1 });
  });

  it('adds a hidden column for each that is sorted by another value, which keeps numbers and booleans as they are', () => {
    const priority = { ...text('$.priority.name'), sortSelector: '$.priority.rank' };
    const { columns, values } = shape(
      [text('$.id'), { ...priority, key: 'prio' }, { ...text('$.id'), sortSelector: ' ' }],
      [
        { id: 'a', priority: { name: 'High', rank: 1 } },
        { id: 'b', priority: { name: 'Low', rank: 'x' } },
        { id: 'c' },
      ],
    ).frame;
    expect(columns.map(({ key }) => key)).toEqual(['c0', 'prio', 'c2', 'prio.sort']);
    expect(columns[1]).toMatchObject({ sortedBy: 'prio.sort' });
    expect(columns[2]).not.toHaveProperty('sortedBy');
    expect(columns[3]).toEqual({ key: 'prio.sort', label: '$.priority.name', type: 'text', hidden: true });
    expect(values).toEqual([
      ['a', 'b', 'c'],
      ['High', 'Low', null],
      ['a', 'b', 'c'],
      [1, 'x', null],
    ]);
  });

  it('has a key for each column that no other has', () => {
    const key = fc.constantFrom(undefined, 'a', 'c0', 'c2', 'sort', 'a-sort');
    const settings = fc.array(fc.tuple(key, fc.boolean()), { maxLength: 5 }).map((each) =>
      each.map(([name, isSorted]): ColumnSettings => {
        return { ...text('$.a'), ...(name && { key: name }), ...(isSorted && { sortSelector: '$.b' }) };
      }),
    );
    fc.assert(
      fc.property(settings, (columns) => {
        fc.pre(checkColumns(columns).every(({ path }) => !path.endsWith('.key')));
        const keys = frameColumns(columns).map((column) => column.key);
        expect(new Set(keys).size).toBe(keys.length);
        for (const { sortedBy } of frameColumns(columns)) if (sortedBy) expect(keys).toContain(sortedBy);
      }),
    );
  });

  it('counts the entries of a list that a selector finds one by one, none where the list is empty', () => {
    const count: ColumnSettings = { ...text('$.tags[*].name'), type: 'list', format: { list: 'count' } };
    const rows = [{ tags: [{ name: 'a' }, { name: 'b' }] }, { tags: [{ name: 'a' }] }, {}];
    expect(shape([count], rows).frame.values).toEqual([[2, 1, null]]);
    expect(shape([{ ...count, selector: '$.tags[*]' }], [{ tags: [] }]).frame.values).toEqual([[0]]);
  });

  describe('with a row for each entry of a list', () => {
    const lines: ColumnSettings = { label: 'Line', selector: '$.lines', type: 'list', format: { list: 'rows' } };
    const number: ColumnSettings = { label: 'N', selector: '$.n', type: 'number' };

    it('repeats the other values, and keeps a row that has no entry', () => {
      const rows = [
        { n: 1, lines: ['a', { name: 'b' }, { x: 1 }] },
        { n: 2, lines: [] },
        { n: 'x' },
        { n: 3, lines: 7 },
      ];
      const { frame, warnings } = shape([{ ...number, sortSelector: '$.n' }, lines], rows.slice(0, 1), rows.slice(1));
      expect(frame.values).toEqual([
        [1, 1, 1, 2, null, 3],
        ['a', 'b', '{"x":1}', null, null, '7'],
        [1, 1, 1, 2, 'x', 3],
      ]);
      expect(frame.rowCount).toBe(6);
      expect(warnings).toEqual(['In N, 1 value is not a number and left empty.']);
    });

    it('stops at the most rows there may be, and says that there were more', () => {
      const add = (most: number, ...pages: number[][]) => {
        const builder = frameBuilder([lines, number]);
        const taken = pages.map((page) =>
          builder.add(
            page.map((length, n) => ({ n, lines: Array(length).fill('x') })),
            most,
          ),
        );
        return { taken, values: builder.finish().frame.values };
      };
      expect(add(4, [3, 3])).toEqual({
        taken: [{ added: 4, isCut: true }],
        values: [Array(4).fill('x'), [0, 0, 0, 1]],
      });
      expect(add(6, [3, 3]).taken).toEqual([{ added: 6, isCut: false }]);
      expect(add(6, [3, 3], [0]).taken).toEqual([
        { added: 6, isCut: false },
        { added: 0, isCut: true },
      ]);
      expect(add(500_000, [400_000]).taken).toEqual([{ added: 400_000, isCut: false }]);
    });

    it('has as many rows as there are entries, rows without any counted once', () => {
      const entries = fc.option(fc.array(fc.oneof(fc.string(), fc.constant(null)), { maxLength: 5 }), {
        nil: undefined,
      });
      fc.assert(
        fc.property(fc.array(entries, { maxLength: 600 }), (lists) => {
          const rows = lists.map((list, n) => ({ n, lines: list }));
          const { frame } = shape([lines, number], rows.slice(0, 300), rows.slice(300));
          const expected = rows.flatMap(({ n, lines: list = [] }) =>
            (list.length > 0 ? list : [null]).map((entry) => [entry, n]),
          );
          expect(frame.values[0]?.map((entry, row) => [entry, frame.values[1]?.[row]])).toEqual(expected);
        }),
        { numRuns: 40 },
      );
    });
  });

  it('shapes 50,000 rows of ten columns', () => {
    const rows = Array.from({ length: 50_000 }, (_, id) => ({ id, name: `n${id}` }));
    const { frame } = shape(
      Array.from({ length: 10 }, () => text('$.name')),
      rows,
    );
    expect(frame.values.map((column) => column.length)).toEqual(Array(10).fill(50_000));
  });
});
