import type { CellValue, ColumnFormat, ColumnType } from '../../../../src/shared/contract';
import { cellFormatter, cellText } from '../../../../src/shared/column-types/cell-text';
import { readerFrom } from '../../../../src/shared/reader';

const berlin = { locale: 'de-DE', timeZone: 'Europe/Berlin' };
const newYork = { locale: 'en-US', timeZone: 'America/New_York' };

/** `Intl` writes narrow and no-break spaces that differ between versions of its data. */
const plain = (text: string): string => text.replace(/\s/g, ' ');

function written(value: CellValue, type: ColumnType, format?: ColumnFormat): string[] {
  return [berlin, newYork].map((reader) => plain(cellText(value, { type, format }, reader)));
}

describe('a cell', () => {
  it.each<[CellValue, ColumnType, string, string]>([
    [1234567.5, 'number', '1.234.567,5', '1,234,567.5'],
    [0.1 + 0.2, 'number', '0,3', '0.3'],
    [123456789012345, 'number', '123.456.789.012.345', '123,456,789,012,345'],
    [1234567890123456, 'number', '1.234.567.890.123.456', '1,234,567,890,123,456'],
    [1.5e20, 'number', '150.000.000.000.000.000.000', '150,000,000,000,000,000,000'],
    [-1e308, 'number', '-1E308', '-1E308'],
    [1e308, 'percent', '1E310 %', '1E310%'],
    [3.25e-12, 'number', '3,25E-12', '3.25E-12'],
    [3e-7, 'number', '0,0000003', '0.0000003'],
    [0, 'number', '0', '0'],
    [0.07, 'percent', '7 %', '7%'],
    [1 / 3, 'percent', '33,33 %', '33.33%'],
    [3, 'list', '3', '3'],
    ['red, green', 'list', 'red, green', 'red, green'],
    ['2026-01-05', 'date', '05.01.2026', 'Jan 5, 2026'],
    ['2026-01-05T03:30:00Z', 'date-time', '05.01.2026, 04:30', 'Jan 4, 2026, 10:30 PM'],
    ['2026-07-05T23:30:00+02:00', 'date-time', '05.07.2026, 23:30', 'Jul 5, 2026, 5:30 PM'],
    ['2026-01-05T03:30:00', 'date-time', '05.01.2026, 04:30', 'Jan 4, 2026, 10:30 PM'],
    [true, 'boolean', 'Yes', 'Yes'],
    [false, 'boolean', 'No', 'No'],
    ['000123', 'text', '000123', '000123'],
    ['{"a":1}', 'json', '{"a":1}', '{"a":1}'],
    [null, 'number', '', ''],
    [null, 'date', '', ''],
  ])('%j of type %s is written as the reader writes it', (value, type, german, american) => {
    expect(written(value, type)).toEqual([german, american]);
  });

  it.each<[CellValue, ColumnType, ColumnFormat, string, string]>([
    [1234.5, 'currency', { currency: 'EUR' }, '1.234,50 €', '€1,234.50'],
    [1234.5, 'currency', { currency: 'JPY' }, '1.235 ¥', '¥1,235'],
    [1234.5, 'currency', { currency: 'USD', decimals: 0 }, '1.235 $', '$1,235'],
    [1234.5, 'currency', { currency: 'dollars' }, '1.234,5 dollars', '1,234.5 dollars'],
    [1234.5, 'currency', {}, '1.234,5', '1,234.5'],
    [2, 'number', { decimals: 2 }, '2,00', '2.00'],
    [1e-12, 'number', { decimals: 0 }, '0', '0'],
    [1e300, 'number', { decimals: 2 }, '1E300', '1E300'],
    [1e30, 'currency', { currency: 'USD' }, '1E30 $', '$1E30'],
    [0.12345, 'percent', { decimals: 1 }, '12,3 %', '12.3%'],
    [1536, 'bytes', {}, '1,54 kB', '1.54 kB'],
    [1536, 'bytes', { byteUnits: 'binary' }, '1,5 KiB', '1.5 KiB'],
    ['2026-01-05', 'date', { dateStyle: 'short' }, '05.01.26', '1/5/26'],
    ['2026-01-05', 'date', { dateStyle: 'long' }, '5. Januar 2026', 'January 5, 2026'],
  ])('%j of type %s with %j is written as its column wants it', (value, type, format, german, american) => {
    expect(written(value, type, format)).toEqual([german, american]);
  });

  it.each([
    [7500, '2 hr 5 min'],
    [7505, '2 hr 5 min'],
    [3600, '1 hr'],
    [59.25, '59.25 sec'],
    [0, '0 sec'],
    [119.6, '2 min'],
    [61, '1 min 1 sec'],
    [90_000, '1 day 1 hr'],
    [86_405, '1 day'],
    [-7500, '-2 hr 5 min'],
  ])('of %d seconds reads %s', (seconds, text) => {
    expect(plain(cellText(seconds, { type: 'duration' }, newYork))).toBe(text);
  });

  it.each<[number, string, string]>([
    [0, '0 bytes', '0 bytes'],
    [1, '1 byte', '1 byte'],
    [999, '999 bytes', '999 bytes'],
    [1000, '1 kB', '1,000 bytes'],
    [1023.9, '1.02 kB', '1 KiB'],
    [1536, '1.54 kB', '1.5 KiB'],
    [-1536, '-1.54 kB', '-1.5 KiB'],
    [123_456, '123 kB', '121 KiB'],
    [999_499, '999 kB', '976 KiB'],
    [999_500, '1 MB', '976 KiB'],
    [1_047_000, '1.05 MB', '1,022 KiB'],
    [1_048_200, '1.05 MB', '1 MiB'],
    [5_000_000, '5 MB', '4.77 MiB'],
    [2 ** 40, '1.1 TB', '1 TiB'],
    [3e18, '3,000 PB', '2,665 PiB'],
  ])('of %d bytes reads %s, or %s in binary units', (value, decimal, binary) => {
    const text = (byteUnits?: ColumnFormat['byteUnits']) =>
      plain(cellText(value, { type: 'bytes', format: { byteUnits } }, newYork));
    expect([text(), text('decimal'), text('binary')]).toEqual([decimal, decimal, binary]);
  });

  it('shows a value that does not suit its type as it is', () => {
    const format = cellFormatter(newYork);
    expect(format('n/a', { type: 'number' })).toBe('n/a');
    expect(format('soon', { type: 'date' })).toBe('soon');
    expect(format(7, { type: 'date-time' })).toBe('7');
    expect(format('maybe', { type: 'boolean' })).toBe('maybe');
    expect(format('long', { type: 'duration' })).toBe('long');
  });
});

describe('a relative date', () => {
  const relative = (value: string, type: ColumnType, reader = newYork): string =>
    cellText(value, { type, format: { dateStyle: 'relative' } }, reader);

  beforeAll(() => jest.useFakeTimers({ now: new Date('2026-11-23T03:00:00Z') }));
  afterAll(() => jest.useRealTimers());

  it.each([
    ['2026-11-23T02:59:50Z', '10 seconds ago'],
    ['2026-11-23T02:00:00Z', '1 hour ago'],
    ['2026-11-20T03:00:00Z', '3 days ago'],
    ['2027-11-24T03:00:00Z', 'next year'],
  ])('says of %s %s', (value, text) => {
    expect(relative(value, 'date-time')).toBe(text);
  });

  it('counts the days of the reader, for whom it may still be yesterday', () => {
    expect(relative('2026-11-23', 'date')).toBe('tomorrow');
    expect(relative('2026-11-22', 'date')).toBe('today');
    expect(relative('2026-11-23', 'date', { ...newYork, timeZone: 'Europe/Berlin' })).toBe('today');
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
