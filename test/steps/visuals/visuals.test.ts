import type { NumberSettings, VisualSettings } from '../../../src/shared/contract';
import type { View } from '../../../src/shared/view';
import { frameSource, withoutColumns, type FrameSource } from '../../../src/visuals/frame-source';
import { drawView, inlineView } from '../../../src/visuals/visual-registry';
import { frameOf, numbersTo } from './frames';

const cities = frameOf({
  city: { label: 'City', values: ['Oslo', 'Bergen', 'Tromsø'] },
  people: { label: 'People', type: 'number', values: [700, 290, null] },
  area: { label: 'Area', type: 'number', values: [450, 465, 2500] },
  founded: { label: 'Founded', type: 'date', values: ['1040-01-01', '1070-01-01', null] },
  flag: { label: 'Flag', type: 'image', values: ['https://x.example/o.png', null, null] },
});
const none = frameOf({ city: { label: 'City', values: [] }, people: { type: 'number', values: [] } });
const draw = (visual: VisualSettings, source: FrameSource = frameSource(cities)) =>
  drawView(source, visual, { offset: 0, count: 10 });

const number = (changes: Partial<NumberSettings>): NumberSettings => ({
  type: 'number',
  column: 'people',
  summary: 'first',
  label: '',
  unit: '',
  ...changes,
});

test('a list has only the columns it shows, each once', async () => {
  const view = await draw({ type: 'list', rowsPerPage: 10, primary: 'people', secondary: ['city', 'people'] });
  expect(view).toMatchObject({
    visual: 'list',
    primary: 0,
    secondary: [1, 0],
    rows: [
      [700, 'Oslo'],
      [290, 'Bergen'],
      [null, 'Tromsø'],
    ],
  });
});

test('cards have every column, and say which is the title and which the image', async () => {
  const view = await draw({ type: 'cards', rowsPerPage: 10, title: 'city', image: 'flag' });
  expect(view).toMatchObject({ visual: 'cards', title: 0, image: 4, totalRows: 3 });
  expect(await draw({ type: 'cards', rowsPerPage: 10, title: 'city' })).not.toHaveProperty('image');
});

test('a record is the first row', async () => {
  expect(await draw({ type: 'key-value' })).toMatchObject({
    row: ['Oslo', 700, 450, '1040-01-01', 'https://x.example/o.png'],
  });
  expect(await draw({ type: 'key-value' }, frameSource(none))).toMatchObject({ row: null, totalRows: 0 });
});

describe('a number', () => {
  it.each<[Partial<NumberSettings>, unknown]>([
    [{ summary: 'first' }, 700],
    [{ summary: 'last' }, null],
    [{ summary: 'last', column: 'area' }, 2500],
    [{ summary: 'count' }, 2],
    [{ summary: 'sum' }, 990],
    [{ summary: 'average' }, 495],
    [{ summary: 'min' }, 290],
    [{ summary: 'max' }, 700],
    [{ summary: 'min', column: 'founded' }, '1040-01-01'],
    [{ summary: 'max', column: 'city' }, 'Tromsø'],
    [{ summary: 'sum', column: 'city' }, null],
  ])('of %j is %j', async (changes, value) => {
    expect(await draw(number(changes))).toMatchObject({ visual: 'number', value });
  });

  it('is nothing without rows, and how many there are is a plain number', async () => {
    for (const summary of ['first', 'last', 'sum', 'average', 'min'] as const) {
      expect(await draw(number({ summary }), frameSource(none))).toMatchObject({ value: null, totalRows: 0 });
    }
    const counted = await draw(number({ summary: 'count', column: 'founded' }));
    expect(counted).toMatchObject({ value: 2, column: { label: 'Founded', type: 'number' } });
  });

  it.each<[Partial<NumberSettings>, object]>([
    [
      { compareWith: 'area', goodWhen: 'more' },
      { comparedTo: 450, change: 250, ratio: 250 / 450, meaning: 'good' },
    ],
    [{ compareWith: 'area', goodWhen: 'less' }, { meaning: 'bad' }],
    [{ compareWith: 'people' }, { change: 0, ratio: 0, meaning: 'neutral' }],
    [
      { summary: 'last', column: 'area' },
      { comparedTo: 465, change: 2035, meaning: 'neutral' },
    ],
    [
      { summary: 'sum', compareWith: 'area', goodWhen: 'more' },
      { comparedTo: 3415, meaning: 'bad' },
    ],
  ])('stands against another one: %j', async (changes, trend) => {
    expect(await draw(number(changes))).toMatchObject({ trend });
  });

  it('has no part of nothing, and stands against no text and no empty cell', async () => {
    const zero = frameOf({ a: { type: 'number', values: [0, 5] } });
    const view = await draw(number({ summary: 'last', column: 'a' }), frameSource(zero));
    expect(view).toMatchObject({ trend: { change: 5, ratio: null } });
    for (const compareWith of ['city', 'flag']) expect(await draw(number({ compareWith }))).not.toHaveProperty('trend');
    expect(await draw(number({ summary: 'last' }))).not.toHaveProperty('trend');
    expect(await draw(number({ summary: 'first' }))).not.toHaveProperty('trend');
  });
});

describe('a chart', () => {
  const pointsOf = (view: View) => ('points' in view ? view.points : []);

  it('has a point for each row, in their order', async () => {
    const view = await draw({ type: 'bar', category: 'city', series: ['people', 'area'], stacked: true });
    expect(view).toMatchObject({ visual: 'bar', stacked: true, leftOut: 0, totalRows: 3 });
    expect(pointsOf(view)).toEqual([
      { category: 'Oslo', values: [700, 450] },
      { category: 'Bergen', values: [290, 465] },
      { category: 'Tromsø', values: [null, 2500] },
    ]);
  });

  it.each(['line', 'area'] as const)('over dates goes by time, without what has no date (%s)', async (type) => {
    const frame = frameOf({
      day: { type: 'date', values: ['2026-01-03', null, '2026-01-01'] },
      value: { type: 'number', values: [3, 2, 1] },
    });
    const view = await draw({ type, category: 'day', series: ['value'] }, frameSource(frame));
    expect(pointsOf(view).map(({ values }) => values[0])).toEqual([1, 3]);
    expect(view).toMatchObject({ leftOut: 1 });
  });

  it('has 500 points at most: the first bars, the newest of a line', async () => {
    const frame = frameOf({
      day: { type: 'date-time', values: numbersTo(700).map((n) => new Date((700 - n) * 60_000).toISOString()) },
      value: { type: 'number', values: numbersTo(700) },
    });
    const bars = await draw({ type: 'bar', category: 'day', series: ['value'] }, frameSource(frame));
    expect([pointsOf(bars).length, pointsOf(bars)[0]?.values[0]]).toEqual([500, 0]);
    const line = await draw({ type: 'line', category: 'day', series: ['value'] }, frameSource(frame));
    expect([pointsOf(line).length, pointsOf(line).at(-1)?.values[0]]).toEqual([500, 0]);
    expect(line).toMatchObject({ leftOut: 200, totalRows: 700 });
  });

  it('that is a pie has one slice for each category, its small ones summed up, and leaves out what has no size', async () => {
    const frame = frameOf({
      name: { values: numbersTo(20).map((n) => `N${n}`) },
      value: { type: 'number', values: [null, -5, 0, ...numbersTo(17).map((n) => n + 1)] },
    });
    const pie = await draw({ type: 'pie', category: 'name', series: ['value', 'name'] }, frameSource(frame));
    expect(pie).toMatchObject({ visual: 'pie', leftOut: 3, series: [{ key: 'value' }] });
    const points = pointsOf(pie);
    expect(points).toHaveLength(12);
    expect(points.slice(0, -1).map(({ values }) => values[0])).toEqual(numbersTo(11).map((n) => n + 7));
    expect(points.at(-1)).toEqual({ category: 'Other', values: [21] });
    const twice = frameOf({
      name: { values: ['Oslo', 'Bergen', 'Oslo', 'Bergen', null, null] },
      value: { type: 'number', values: [3, 1, 2, -1, 4, 5] },
    });
    const summed = await draw({ type: 'pie', category: 'name', series: ['value'] }, frameSource(twice));
    expect(summed).toMatchObject({ leftOut: 1, totalRows: 6 });
    expect(pointsOf(summed)).toEqual([
      { category: 'Oslo', values: [5] },
      { category: 'Bergen', values: [1] },
      { category: null, values: [9] },
    ]);
    const few = await draw({ type: 'pie', category: 'city', series: ['area'] });
    expect(pointsOf(few).map(({ category }) => category)).toEqual(['Oslo', 'Bergen', 'Tromsø']);
  });
});

describe('a sentence', () => {
  const text = (sentence: string, source = frameSource(cities)) => draw({ type: 'text', text: sentence }, source);

  it.each<[string, unknown[]]>([
    ['[City] has [People].', ['Oslo', ' has ', 700, '.']],
    ['No value', ['No value']],
    ['[[City] is a bracket', ['[City] is a bracket']],
    ['Open [City', ['Open [City']],
    ['[ City ]', ['Oslo']],
    ['[City][City]', ['Oslo', 'Oslo']],
  ])('%s', async (sentence, parts) => {
    const view = await text(sentence);
    expect(view.visual === 'text' && view.parts.map((part) => ('text' in part ? part.text : part.value))).toEqual(
      parts,
    );
  });

  it('names a column with a bracket in its label by writing it twice', async () => {
    const frame = frameOf({ a: { label: 'Size [m]', type: 'number', values: [3] } });
    expect(await text('[Size [m]]]!', frameSource(frame))).toMatchObject({ parts: [{ value: 3 }, { text: '!' }] });
  });

  it('has empty values without rows', async () => {
    expect(await text('[City]', frameSource(none))).toMatchObject({ parts: [{ value: null }], totalRows: 0 });
  });
});

describe('one value in a sentence', () => {
  const inline = (visual: VisualSettings, column?: string) => inlineView(frameSource(cities), visual, { column });
  const table: VisualSettings = { type: 'table', rowsPerPage: 10 };

  it('is that of the named column in the first row, else what the panel says in one value, else the first column', async () => {
    expect(await inline(table, 'people')).toMatchObject({
      visual: 'text',
      parts: [{ column: { label: 'People' }, value: 700 }],
    });
    expect(await inline(number({ summary: 'sum' }))).toMatchObject({ visual: 'number', value: 990 });
    expect(await inline(number({ summary: 'sum' }), 'city')).toMatchObject({ parts: [{ value: 'Oslo' }] });
    expect(await inline({ type: 'text', text: 'In [City]' })).toMatchObject({
      parts: [{ text: 'In ' }, { value: 'Oslo' }],
    });
    expect(await inline(table)).toMatchObject({ parts: [{ value: 'Oslo' }] });
    await expect(inline(table, 'gone')).rejects.toMatchObject({ code: 'visual-unsuited' });
  });
});

describe('a visual of which all columns are hidden', () => {
  const settings: VisualSettings[] = [{ type: 'table', rowsPerPage: 10 }, { type: 'key-value' }];

  it.each(settings)('says so instead of rows without anything: $type', async (visual) => {
    const hidden = withoutColumns(frameSource(cities), () => true);
    await expect(draw(visual, hidden)).rejects.toMatchObject({
      code: 'visual-unsuited',
      message: expect.stringMatching(/^All columns of this panel are hidden\. An editor can show them/),
    });
  });
});

describe('a visual whose column is not there', () => {
  const settings: VisualSettings[] = [
    { type: 'list', rowsPerPage: 10, primary: 'people', secondary: [] },
    { type: 'list', rowsPerPage: 10, primary: 'city', secondary: ['people'] },
    { type: 'cards', rowsPerPage: 10, title: 'people' },
    { type: 'cards', rowsPerPage: 10, title: 'city', image: 'people' },
    number({}),
    number({ column: 'area', compareWith: 'people' }),
    { type: 'bar', category: 'people', series: ['area'] },
    { type: 'line', category: 'city', series: ['people'] },
    { type: 'pie', category: 'city', series: ['people'] },
    { type: 'text', text: 'So many: [People]' },
  ];
  const hidden = withoutColumns(frameSource(cities), ({ key }) => key === 'people');
  const { columns, values, rowCount } = cities;
  const gone = frameSource({ columns: columns.toSpliced(1, 1), values: values.toSpliced(1, 1), rowCount });

  it.each(settings)('says who can do what: $type %#', async (visual) => {
    const isHidden = {
      code: 'visual-unsuited',
      message: expect.stringMatching(/“People” is hidden.*An editor can show it/),
    };
    await expect(draw(visual, hidden)).rejects.toMatchObject(isHidden);
    const isGone = { code: 'visual-unsuited', message: expect.stringMatching(/An admin can/) };
    await expect(draw(visual, gone)).rejects.toMatchObject(isGone);
  });
});
