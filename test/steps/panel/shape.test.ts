import fc from 'fast-check';
import type { ColumnSettings } from '../../../src/contract';
import { frameBuilder } from '../../../src/panel/shape';
import { compileSelector } from '../../../src/selectors/selector';

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

  it('shapes 50,000 rows of ten columns', () => {
    const rows = Array.from({ length: 50_000 }, (_, id) => ({ id, name: `n${id}` }));
    const { frame } = shape(
      Array.from({ length: 10 }, () => text('$.name')),
      rows,
    );
    expect(frame.values.map((column) => column.length)).toEqual(Array(10).fill(50_000));
  });
});
