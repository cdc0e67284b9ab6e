import type { Column } from '../../../../../src/shared/contract';
import { longestDecimals, missingDecimals } from '../../../../../static/visuals/table/decimals';
import { pinned, pinStyle } from '../../../../../static/visuals/table/frozen-columns';
import { shownColumns } from '../../../../../static/visuals/table/shown-columns';

const columns: Column[] = ['a', 'b', 'c', 'd'].map((key) => ({ key, label: key, type: 'number', hidden: key === 'd' }));
const keys = (layout: Parameters<typeof shownColumns>[1]): string =>
  shownColumns(columns, layout)
    .map(({ column }) => column.key)
    .join('');

describe('the columns of a table', () => {
  it.each([
    [{}, 'abc'],
    [{ order: ['c'] }, 'cab'],
    [{ order: ['c', 'gone', 'b'] }, 'cba'],
    [{ hidden: ['b', 'gone'] }, 'ac'],
    [{ hidden: ['d'], order: ['d', 'b'] }, 'bac'],
    [{ hidden: ['a', 'b', 'c'] }, 'abc'],
  ])('arranged by %j are %s', (layout, shown) => {
    expect(keys(layout)).toBe(shown);
  });

  it('stay in sight behind each other, as wide as they are', () => {
    const shown = pinned(shownColumns(columns), 2, true);
    expect(shown.map(({ pin }) => pin)).toEqual([1, 2, undefined]);
    expect(pinStyle(shown, { a: 120 }, true)).toEqual({ '--xd-pin-1': '56px', '--xd-pin-2': '176px' });
  });

  it('stay in sight one alone as long as nobody knows how wide they are', () => {
    expect(pinned(shownColumns(columns), 3, false).map(({ pin }) => pin)).toEqual([1, undefined, undefined]);
    expect(pinned(shownColumns(columns), 0, false).map(({ pin }) => pin)).toEqual([undefined, undefined, undefined]);
  });
});

describe('the decimals of numbers below each other', () => {
  const reader = { locale: 'en', timeZone: 'UTC' };
  const column: Column = { key: 'a', label: 'A', type: 'number' };

  it('leave room for the longest', () => {
    const longest = longestDecimals([84.1, 100, 1_234_642.75, null, 'x'], column, reader);
    expect(longest).toBe('.75');
    expect(missingDecimals(84.1, '84.1', longest)).toBe('5');
    expect(missingDecimals(100, '100', longest)).toBe('.75');
    expect(missingDecimals(1_234_642.75, '1,234,642.75', longest)).toBeUndefined();
    expect(missingDecimals(null, '', longest)).toBeUndefined();
  });

  it('need none where the column has as many for all, or too many', () => {
    expect(longestDecimals([1.5], { ...column, format: { decimals: 2 } }, reader)).toBe('');
    expect(longestDecimals([1.5], { ...column, type: 'percent' }, reader)).toBe('');
    expect(longestDecimals([0.1234567891], column, reader)).toBe('');
  });
});
