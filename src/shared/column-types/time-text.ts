import type { ColumnFormat } from '../contract';
import { isoTime } from './iso-time';
import type { Reader } from '../reader';

type TimeText = (iso: string) => string;

const day = 86_400_000;
const steps = [
  { unit: 'year', ms: 365.25 * day },
  { unit: 'month', ms: 30.44 * day },
  { unit: 'day', ms: day },
  { unit: 'hour', ms: 3_600_000 },
  { unit: 'minute', ms: 60_000 },
  { unit: 'second', ms: 1_000 },
] as const;

function formatted(format: Intl.DateTimeFormat): TimeText {
  return (iso) => {
    const time = isoTime(iso);
    return time === null ? iso : format.format(time);
  };
}

/** Midnight in UTC of the day it is for the reader, as calendar days are counted. */
function today({ timeZone }: Reader): number {
  const iso = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone }).format(Date.now());
  return isoTime(iso) ?? Date.now();
}

function ago(words: Intl.RelativeTimeFormat, distance: number, smallest: number): string {
  const step = steps.find(({ ms }) => ms >= smallest && Math.abs(distance) >= ms);
  const { unit, ms } = step ?? (smallest === day ? steps[2] : steps[5]);
  return words.format(Math.trunc(distance / ms), unit);
}

/** Writes a time as its distance from now, such as "3 days ago" or "tomorrow". */
function relative(reader: Reader, isDay: boolean): TimeText {
  const words = new Intl.RelativeTimeFormat(reader.locale, { numeric: 'auto' });
  return (iso) => {
    const time = isoTime(iso);
    if (time === null) return iso;
    return isDay ? ago(words, time - today(reader), day) : ago(words, time - Date.now(), 1_000);
  };
}

/** Writes a calendar day, which has no time zone and never moves to the day before. */
export function dateText({ dateStyle = 'medium' }: ColumnFormat, reader: Reader): TimeText {
  if (dateStyle === 'relative') return relative(reader, true);
  return formatted(new Intl.DateTimeFormat(reader.locale, { dateStyle, timeZone: 'UTC' }));
}

/** Writes a point in time to the minute, in the reader's time zone. */
export function dateTimeText({ dateStyle = 'medium' }: ColumnFormat, reader: Reader): TimeText {
  if (dateStyle === 'relative') return relative(reader, false);
  const { locale, timeZone } = reader;
  return formatted(new Intl.DateTimeFormat(locale, { dateStyle, timeStyle: 'short', timeZone }));
}
