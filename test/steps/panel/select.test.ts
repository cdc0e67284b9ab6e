import { rowSelection } from '../../../src/panel/select';

const rows = (selectors: string[], document: unknown) =>
  rowSelection(selectors.map((selector) => ({ selector }))).rows(document);

describe('selecting rows', () => {
  const document = { value: [{ id: 1, on: true }, { id: 2 }], byId: { a: { id: 3 } } };

  it.each([
    [['$.value[*]'], document.value],
    [['$.value'], document.value],
    [['$.byId[*]'], [{ id: 3 }]],
    [['$.byId'], [{ a: { id: 3 } }]],
    [['$.value[*]', '$[?@.on]'], [{ id: 1, on: true }]],
    [['$.value', '$[?@.id > 1]', '$[0]'], [{ id: 2 }]],
    [['$.absent[*]'], []],
  ])('%j', (selectors, expected) => {
    expect(rows(selectors, document)).toEqual(expected);
  });

  it('takes the response itself without steps: its items where it is a list', () => {
    expect(rows([], [1, 2])).toEqual([1, 2]);
    expect(rows([], { a: 1 })).toEqual([{ a: 1 }]);
  });

  it.each([
    ['$.value[*]', { value: [] }],
    ['$.value[?@.on]', { value: [{ on: false }].slice(1) }],
    ['$.value[?@.x == 1]', { value: [{ x: 2 }] }],
    ['$.value', { value: [] }],
    ['$[*]', []],
  ])('%s of %j has no rows, which is no problem', (selector, value) => {
    const selection = rowSelection([{ selector }]);
    expect(selection.rows(value)).toEqual([]);
    expect(() => selection.requireIn(value)).not.toThrow();
  });

  it.each([
    ['$.value[*]', { items: [] }],
    ['$.value[*]', { value: null }],
    ['$.value', {}],
    ['$..rows[*]', {}],
    ['$.a.b[*]', { a: { c: [1] } }],
  ])('%s matches nothing in %j, which is one', (selector, value) => {
    expect(() => rowSelection([{ selector }]).requireIn(value)).toThrow(
      expect.objectContaining({ code: 'selector-matched-nothing', message: expect.stringContaining(selector) }),
    );
  });
});
