import { isSummed, sumOf } from '../../../src/shared/sums';

describe('the sum of a column', () => {
  it.each([
    [[1, 2, 3], [0, 2], 4],
    [[1, null, 'x', 2.5], [0, 1, 2, 3], 3.5],
    [[null, 'x'], [0, 1], null],
    [[], [0], null],
    [[Number.MAX_VALUE, Number.MAX_VALUE], [0, 1], null],
  ])('of %j at %j is %j', (values, rows, sum) => {
    expect(sumOf(values, rows)).toBe(sum);
  });

  it('is there for numbers that are no parts of a whole', () => {
    const summed = (['number', 'currency', 'bytes', 'duration', 'percent', 'text', 'date'] as const).filter((type) =>
      isSummed({ type }),
    );
    expect(summed).toEqual(['number', 'currency', 'bytes', 'duration']);
  });
});
