import type { SortOrder } from '../../../../../src/shared/contract';
import { mostSorts, nextSorts, withSort } from '../../../../../static/visuals/table/order';

describe('the orders after a click', () => {
  const up = (column: string): SortOrder => ({ column, direction: 'ascending' });
  const down = (column: string): SortOrder => ({ column, direction: 'descending' });

  it('turn from ascending to descending to that of the source', () => {
    const first = nextSorts(undefined, 'a', false);
    const second = nextSorts(first, 'a', false);
    expect([first, second, nextSorts(second, 'a', false)]).toEqual([[up('a')], [down('a')], undefined]);
    expect(nextSorts(second, 'b', false)).toEqual([up('b')]);
  });

  it('keep the other columns where one is added, and its place where it is turned', () => {
    const both = nextSorts([up('a')], 'b', true);
    expect(both).toEqual([up('a'), up('b')]);
    expect(nextSorts(both, 'a', true)).toEqual([down('a'), up('b')]);
    expect(nextSorts([down('a'), up('b')], 'a', true)).toEqual([up('b')]);
    expect(nextSorts(both, 'a', false)).toEqual([up('a')]);
  });

  it.each<[SortOrder, SortOrder | undefined, SortOrder[] | undefined]>([
    [up('a'), undefined, [down('a')]],
    [up('a'), down('a'), undefined],
    [down('a'), undefined, [up('a')]],
    [down('a'), up('a'), [down('a')]],
    [down('a'), down('a'), [up('a')]],
    [down('a'), down('b'), undefined],
  ])(
    'turn what is shown with each click where the usual order is %j and the asked one %j',
    (usual, requested, next) => {
      const column = requested?.column ?? 'a';
      expect(nextSorts(requested && [requested], column, false, [usual])).toEqual(next);
    },
  );

  it('add to the usual order', () => {
    expect(nextSorts(undefined, 'b', true, [up('a')])).toEqual([up('a'), up('b')]);
    expect(nextSorts(undefined, 'b', false, [up('a')])).toEqual([up('b')]);
  });

  it('are never by more columns than allowed', () => {
    const many = ['a', 'b', 'c', 'd', 'e', 'f'].reduce<SortOrder[] | undefined>(
      (sorts, column) => nextSorts(sorts, column, true),
      undefined,
    );
    expect(many).toHaveLength(mostSorts);
    expect(many?.at(-1)).toEqual(up('f'));
  });

  it('can be set one by one', () => {
    expect(withSort([up('a'), up('b')], 'a', 'descending')).toEqual([down('a'), up('b')]);
    expect(withSort([up('a')], 'a', undefined)).toBeUndefined();
    expect(withSort(undefined, 'a', 'descending')).toEqual([down('a')]);
  });
});
