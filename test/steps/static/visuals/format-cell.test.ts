import type { CellValue, ColumnType } from '../../../../src/contract';
import { cellFormatter } from '../../../../static/visuals/format-cell';
import { readerFrom } from '../../../../static/visuals/reader';

const berlin = cellFormatter({ locale: 'de-DE', timeZone: 'Europe/Berlin' });
const newYork = cellFormatter({ locale: 'en-US', timeZone: 'America/New_York' });

/** `Intl` writes narrow and no-break spaces that differ between versions of its data. */
const plain = (text: string): string => text.replace(/\s/g, ' ');

describe('a cell', () => {
  it.each<[CellValue, ColumnType, string, string]>([
    [1234567.5, 'number', '1.234.567,5', '1,234,567.5'],
    [0.1 + 0.2, 'number', '0,3', '0.3'],
    [123456789012345, 'number', '123.456.789.012.345', '123,456,789,012,345'],
    ['2026-01-05', 'date', '05.01.2026', 'Jan 5, 2026'],
    ['2026-01-05T03:30:00Z', 'date-time', '05.01.2026, 04:30', 'Jan 4, 2026, 10:30 PM'],
    ['2026-07-05T23:30:00+02:00', 'date-time', '05.07.2026, 23:30', 'Jul 5, 2026, 5:30 PM'],
    ['2026-01-05T03:30:00', 'date-time', '05.01.2026, 04:30', 'Jan 4, 2026, 10:30 PM'],
    [true, 'boolean', 'Yes', 'Yes'],
    [false, 'boolean', 'No', 'No'],
    ['000123', 'text', '000123', '000123'],
    [null, 'number', '', ''],
    [null, 'date', '', ''],
  ])('%j of type %s is written as the reader writes it', (value, type, german, american) => {
    expect([berlin(value, type), newYork(value, type)].map(plain)).toEqual([german, american]);
  });

  it('shows a value that does not suit its type as it is', () => {
    expect(newYork('n/a', 'number')).toBe('n/a');
    expect(newYork('soon', 'date')).toBe('soon');
    expect(newYork(7, 'date-time')).toBe('7');
    expect(newYork('maybe', 'boolean')).toBe('maybe');
  });
});

describe('a reader', () => {
  it('keeps a locale and a time zone that are known', () => {
    expect(readerFrom('pt_BR', 'Asia/Kolkata')).toEqual({
      locale: 'pt-BR',
      timeZone: expect.stringMatching(/^Asia\/(Kolkata|Calcutta)$/),
    });
  });

  it.each([[undefined], [''], ['no locale!'], ['*']])('of the locale %j reads English', (locale) => {
    expect(readerFrom(locale, 'UTC').locale).toBe('en');
  });

  it('of an unknown time zone gets the one of the machine', () => {
    const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
    expect(readerFrom('en', 'Mars/Olympus').timeZone).toBe(own);
  });
});
