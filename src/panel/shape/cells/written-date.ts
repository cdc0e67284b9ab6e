import { dateOfParts } from './date-parts';
import { isoInstant, type IsoDate } from './iso-date';

const clock = String.raw`(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:[.,](?<fraction>\d{1,9}))?)?(?:\s?(?<half>[ap])\.?m\.?)?`;
const zoneName = String.raw`[-+]\d{2}:?\d{2}|[-+]\d{2}|(?:GMT|UTC)[-+]\d{1,2}(?::?\d{2})?|[A-Z][A-Za-z]+(?:/[A-Za-z][\w+-]*){1,2}|[A-Z]{1,5}`;
/** Behind the zone its name may come once more, as in Java's `Z[UTC]` and JavaScript's `GMT+0100 (CET)`. */
const zone = String.raw`(?:\s?(?<zone>${zoneName}))?(?:\s?[[(][\w /+-]{1,60}[\])])?`;
const time = String.raw`(?:(?:T|,?\s+(?:at\s)?)${clock}${zone})?`;
const month = String.raw`(?<name>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?`;
const weekday = String.raw`(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?,?\s+)?`;
const day = String.raw`(?<day>\d{1,2})(?:st|nd|rd|th|\.)?`;

/**
 * Ways to write a date that mean the same day everywhere. `03/01/2024` is none of them: it is a day in March or in
 * January, and a pattern has to say which.
 */
const forms: readonly RegExp[] = [
  String.raw`(?<year>\d{4})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})${time}`,
  String.raw`(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})(?:T(?<hour>\d{2})(?<minute>\d{2})(?:(?<second>\d{2})(?:[.,](?<fraction>\d{1,9}))?)?${zone})?`,
  String.raw`(?<day>\d{1,2})\.\s?(?<month>\d{1,2})\.\s?(?<year>\d{4})${time}`,
  String.raw`${weekday}${day}[\s-]${month},?[\s-](?<year>\d{4}|\d{2})${time}`,
  String.raw`${weekday}${month}\s+${day},?\s+(?<year>\d{4})${time}`,
  String.raw`${weekday}${month}\s+(?<day>\d{1,2})\s+${clock}${zone}\s+(?<year>\d{4})`,
].map((form) => new RegExp(`^${form}$`, 'i'));

const ordinal = /^(\d{4})-(\d{3})$/;
const weekDate = /^(\d{4})-W(\d{2})-([1-7])$/;
const longest = 80;
const dayMs = 86_400_000;

/** The date in a text that is written for people or by a program other than in ISO 8601's usual way; `undefined` where it holds none. */
export function readWrittenDate(text: string): IsoDate | undefined {
  const trimmed = text.trim();
  if (trimmed.length > longest || !/^[\dA-Z]/i.test(trimmed)) return undefined;
  for (const form of forms) {
    const parts = form.exec(trimmed)?.groups;
    if (parts) return dateOfParts(parts);
  }
  return dayOfYear(trimmed) ?? dayOfWeek(trimmed);
}

/** ISO 8601's day of a year, as in `2024-061`. */
function dayOfYear(text: string): IsoDate | undefined {
  const [, year, number] = ordinal.exec(text) ?? [];
  if (year === undefined) return undefined;
  return dayIn(Number(year), firstOf(Number(year)) + (Number(number) - 1) * dayMs);
}

/** ISO 8601's day of a week, as in `2024-W09-5`; the first week is the one with the fourth of January. */
function dayOfWeek(text: string): IsoDate | undefined {
  const [, year, week, weekday] = weekDate.exec(text) ?? [];
  if (year === undefined || Number(week) < 1 || Number(week) > 53) return undefined;
  const fourth = firstOf(Number(year)) + 3 * dayMs;
  const monday = fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * dayMs;
  return dayAt(monday + ((Number(week) - 1) * 7 + Number(weekday) - 1) * dayMs);
}

function firstOf(year: number): number {
  return new Date(0).setUTCFullYear(year, 0, 1);
}

function dayIn(year: number, at: number): IsoDate | undefined {
  return new Date(at).getUTCFullYear() === year ? dayAt(at) : undefined;
}

function dayAt(at: number): IsoDate | undefined {
  const time = isoInstant(at);
  return time === undefined ? undefined : { day: time.slice(0, 10), time };
}
