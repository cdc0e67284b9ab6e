import { distinctValues } from '../../../src/shared/distinct-values';
import type { CellValue } from '../../../src/shared/frame';

const all = () => true;

describe('the different values of a column', () => {
  it('come with the number of their rows: most frequent first, then in their own order, the empty one last', () => {
    const values: CellValue[] = ['Open', 'Done', null, 'Open', 'Done', 'Done', true, 'b 10', 'b 9'];
    expect(distinctValues(values, 'text', all)).toEqual([
      { value: 'Done', count: 3 },
      { value: 'Open', count: 2 },
      { value: 'b 9', count: 1 },
      { value: 'b 10', count: 1 },
      { value: true, count: 1 },
      { value: null, count: 1 },
    ]);
  });

  it('are one where long texts begin alike, cut so that no character is halved', () => {
    const long = `${'x'.repeat(298)}😀`;
    const [found, ...others] = distinctValues([`${long} one`, `${long} two`], 'text', all);
    expect(others).toEqual([]);
    expect(found).toEqual({ value: `${'x'.repeat(298)}…`, count: 2 });
  });

  it('are only those that are wanted', () => {
    expect(distinctValues([1, 2, 2, 3], 'number', (value) => value !== 2)).toEqual([
      { value: 1, count: 1 },
      { value: 3, count: 1 },
    ]);
    expect(distinctValues([], 'number', all)).toEqual([]);
  });
});
