import { mostFilterValues, withFilter } from '../../../../../static/visuals/table/column-filter';

describe('the filter of a column', () => {
  it('takes the place of the one before, and goes when no value is left', () => {
    const first = withFilter(undefined, 'a', ['x']);
    const second = withFilter(first, 'b', [null]);
    expect(withFilter(second, 'a', ['y'])).toEqual([
      { column: 'b', values: [null] },
      { column: 'a', values: ['y'] },
    ]);
    expect(withFilter(second, 'b', [])).toEqual(first);
    expect(withFilter(first, 'a', [])).toBeUndefined();
  });

  it('has no more values than allowed', () => {
    const values = Array.from({ length: 300 }, (_, index) => index);
    expect(withFilter(undefined, 'a', values)?.[0]?.values).toHaveLength(mostFilterValues);
  });
});
