import type { ColumnType, NumberView, Trend } from '../../../src/shared/contract';
import { trendText } from '../../../src/shared/trend-text';

const reader = { locale: 'en-US', timeZone: 'UTC' };

function view(type: ColumnType): NumberView {
  const column = { key: 'c', label: 'Value', type, format: type === 'currency' ? { currency: 'EUR' } : undefined };
  return { visual: 'number', column, value: 1, label: '', unit: '', totalRows: 1 };
}

describe('a trend in words', () => {
  it.each<[string, ColumnType, Omit<Trend, 'meaning'>, string]>([
    ['more', 'number', { comparedTo: 150, change: 12, ratio: 0.08 }, 'Up 12 (8%) from 150'],
    ['less', 'currency', { comparedTo: 20, change: -5.5, ratio: -0.275 }, 'Down €5.50 (27.5%) from €20.00'],
    ['the same', 'number', { comparedTo: 7, change: 0, ratio: 0 }, 'No change from 7'],
    ['more than nothing', 'number', { comparedTo: 0, change: 3, ratio: null }, 'Up 3 from 0'],
    [
      'a smaller share',
      'percent',
      { comparedTo: 0.9995, change: -0.0070000000001, ratio: -0.007 },
      'Down 0.7 points from 99.95%',
    ],
    ['a larger share', 'percent', { comparedTo: 0.1, change: 0.010000001, ratio: 0.1 }, 'Up 1 point from 10%'],
    ['a longer time', 'duration', { comparedTo: 60, change: 60, ratio: 1 }, 'Up 1 min (100%) from 1 min'],
  ])('says %s', (_, type, trend, text) => {
    expect(trendText({ ...trend, meaning: 'neutral' }, view(type), reader)).toBe(text);
  });
});
