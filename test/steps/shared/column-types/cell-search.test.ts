import fc from 'fast-check';
import { cellTest, isSearched } from '../../../../src/shared/column-types/cell-search';
import { cellText } from '../../../../src/shared/column-types/cell-text';
import { columnTypes } from '../../../../src/shared/column-types/registry';
import type { CellValue, ColumnFormat, ColumnType } from '../../../../src/shared/contract';
import { foldedWords, foldText } from '../../../../src/shared/fold';
import type { Reader } from '../../../../src/shared/reader';
import { searchedCell, searchingReader } from '../searched-cells';

const berlin = { locale: 'de-DE', timeZone: 'Europe/Berlin', now: Date.parse('2026-03-06T12:00:00Z') };

describe('a word', () => {
  it.each<[CellValue, ColumnType, ColumnFormat, string[], string[]]>([
    ['Zürich', 'text', {}, ['zurich', 'ZÜR', 'rich'], ['zürichs']],
    [1234567.5, 'number', {}, ['1.234.567,5', '1234567.5', '234'], ['1,234', 'e']],
    [0.1 + 0.2, 'number', {}, ['0,3', '0.3'], ['0.30000']],
    [1234.5, 'currency', { currency: 'EUR' }, ['1.234,50', '€', '1234.5'], ['EUR', '$']],
    [0.12345, 'percent', {}, ['12,35', '%'], ['0.12345']],
    [90_061, 'duration', {}, ['1', 'std', 'tg.'], ['90061', 'min']],
    ['2026-03-05', 'date', { dateStyle: 'long' }, ['5.', 'märz', 'marz', '2026', '2026-03-05'], ['march']],
    ['2026-03-05', 'date', { dateStyle: 'relative' }, ['gestern', '2026-03'], ['märz']],
    ['2026-03-05T23:30:00Z', 'date-time', {}, ['06.03.2026', '0:30', '2026-03-05', '23:30'], ['05.03.2026']],
    [true, 'boolean', {}, ['yes'], ['true', 'no']],
    [3, 'list', { list: 'count' }, ['3'], ['4']],
    ['https://example.com/', 'link', {}, ['example.com'], ['mailto']],
    ['https://example.com/a.png', 'image', {}, [], ['example', 'png']],
    [null, 'date', {}, [], ['null', 'n']],
    [1.5e21, 'number', {}, ['1,5', 'e'], ['x']],
    ['unknown', 'number', {}, ['unknown'], ['known_']],
    ['someday', 'date-time', {}, ['someday'], ['2026']],
  ])('in %j of type %s with %j is found: %j, and not %j', (value, type, format, found, others) => {
    const isIn = (text: string): boolean => cellTest({ type, format }, foldText(text), berlin)(value);
    expect(found.filter(isIn)).toEqual(found);
    expect(others.filter(isIn)).toEqual([]);
  });

  it('is found wherever the text of a cell holds it, and nowhere else, in every type, format and language', () => {
    const case_ = fc.tuple(fc.array(searchedCell, { minLength: 1, maxLength: 4 }), searchingReader, fc.nat(), fc.nat());
    fc.assert(
      fc.property(case_, ([cells, reader, ...cut]) => {
        const words = cells.flatMap((cell) => partsOf(formsOf(cell, reader), cut));
        for (const { type, format, value } of cells) {
          for (const word of words) {
            const holds = foldedWords(formsOf({ type, format, value }, reader)).some((text) => text.includes(word));
            expect([word, cellTest({ type, format }, word, reader)(value)]).toEqual([word, holds]);
          }
        }
      }),
      { numRuns: 100 },
    );
  });
});

interface Cell {
  type: ColumnType;
  format: ColumnFormat;
  value: CellValue;
}

/** All that a search finds the cell by, in words. */
function formsOf({ type, format, value }: Cell, reader: Reader): string {
  if (value === null || !isSearched({ type })) return '';
  return `${cellText(value, { type, format }, reader)}\n${columnTypes[type].alsoFoundBy?.(value) ?? ''}`;
}

/** Words of the text and pieces of them. */
function partsOf(text: string, [from = 0, length = 0]: number[]): string[] {
  const words = foldedWords(text);
  const [word = ''] = words.slice(from % Math.max(1, words.length));
  const start = from % Math.max(1, word.length);
  return [word, word.slice(start, start + 1 + (length % 4))].filter((part) => part !== '');
}

test('only columns that show text are searched', () => {
  expect([isSearched({ type: 'image' }), isSearched({ type: 'link' })]).toEqual([false, true]);
});
