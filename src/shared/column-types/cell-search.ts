import { foldText, isAscii } from '../fold';
import type { CellValue } from '../frame';
import type { Reader } from '../reader';
import type { CellColumn } from './cell-kind';
import { once } from './once';
import { momentsMayHold, numbersMayHold } from './quick-search';
import { columnTypes } from './registry';

type CellTest = (value: CellValue) => boolean;

/** Whether a search looks into the column: nobody sees the address behind a picture. */
export function isSearched({ type }: Pick<CellColumn, 'type'>): boolean {
  return columnTypes[type].look !== 'image';
}

/**
 * A function that tells whether a search for the folded word finds it in a cell of the column: in its text as the
 * reader sees it, or in another form that people know it by, such as the ISO form of a date.
 */
export function cellTest(column: CellColumn, word: string, reader: Reader): CellTest {
  const { write, alsoFoundBy } = columnTypes[column.type];
  const isIn = textTest(word);
  if (!isSearched(column)) return () => false;
  if (!write) return (value) => value !== null && isIn(String(value));
  const written = write(column.format ?? {}, reader);
  const mayHold = quickTest(column, word, reader);
  return once((value: CellValue) => {
    if (value === null || !mayHold(value)) return false;
    return isIn(written(value)) || (alsoFoundBy !== undefined && isIn(alsoFoundBy(value)));
  });
}

/** A test that says no to most values without writing them, where there is one for the type. */
function quickTest({ type, format = {} }: CellColumn, word: string, reader: Reader): CellTest {
  const { write, alsoFoundBy, samples, isDayAndTime } = columnTypes[type];
  if (isDayAndTime) return momentsMayHold(word, format, reader);
  if (!samples) return () => true;
  const forms = [write?.(format, reader), alsoFoundBy].filter((form) => form !== undefined);
  return numbersMayHold(
    word,
    forms.flatMap((form) => samples.map(form)),
  );
}

/** Whether the folded word stands in a text; one expression tells most texts, which are of ASCII and do not hold it. */
function textTest(word: string): (text: string) => boolean {
  const literal = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const worthALook = new RegExp(isAscii(word) ? `${literal}|[\\u0080-\\uffff]` : '[\\u0080-\\uffff]', 'i');
  const isInFolded = once((text: string) => foldText(text).includes(word));
  return (text) => worthALook.test(text) && (isAscii(text) || isInFolded(text));
}
