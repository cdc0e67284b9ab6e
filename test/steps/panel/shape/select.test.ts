import type { FilterStep } from '../../../../src/shared/contract';
import { rowSelection } from '../../../../src/panel/shape/select';

const rows = (selectors: string[], document: unknown) =>
  rowSelection(selectors.map((selector) => ({ selector }))).rows(document);

describe('selecting rows', () => {
  const document = { value: [{ id: 1, on: true }, { id: 2 }], byId: { a: { id: 3 } } };

  it.each([
    [['$.value[*]'], document.value],
    [['$.value'], document.value],
    [['$.byId[*]'], [{ '@key': 'a', id: 3 }]],
    [['$.byId'], [{ a: { id: 3 } }]],
    [['$.value[*]', '$[?@.on]'], [{ id: 1, on: true }]],
    [['$.value', '$[?@.id > 1]', '$[0]'], [{ id: 2 }]],
    [['$.absent[*]'], []],
  ])('%j', (selectors, expected) => {
    expect(rows(selectors, document)).toEqual(expected);
  });

  const tree = {
    teams: [
      { id: 't1', lead: { name: 'Ada' }, members: [{ name: 'Bo' }, { name: 'Cy' }] },
      { id: 't2', lead: { name: 'Di' }, members: [{ name: 'Ed' }] },
    ],
    byId: { a: { on: true }, b: { on: false } },
    matrix: [[1, 2, 3]],
  };

  it.each<[string, FilterStep[], unknown]>([
    [
      'a member of the only team found',
      [{ selector: "$.teams[?@.id=='t2']" }, { selector: '$.members' }],
      [{ name: 'Ed' }],
    ],
    [
      'members of the only team found, filtered',
      [{ selector: "$.teams[?@.id=='t1']" }, { selector: '$.members[*]' }, { selector: "$[?@.name > 'Bo']" }],
      [{ name: 'Cy' }],
    ],
    ['no member of several teams', [{ selector: '$.teams[*]' }, { selector: '$.members' }], []],
    ['one of the teams', [{ selector: '$.teams[*]' }, { selector: "$[?@.id=='t2']" }, { selector: '$.id' }], ['t2']],
    [
      'a row that one filter leaves, filtered again',
      [{ selector: "$.teams[?@.id=='t1']" }, { selector: '$[?@.lead]' }],
      [tree.teams[0]],
    ],
    ['members of one object', [{ selector: '$.byId' }, { selector: '$[?@.on == true]' }], [{ on: true }]],
    ['an entry of the only list found', [{ selector: '$.matrix[*]' }, { selector: '$[0]' }], [1]],
    [
      'an entry of a list that stays one',
      [{ selector: '$.matrix[*]', resultIsList: true }, { selector: '$[0]' }],
      [[1, 2, 3]],
    ],
    [
      'an object that stays in a list',
      [{ selector: '$.teams[0].lead', resultIsList: true }, { selector: '$[0].name' }],
      ['Ada'],
    ],
    ['an object by its place', [{ selector: '$.teams[0]' }, { selector: '$.lead.name' }], ['Ada']],
    ['nothing of what is not there', [{ selector: '$.absent', ignoreOnFail: true }, { selector: '$.x[*]' }], []],
  ])('goes on with what the step before found: %s', (_, filters, expected) => {
    expect(rowSelection(filters).rows(tree)).toEqual(expected);
  });

  it('asks the same of one row of a page as of many', () => {
    const filters = [{ selector: '$.value[*]' }, { selector: '$[?@.owner.id > 1]' }, { selector: '$[?@.id > 1]' }];
    const rowOf = (id: number) => ({ id, owner: { id: 7 } });
    const { rows: found } = rowSelection(filters);
    expect([[1, 2, 3], [4], [1], [5, 1]].flatMap((ids) => found({ value: ids.map(rowOf) }))).toEqual(
      [2, 3, 4, 5].map(rowOf),
    );
  });

  it('lets a step fail that may', () => {
    const absent = { selector: '$.absent' };
    expect(() => rowSelection([absent]).requireIn(tree)).toThrow('The rows selector $.absent matched nothing');
    expect(() => rowSelection([{ ...absent, ignoreOnFail: true }]).requireIn(tree)).not.toThrow();
    const later = (step: FilterStep) => rowSelection([{ selector: '$.teams[0]' }, step]);
    expect(() => later(absent).requireIn(tree)).toThrow(
      'Filter step 2, $.absent, matched nothing in the result of step 1.',
    );
    expect(() => later({ ...absent, ignoreOnFail: true }).requireIn(tree)).not.toThrow();
    expect(() => later({ selector: '$.members[?@.x]' }).requireIn(tree)).not.toThrow();
  });

  it('selects through several steps among 400,000 rows', () => {
    const value = Array.from({ length: 400_000 }, (_, id) => ({ id }));
    const selection = rowSelection([
      { selector: '$.value[*]' },
      { selector: '$[?@.id >= 0]' },
      { selector: '$[?@.id > 0]' },
    ]);
    expect(selection.rows({ value })).toHaveLength(399_999);
    expect(() => selection.requireIn({ value })).not.toThrow();
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
    ['$.value[*]', { value: null }],
    ['$.value[*]', null],
  ])('%s of %j has no rows, which is no problem', (selector, value) => {
    const selection = rowSelection([{ selector }]);
    expect(selection.rows(value)).toEqual([]);
    expect(() => selection.requireIn(value)).not.toThrow();
  });

  it.each([
    ['$.value[*]', { items: [] }],
    ['$.value', {}],
    ['$..rows[*]', {}],
    ['$.a.b[*]', { a: { c: [1] } }],
  ])('%s matches nothing in %j, which is one', (selector, value) => {
    expect(() => rowSelection([{ selector }]).requireIn(value)).toThrow(
      expect.objectContaining({ code: 'selector-matched-nothing', message: expect.stringContaining(selector) }),
    );
  });
});
