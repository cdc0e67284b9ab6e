import type { CellValue, ColumnFormat } from '../frame';
import { foldText } from '../fold';
import type { Reader } from '../reader';
import { isoTime } from './iso-time';
import { once } from './once';

/** Whether a search may find a word in any form of a value, told at less cost than by writing it; a yes is no promise. */
type CellTest = (value: CellValue) => boolean;

const digit = /\p{Nd}/u;

/** A function that says no to every number where the word has a character that is no digit and stands in no sample. */
export function numbersMayHold(word: string, samples: readonly string[]): CellTest {
  const known = new Set(samples.flatMap((sample) => Array.from(foldText(sample))));
  const isPossible = Array.from(word).every((character) => known.has(character) || digit.test(character));
  return (value) => isPossible || typeof value !== 'number';
}

const dayMs = 86_400_000;
const minuteMs = 60_000;

/**
 * A function that says no to a point in time where the word stands neither in its ISO form, nor in the text of any time of
 * day, nor in the text of its day or those beside it, on which it may lie in the reader's zone.
 */
export function momentsMayHold(
  word: string,
  { dateStyle = 'medium' }: ColumnFormat,
  { locale, timeZone }: Reader,
): CellTest {
  if (dateStyle === 'relative') return () => true;
  const times = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: 'UTC' });
  if (isInTimes(word, times)) return () => true;
  const isInDay = dayTest(word, new Intl.DateTimeFormat(locale, { dateStyle, timeStyle: 'short', timeZone }));
  return (value) => typeof value !== 'string' || value.includes(word) || isInDay(value);
}

const isInTimes = (word: string, times: Intl.DateTimeFormat): boolean =>
  Array.from({ length: dayMs / minuteMs }, (_, minute) => times.format(minute * minuteMs)).some((text) =>
    foldText(text).includes(word),
  );

const isoDayLength = 'YYYY-MM-DD'.length;

/** Tells by the day of a moment in UTC whether a day that it may lie on holds the word; yes for what is no moment. */
function dayTest(word: string, moments: Intl.DateTimeFormat): (value: string) => boolean {
  const isInDay = once((noon: number) => foldText(moments.format(noon)).includes(word));
  const isNear = once((day: string) => {
    const noon = isoTime(`${day}T12:00:00Z`);
    return noon === null || isInDay(noon - dayMs) || isInDay(noon) || isInDay(noon + dayMs);
  });
  return (value) => isNear(value.slice(0, isoDayLength));
}
