import type { ChartView } from '../../../../../src/shared/contract';
import { axisFloor } from '../../../../../static/visuals/chart/axis-floor';
import { chartSummary, leftOutText, tickText } from '../../../../../static/visuals/chart/chart-text';
import { categoryLabels } from '../../../../../static/visuals/chart/category-labels';
import { slicesOf } from '../../../../../static/visuals/chart/slices';
import { wrapped } from '../../../../../static/visuals/chart/wrapped';

const reader = { locale: 'en-US', timeZone: 'UTC' };

const view: ChartView = {
  visual: 'line',
  category: { key: 'm', label: 'Month', type: 'date' },
  series: [{ key: 'v', label: 'Visits', type: 'number' }],
  points: [
    { category: '2026-01-01', values: [1200] },
    { category: '2026-02-01', values: [null] },
    { category: '2026-03-01', values: [800] },
    { category: null, values: [900] },
  ],
  stacked: false,
  leftOut: 0,
  totalRows: 4,
};

describe('a chart in words', () => {
  it('says what it shows and where it is lowest and highest', () => {
    expect(chartSummary('Web', view, reader)).toBe(
      'Line chart “Web”: Visits by Month, 4 points. Visits goes from 800 at Mar 1, 2026 to 1,200 at Jan 1, 2026.',
    );
  });

  it('says that a series has one value only, or none', () => {
    const points = [{ category: '2026-01-01', values: [5, null] }];
    const series = [...view.series, { key: 'w', label: 'Sales', type: 'number' as const }];
    expect(chartSummary('Web', { ...view, series, points }, reader)).toContain(
      'Visits is 5 throughout. Sales has no values.',
    );
  });

  it('says what is not drawn', () => {
    expect(leftOutText(view, 'en')).toBeNull();
    expect(leftOutText({ ...view, leftOut: 2000 }, 'en')).toBe('Showing 4 of 2,004 points.');
    expect(leftOutText({ ...view, visual: 'pie', leftOut: 1 }, 'en')).toBe(
      '1 row without a value above 0 is left out.',
    );
    expect(leftOutText({ ...view, visual: 'pie', leftOut: 2 }, 'en')).toBe(
      '2 rows without a value above 0 are left out.',
    );
  });

  it('writes marks on its axis without decimals that say nothing', () => {
    const money = { key: 'v', label: 'Sold', type: 'currency' as const, format: { currency: 'EUR' } };
    expect(tickText(5000, money, reader)).toBe('€5,000');
    expect(tickText(0.5, money, reader)).toBe('€0.50');
    expect(tickText(12_500_000, { key: 'n', label: 'People', type: 'number' }, reader)).toBe('12.5M');
    expect(tickText(-2.5e12, money, reader)).toBe('-2.5T EUR');
    expect(tickText(1e308, money, reader)).toBe('1E308 EUR');
    expect(tickText(2_500_000, { key: 'b', label: 'Size', type: 'bytes' }, reader)).toBe('2.5 MB');
    expect(tickText(0.25, { key: 'p', label: 'Share', type: 'percent' }, reader)).toBe('25%');
  });
});

describe('the slices of a pie', () => {
  it('are shares of the whole, without what has no value above 0', () => {
    const points = [30, 0, null, -5, 10].map((value, at) => ({ category: `p${at}`, values: [value] }));
    expect(slicesOf({ ...view, visual: 'pie', points })).toEqual([
      { category: 'p0', value: 30, share: 0.75 },
      { category: 'p4', value: 10, share: 0.25 },
    ]);
  });
});

describe('the labels of bars', () => {
  const texts = ['Human Resources', 'Legal', 'Sales and support', 'Finance'];
  const bars = { ...view, visual: 'bar' as const, category: { key: 'd', label: 'Department', type: 'text' as const } };
  const points = texts.map((category) => ({ category, values: [1] }));

  it('take as many lines as the place below a bar asks for', () => {
    const labels = categoryLabels({ ...bars, points }, reader);
    expect(labels(800)).toEqual([['Human Resources'], ['Legal'], ['Sales and support'], ['Finance']]);
    expect(labels(400)).toEqual([['Human', 'Resources'], ['Legal'], ['Sales and', 'support'], ['Finance']]);
  });

  it('have one line at an angle where there is little place or there are many of them', () => {
    expect(categoryLabels({ ...bars, points }, reader)(200)[2]).toEqual(['Sales and…']);
    const many = Array.from({ length: 40 }, () => points[0]!);
    expect(categoryLabels({ ...bars, points: many }, reader)(800)[0]).toEqual(['Human Resources']);
  });
});

describe('times below a chart', () => {
  const over = (...days: string[]): ChartView => ({
    ...view,
    points: days.map((category) => ({ category, values: [1] })),
  });
  const first = (chart: ChartView, by = reader): string | undefined => categoryLabels(chart, by)(800)[0]?.[0];

  it('are months where each is the first of one, years where each is that of a year, and days else', () => {
    expect(first(over('2026-01-01', '2026-02-01'))).toBe('Jan 2026');
    expect(first(over('2025-01-01', '2026-01-01'))).toBe('2025');
    expect(first(over('2026-01-01', '2026-01-02'))).toBe('Jan 1, 2026');
    expect(first(over('2026-01-01'))).toBe('Jan 1, 2026');
  });

  it('begin where the reader is, if they are moments', () => {
    const moments = {
      ...over('2025-12-31T23:00:00Z', '2026-01-31T23:00:00Z'),
      category: { ...view.category, type: 'date-time' },
    };
    expect(first(moments as ChartView, { ...reader, timeZone: 'Europe/Berlin' })).toBe('Jan 2026');
    expect(first(moments as ChartView)).not.toBe('Jan 2026');
  });
});

describe('a label below a bar', () => {
  it.each([
    ['Search', ['Search']],
    ['Customer support and success', ['Customer support', 'and success']],
    ['One two three four five six seven eight', ['One two three', 'four five six…']],
    ['Donaudampfschifffahrtsgesellschaft', ['Donaudampfschif…']],
    ['', ['']],
  ])('%j stands in lines', (text, lines) => {
    expect(wrapped(text, 16, 2)).toEqual(lines);
  });
});

test.each<[string, Partial<ChartView>, (number | null)[], 0 | undefined]>([
  ['near 0', {}, [30, null, 2800], 0],
  ['far from 0', {}, [2000, 2800], undefined],
  ['on both sides of 0', {}, [-5, 2800], undefined],
  ['all alike', {}, [7, 7], undefined],
  ['one on the other', { stacked: true }, [2000, 2800], 0],
  ['that are none', {}, [null], undefined],
  ['of bars, whose axis has its own rule', { visual: 'bar' }, [30, 2800], undefined],
])('the axis of lines %s', (_, changes, values, floor) => {
  const points = values.map((value) => ({ category: null, values: [value] }));
  expect(axisFloor({ ...view, ...changes, points })).toBe(floor);
});
