import fc from 'fast-check';
import { parse } from 'papaparse';
import type { CellValue, Column, ColumnType } from '../../../../../../src/shared/contract';
import { cellFormatter } from '../../../../../../src/shared/column-types/cell-text';
import { csvHead, csvLines } from '../../../../../../static/visuals/table/export/csv';
import { shownColumns } from '../../../../../../static/visuals/table/shown-columns';

const format = cellFormatter({ locale: 'en-US', timeZone: 'UTC' });

function columnsOf(...types: ColumnType[]): Column[] {
  return types.map((type, at) => ({ key: `c${at}`, label: `Column ${at}`, type }));
}

function readBack(csv: string): string[][] {
  return parse<string[]>(csv, { delimiter: ',', newline: '\r\n' }).data;
}

describe('a CSV file with raw values', () => {
  it('is read back as exactly the frame that it was made of', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.stringMatching(/^[=+@"',;\t\r\n -]{0,6}$/),
      fc.constantFrom('a,b', '"', '""', '\r\n', ' x ', "'", '\ufeff'),
    );
    const row = fc.tuple(
      fc.option(text, { nil: null }),
      fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true })),
      fc.boolean(),
    );
    fc.assert(
      fc.property(fc.array(row, { maxLength: 20 }), fc.integer({ min: 0, max: 20 }), (rows: CellValue[][], cut) => {
        const columns = shownColumns(columnsOf('text', 'number', 'boolean'));
        const parts = [rows.slice(0, cut), rows.slice(cut)].map((some) => csvLines(columns, some, 'raw', format));
        const [head, ...read] = readBack(csvHead(columns, 'raw') + parts.join(''));
        expect(head).toEqual(['Column 0', 'Column 1', 'Column 2']);
        expect(read).toEqual(rows.map((cells) => cells.map((value) => (value === null ? '' : String(value)))));
      }),
    );
  });
});

describe('a CSV file with values as shown', () => {
  it('writes them as the reader sees them, and begins so that spreadsheets know its encoding', () => {
    const columns = shownColumns(columnsOf('date', 'number', 'boolean'));
    expect(csvHead(columns, 'shown')).toBe('\ufeffColumn 0,Column 1,Column 2');
    expect(csvLines(columns, [['2026-01-05', -1234.5, true]], 'shown', format)).toBe(
      '\r\n"Jan 5, 2026","-1,234.5",Yes',
    );
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '\r=1', "=cmd|' /C calc'!A0"])(
    'keeps spreadsheets from taking the text %j for a formula',
    (text) => {
      const columns = shownColumns(columnsOf('text'));
      expect(readBack(csvLines(columns, [[text]], 'shown', format).slice(2))).toEqual([[`'${text}`]]);
      const [label] = shownColumns([{ key: 'c', label: text, type: 'text' }]);
      expect(readBack(csvHead(label ? [label] : [], 'shown'))[0]?.[0]?.startsWith("'")).toBe(true);
    },
  );

  it.each(['＝1+1', '＋1', '－1', '＠SUM(A1)', ' ＝1'])('nor one that begins in full width, such as %j', (text) => {
    const columns = shownColumns(columnsOf('text'));
    expect(readBack(csvLines(columns, [[text]], 'shown', format).slice(2))).toEqual([[`'${text}`]]);
  });

  it.each([';', ',', '\t', '|', '\n'])('nor any part of a text that is cut into cells at %j', (separator) => {
    const formula = fc.stringMatching(/^[=+@＝＋－＠-][a-z0-9(]{0,3}$/);
    const word = fc.oneof(formula, fc.stringMatching(/^ ?[a-z]{0,2}$/));
    const columns = shownColumns(columnsOf('text', 'text'));
    fc.assert(
      fc.property(fc.array(word, { maxLength: 6 }), (words) => {
        const line = csvLines(columns, [['x', ['y', ...words].join(separator)]], 'shown', format).slice(2);
        const cells = readBack(line)[0]?.[1]?.split(separator) ?? [];
        expect(cells.filter((cell) => /^\s*[=+\-@＝＋－＠]/.test(cell))).toEqual([]);
        expect(line.split(separator).filter((cell) => /^[=+\-@＝＋－＠]/.test(cell))).toEqual([]);
      }),
    );
  });

  it('and leaves numbers alone, also below zero', () => {
    const columns = shownColumns(columnsOf('number', 'percent', 'text'));
    expect(csvLines(columns, [[-1, -0.5, 'a;b, c']], 'shown', format)).toBe('\r\n-1,-50%,"a;b, c"');
  });

  it('leaves hidden columns out', () => {
    const [first, second] = columnsOf('text', 'text');
    const columns = shownColumns(first && second ? [{ ...first, hidden: true }, second] : []);
    expect(csvHead(columns, 'raw') + csvLines(columns, [['a', 'b']], 'raw', format)).toBe('Column 1\r\nb');
  });
});
