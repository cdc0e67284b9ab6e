import { parse } from 'papaparse';
import { previewTable } from '../../../../src/frontend/preview-table';
import type { CellValue, Column, ColumnFormat, ColumnType } from '../../../../src/shared/contract';
import { cellFormatter, cellText } from '../../../../src/shared/column-types/cell-text';
import { columnTypeChoices } from '../../../../src/shared/column-types/choices';
import { isSearched } from '../../../../src/shared/column-types/cell-search';
import { readerFrom } from '../../../../src/shared/reader';
import { valueSearch } from '../../../../src/shared/search';
import { documentReader, valueText } from '../../../../src/visuals/adf/value-text';
import { csvLines } from '../../../../static/visuals/table/export/csv';
import { tableText } from '../../../../static/visuals/table/export/table-text';

const values: Record<ColumnType, CellValue[]> = {
  text: ['Zürich', '1,234'],
  number: [1234567.5, -0.07, 0],
  currency: [1234.5, -3],
  percent: [0.12345, 1],
  bytes: [1536, 0, -2.5e9],
  date: ['2026-03-05', 'someday'],
  'date-time': ['2026-03-05T23:30:00Z'],
  duration: [90_061, 0.5, -60],
  boolean: [true, false],
  link: ['https://example.com/a'],
  image: ['https://example.com/a.png'],
  email: ['ada@example.com'],
  user: ['Ada Lovelace'],
  status: ['Done'],
  list: ['red, green', 3],
  json: ['{"a":1}'],
};

const settings: { [Part in keyof Required<ColumnFormat>]: ColumnFormat[Part][] } = {
  currency: ['EUR', 'JPY', 'dollars'],
  decimals: [undefined, 0, 3],
  whole: [1, 100],
  byteUnits: [undefined, 'decimal', 'binary'],
  decimalSign: [undefined, ','],
  datePattern: [undefined, 'dd/MM/yyyy'],
  linkText: [undefined, 'Open {name}'],
  stripTags: [undefined, true],
  dateStyle: [undefined, 'short', 'medium', 'long', 'relative'],
  durationUnit: ['seconds', 'days'],
  statusColors: [[{ value: 'Done', color: 'green' }]],
  list: ['joined', 'count', 'rows'],
  thresholds: [[{ from: 0, color: 'green' }]],
  fullBar: [100],
};

/** Every format that the type has a use for. */
function formatsOf(type: ColumnType): ColumnFormat[] {
  return columnTypeChoices[type].format.reduce<ColumnFormat[]>(
    (formats, part) => formats.flatMap((format) => settings[part].map((value) => ({ ...format, [part]: value }))),
    [{}],
  );
}

const readers = [
  readerFrom('de-DE', 'Europe/Berlin'),
  readerFrom('en-US', 'America/New_York'),
  readerFrom('ar', 'Asia/Kolkata'),
  readerFrom('no locale!', 'Mars/Olympus'),
];

const cases = (Object.keys(values) as ColumnType[]).flatMap((type) =>
  formatsOf(type).map((format) => [type, format] as const),
);

describe.each(cases)('a value of type %s with the format %j', (type, format) => {
  const column: Column = { key: 'a', label: 'A', type, format };
  const shown = [{ column, at: 0 }];
  const rows = values[type].map((value) => [value]);

  beforeAll(() => jest.useFakeTimers({ now: new Date('2026-03-07T12:00:00Z') }));
  afterAll(() => jest.useRealTimers());

  it.each(readers)('has one text in page, preview, search, clipboard and CSV for $locale in $timeZone', (reader) => {
    const page = cellFormatter(reader);
    const texts = values[type].map((value) => page(value, column));
    const view = { columns: [column], rows, offset: 0, matchingRows: rows.length, totalRows: rows.length, whole: true };
    const lines = csvLines(shown, rows, 'shown', page).replace('\r\n', '');

    const preview = previewTable({ visual: 'table', ...view }, reader);
    expect(preview.rows.flat().map(({ text }) => text)).toEqual(texts);
    expect(tableText(shown, rows, page).text.split('\n').slice(1)).toEqual(
      texts.map((text) => text.replace(/\s/g, ' ')),
    );
    expect(parse(lines).data.flat()).toEqual(texts);
    if (isSearched(column)) {
      const found = texts.map((text, at) => valueSearch(column, text, reader)(values[type][at] ?? null));
      expect(found).toEqual(texts.map(() => true));
    }
  });

  it('is in a document what a reader of its stated language and time zone sees', () => {
    const texts = values[type].map((value) => valueText(value, column));
    const { reader, seen } = asInDocuments(column);
    expect(texts.map(withoutZone)).toEqual(values[type].map((value) => cellText(value, seen, reader)));
  });
});

/** In a document nothing is relative to now, which is another day when it is read, and short dates are those of ISO 8601. */
function asInDocuments(column: Column) {
  const { locale, timeZone } = documentReader;
  const { format } = column;
  const seen: Column = format?.dateStyle === 'relative' ? { ...column, format: { dateStyle: 'medium' } } : column;
  return { seen, reader: { timeZone, locale: format?.dateStyle === 'short' ? 'sv-SE' : locale } };
}

const withoutZone = (text: string): string => text.replace(/ UTC$/, '');
