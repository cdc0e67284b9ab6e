import type { Column, CellValue } from '../../../src/shared/frame';
import type { View } from '../../../src/shared/view';
import { adfDocument } from '../../../src/visuals/adf/nodes';
import { valueAdf } from '../../../src/visuals/adf/value-adf';
import { valueText } from '../../../src/visuals/adf/value-text';
import { viewAdf } from '../../../src/visuals/adf/view-adf';
import { adfErrors, adfLines } from '../../support/adf';

const column = (type: Column['type'], format?: Column['format']): Column => ({ key: 'c', label: 'C', type, format });

test.each<[Column, CellValue, string]>([
  [column('text'), null, ''],
  [column('text'), 'plain', 'plain'],
  [column('number'), 1234567.5, '1,234,567.5'],
  [column('number', { decimals: 2 }), 3, '3.00'],
  [column('number'), 0.1 + 0.2, '0.3'],
  [column('number'), 1234567890123456, '1,234,567,890,123,456'],
  [column('number', { decimals: 2 }), 1e308, '1E308'],
  [column('currency', { currency: 'EUR' }), 1234.5, '€1,234.50'],
  [column('currency', { currency: 'JPY' }), 1234, 'JP¥1,234'],
  [column('currency', { currency: 'bitcoin' }), 5, '5 bitcoin'],
  [column('percent'), 0.125, '12.5%'],
  [column('percent', { decimals: 0 }), 0.125, '13%'],
  [column('boolean'), true, 'Yes'],
  [column('boolean'), false, 'No'],
  [column('date'), '2026-03-05', '5 Mar 2026'],
  [column('date', { dateStyle: 'long' }), '2026-03-05', '5 March 2026'],
  [column('date', { dateStyle: 'short' }), '2026-03-05', '2026-03-05'],
  [column('date', { dateStyle: 'relative' }), '2026-03-05', '5 Mar 2026'],
  [column('date-time'), '2026-03-05T23:30:00Z', '5 Mar 2026, 23:30 UTC'],
  [column('date'), 'someday', 'someday'],
  [column('duration'), 7500, '2 hrs 5 mins'],
  [column('duration'), -90, '-1 min 30 secs'],
  [column('duration'), 90_000, '1 day 1 hr'],
  [column('duration'), 0.25, '0.25 secs'],
  [column('duration'), 86_400, '1 day'],
  [column('json'), '{"a":1}', '{"a":1}'],
])('%j of %j is written %s', (of, value, text) => {
  expect(valueText(value, of)).toBe(text);
});

test.each<[Column['type'], string, string | undefined]>([
  ['link', 'https://example.com/a b', 'https://example.com/a%20b'],
  ['link', 'javascript:alert(1)', undefined],
  ['link', 'http://example.com', undefined],
  ['link', 'data:text/html,x', undefined],
  ['image', 'https://img.example.com/1.png', 'https://img.example.com/1.png'],
  ['email', 'a@example.com', 'mailto:a@example.com'],
  ['email', 'a@example.com?cc=b@example.com', undefined],
  ['text', 'https://example.com', undefined],
])('a value of type %s that is %s leads to %s', (type, value, href) => {
  const marks = href === undefined ? undefined : [{ type: 'link', attrs: { href } }];
  expect(valueAdf(value, { type })).toEqual([{ type: 'text', text: value, ...(marks && { marks }) }]);
});

const city: Column = { key: 'a', label: 'City', type: 'text' };
const people: Column = { key: 'b', label: 'People', type: 'number' };
const rows = { offset: 0, matchingRows: 2, totalRows: 2, whole: true };
const some = {
  ...rows,
  columns: [city, people],
  rows: [
    ['Oslo', 700],
    ['Bergen', null],
  ] satisfies CellValue[][],
};
const empty = { ...rows, columns: [city], rows: [], matchingRows: 0, totalRows: 0 };

test.each<[View, string[]]>([
  [{ visual: 'table', ...some }, ['City | People', 'Oslo | 700', 'Bergen | ']],
  [{ visual: 'cards', ...some, title: 0 }, ['City | People', 'Oslo | 700', 'Bergen | ']],
  [{ visual: 'list', ...some, primary: 0, secondary: [1] }, ['Oslo · 700', 'Bergen']],
  [{ visual: 'table', ...empty }, ['There are no rows.']],
  [{ visual: 'list', ...empty, primary: 0, secondary: [] }, ['There are no rows.']],
  [{ visual: 'table', ...rows, columns: [], rows: [[]] }, ['There are no rows.']],
  [{ visual: 'key-value', columns: [city, people], row: ['Oslo', 700], totalRows: 2 }, ['City | Oslo', 'People | 700']],
  [{ visual: 'key-value', columns: [city], row: null, totalRows: 0 }, ['There are no rows.']],
  [{ visual: 'number', column: people, value: 700, label: 'Size', unit: 'heads', totalRows: 2 }, ['Size: 700 heads']],
  [{ visual: 'number', column: people, value: null, label: '', unit: 'heads', totalRows: 0 }, ['No value']],
  [
    {
      visual: 'number',
      column: people,
      value: 90,
      label: '',
      unit: '',
      totalRows: 1,
      trend: { comparedTo: 100, change: -10, ratio: -0.1, meaning: 'bad' },
    },
    ['90 · Down 10 (10%) from 100'],
  ],
  [
    {
      visual: 'pie',
      category: city,
      series: [people],
      points: [
        { category: 'Oslo', values: [700] },
        { category: null, values: [null] },
      ],
      stacked: false,
      leftOut: 0,
      totalRows: 2,
    },
    ['City | People', 'Oslo | 700', ' | '],
  ],
  [
    { visual: 'area', category: city, series: [], points: [], stacked: false, leftOut: 0, totalRows: 0 },
    ['There are no rows.'],
  ],
  [
    {
      visual: 'text',
      parts: [{ text: 'In ' }, { column: city, value: 'Oslo' }, { column: people, value: null }],
      totalRows: 1,
    },
    ['In Oslo'],
  ],
])('a view in a document is valid, and says the same: $visual %#', (view, lines) => {
  const document = adfDocument(viewAdf(view).blocks);
  expect(adfErrors(document)).toEqual([]);
  expect(adfLines(document)).toEqual(lines);
});

test('a document stays below what a reply can carry, and knows how many rows it shows', () => {
  const wide = Array.from({ length: 60 }, (_, index): Column => ({ key: `c${index}`, label: 'C', type: 'text' }));
  const many = Array.from({ length: 2000 }, () => wide.map(() => 'ü'.repeat(3000)));
  const { blocks, shownRows } = viewAdf({ visual: 'table', ...rows, columns: wide, rows: many });
  expect(Buffer.byteLength(JSON.stringify(blocks))).toBeLessThan(4_000_000);
  expect(shownRows).toBeGreaterThan(0);
  expect(shownRows).toBeLessThan(2000);
});

test('the check of documents knows a broken one', () => {
  expect(
    adfErrors({ version: 1, type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: '' }] }] }),
  ).not.toEqual([]);
});
