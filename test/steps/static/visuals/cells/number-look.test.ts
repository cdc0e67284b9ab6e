import { barLength, thresholdColor } from '../../../../../static/visuals/cells/number-look';

const thresholds = [
  { from: 80, color: 'red' as const },
  { from: 0, color: 'green' as const },
  { from: 50, color: 'yellow' as const },
];

describe('a number', () => {
  it.each([
    [-1, undefined],
    [0, 'green'],
    [79.9, 'yellow'],
    [80, 'red'],
    [null, undefined],
    ['90', undefined],
  ])('%j has the color of the highest threshold that it reaches: %s', (value, color) => {
    expect(thresholdColor(value, { thresholds })).toBe(color);
  });

  it.each([
    [0, '0%'],
    [25, '50%'],
    [500, '100%'],
    [-5, '0%'],
    [null, undefined],
  ])('%j has a bar of %s where 50 fills a cell', (value, length) => {
    expect(barLength(value, { fullBar: 50 })).toBe(length);
    expect(barLength(value, {})).toBeUndefined();
  });
});
