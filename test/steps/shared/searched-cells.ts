import fc from 'fast-check';
import type { CellValue, ColumnFormat, ColumnType } from '../../../src/shared/contract';
import { columnTypes } from '../../../src/shared/column-types/registry';
import { type Reader, readerFrom } from '../../../src/shared/reader';

const moment = fc
  .date({ min: new Date('1890-01-01'), max: new Date('2200-01-01'), noInvalidDate: true })
  .map((at) => at.toISOString());
/** JSON knows no negative zero. */
const number = fc
  .oneof(
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((value) => Math.round(value * 100) / 100),
  )
  .map((value) => value + 0);
const text = fc.oneof(
  fc.constantFrom(
    'Zürich Director',
    'zurich',
    'STRASSE',
    'Straße',
    'Łódź',
    'ΟΔΟΣ',
    'co-op',
    'l’été',
    '東京',
    'がぎ',
    '',
  ),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
);

const values: Partial<Record<ColumnType, fc.Arbitrary<CellValue>>> = {
  number,
  currency: number,
  percent: fc.double({ min: -3, max: 3, noNaN: true }).map((value) => value + 0),
  duration: fc
    .oneof(fc.integer({ min: -4_000_000, max: 4_000_000 }), fc.double({ min: 0, max: 200, noNaN: true }))
    .map((value) => value + 0),
  bytes: fc.integer({ min: 0, max: 2 ** 42 }),
  date: moment.map((iso) => iso.slice(0, 10)),
  'date-time': moment,
  boolean: fc.boolean(),
};

const format = fc.record<ColumnFormat>(
  {
    currency: fc.constantFrom('EUR', 'JPY', 'CHF', 'dollars'),
    decimals: fc.integer({ min: 0, max: 4 }),
    dateStyle: fc.constantFrom('short', 'medium', 'long', 'relative'),
    list: fc.constantFrom('joined', 'count'),
    byteUnits: fc.constantFrom('decimal', 'binary'),
  },
  { requiredKeys: [] },
);

/** A type with a format. */
export const searchedColumn: fc.Arbitrary<{ type: ColumnType; format: ColumnFormat }> = fc.record({
  type: fc.constantFrom(...(Object.keys(columnTypes) as ColumnType[])),
  format,
});

/** Values that a column of the type may hold, among them some of another kind. */
export const valueOf = (type: ColumnType): fc.Arbitrary<CellValue> =>
  fc.oneof({ weight: 12, arbitrary: values[type] ?? text }, text, fc.constant(null));

/** A value with its column. */
export const searchedCell = searchedColumn.chain(({ type, format: chosen }) =>
  fc.record({ type: fc.constant(type), format: fc.constant(chosen), value: valueOf(type) }),
);

const locales = [
  'en',
  'de',
  'de-CH',
  'fr',
  'pl',
  'sv',
  'ja',
  'zh',
  'ar-EG',
  'fa',
  'hi',
  'th',
  'ko',
  'bg',
  'hu',
  'my',
  'he',
];
const zones = ['UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Pacific/Kiritimati', 'Pacific/Pago_Pago'];

/** Somebody who reads one of many languages in one of many zones. */
export const searchingReader: fc.Arbitrary<Reader> = fc
  .tuple(fc.constantFrom(...locales), fc.constantFrom(...zones))
  .map(([locale, timeZone]) => ({ ...readerFrom(locale, timeZone), now: Date.UTC(2026, 2, 6, 12) }));
