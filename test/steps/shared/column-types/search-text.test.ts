import type { CellValue, ColumnFormat, ColumnType } from '../../../../src/shared/contract';
import { isSearched, searchTexts } from '../../../../src/shared/column-types/search-text';

const berlin = { locale: 'de-DE', timeZone: 'Europe/Berlin', now: Date.parse('2026-03-06T12:00:00Z') };

const plain = (text: string): string => text.replace(/[^\S\n]/g, ' ');

describe('a search for a reader', () => {
  it.each<[CellValue, ColumnType, ColumnFormat, string]>([
    ['Zürich', 'text', {}, 'Zürich'],
    [1234567.5, 'number', {}, '1.234.567,5\n1234567.5'],
    [0.1 + 0.2, 'number', {}, '0,3\n0.3'],
    [1234.5, 'currency', { currency: 'EUR' }, '1.234,50 €\n1234.5'],
    [0.12345, 'percent', {}, '12,35 %'],
    [90_061, 'duration', {}, '1 Tg., 1 Std.'],
    ['2026-03-05', 'date', { dateStyle: 'long' }, '5. März 2026\n2026-03-05'],
    ['2026-03-05', 'date', { dateStyle: 'relative' }, 'gestern\n2026-03-05'],
    ['2026-03-05T12:00:00Z', 'date-time', {}, '05.03.2026, 13:00\n2026-03-05T12:00:00Z'],
    [true, 'boolean', {}, 'Yes'],
    [3, 'list', { list: 'count' }, '3'],
    ['https://example.com/', 'link', {}, 'https://example.com/'],
    ['https://example.com/a.png', 'image', {}, ''],
    [null, 'date', {}, ''],
    [null, 'text', {}, ''],
  ])('looks for %j of type %s with %j through %j', (value, type, format, text) => {
    expect(plain(searchTexts({ type, format }, berlin)(value))).toBe(text);
  });

  it('leaves out the columns that show no text', () => {
    expect([isSearched({ type: 'image' }), isSearched({ type: 'link' })]).toEqual([false, true]);
  });
});
