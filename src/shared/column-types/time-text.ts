import type { ColumnFormat } from '../frame';
import type { Reader } from '../reader';
import { isoTime } from './iso-time';

type WriteTime = (iso: string) => string;

const day = 86_400_000;
const steps = [
  { unit: 'year', ms: 365.25 * day },
  { unit: 'month', ms: 30.44 * day },
  { unit: 'day', ms: day },
  { unit: 'hour', ms: 3_600_000 },
  { unit: 'minute', ms: 60_000 },
  { unit: 'second', ms: 1_000 },
] as const;

/** Writes a time by that format, with the name of its zone where that is given. */
function formatted(format: Intl.DateTimeFormat, zone?: string): WriteTime {
  return (iso) => {
    const time = isoTime(iso);
    if (time === null) return iso;
    return zone === undefined ? format.format(time) : `${format.format(time)} ${zone}`;
  };
}

const nowOf = ({ now = Date.now() }: Reader): number => now;

/** Its short dates are those of ISO 8601. */
const isoLocale = 'sv-SE';

function ago(words: Intl.RelativeTimeFormat, distance: number, smallest: number): string {
  const step = steps.find(({ ms }) => ms >= smallest && Math.abs(distance) >= ms);
  const { unit, ms } = step ?? (smallest === day ? steps[2] : steps[5]);
  return words.format(Math.trunc(distance / ms), unit);
}

/** Writes a time as its distance from a beginning, such as "3 days ago" or "tomorrow". */
function relative(locale: string, smallest: number, beginning: () => number): WriteTime {
  const words = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  return (iso) => {
    const time = isoTime(iso);
    return time === null ? iso : ago(words, time - beginning(), smallest);
  };
}

/** Counts from midnight in UTC of the day it is for the reader, as calendar days are counted. */
function relativeDay(reader: Reader): WriteTime {
  const { locale, timeZone } = reader;
  const day = new Intl.DateTimeFormat(isoLocale, { dateStyle: 'short', timeZone });
  return relative(locale, steps[2].ms, () => isoTime(day.format(nowOf(reader))) ?? nowOf(reader));
}

/** The format of dates that are not relative to now. In a document none is, and a short one is of a form known everywhere. */
function absolute(
  { dateStyle = 'medium' }: ColumnFormat,
  { locale, isOfDocument }: Reader,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat | undefined {
  if (dateStyle !== 'relative') {
    return new Intl.DateTimeFormat(isOfDocument && dateStyle === 'short' ? isoLocale : locale, {
      dateStyle,
      ...options,
    });
  }
  return isOfDocument ? new Intl.DateTimeFormat(locale, { dateStyle: 'medium', ...options }) : undefined;
}

/** Writes a calendar day, which has no time zone and never moves to the day before. */
export function dayWriter(format: ColumnFormat, reader: Reader): WriteTime {
  const days = absolute(format, reader, { timeZone: 'UTC' });
  return days ? formatted(days) : relativeDay(reader);
}

/** Writes a point in time to the minute, in the reader's time zone. */
export function momentWriter(format: ColumnFormat, reader: Reader): WriteTime {
  const { locale, timeZone, isOfDocument } = reader;
  const moments = absolute(format, reader, { timeStyle: 'short', timeZone });
  if (!moments) return relative(locale, 1_000, () => nowOf(reader));
  return isOfDocument ? formatted(moments, timeZone) : formatted(moments);
}
