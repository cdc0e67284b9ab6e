import { isoInstant, readIso } from './iso-date';
import { unreadable } from './unreadable';

const dayFirst = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/;
const compact = /^(\d{4})(\d{2})(\d{2})$/;
const mailDate = /^(?:[a-z]{3}, )?\d{1,2} [a-z]{3} \d{4} \d{2}:\d{2}(?::\d{2})? (?:gmt|ut|utc|z|[-+]\d{4})$/i;
const scriptDate = /^\/Date\((-?\d{1,15})(?:[-+]\d{4})?\)\/$/;
/** Seconds since the epoch stay below this until the year 5138; milliseconds are above it since 1973. */
const largestSeconds = 1e11;

/**
 * A point in time as `2026-11-23T09:30:00Z`, with fractions of a second where there are some. Read are ISO 8601 with or
 * without offset (without: UTC), seconds or milliseconds since the epoch, RFC 5322 dates and `/Date(…)/`. A form that
 * means different days in different countries is unreadable.
 */
export function readDateTime(value: unknown): string | null | typeof unreadable {
  if (typeof value === 'string') return value === '' ? null : timeOfText(value);
  if (value === null || value === undefined) return null;
  return typeof value === 'number' ? timeOfNumber(value) : unreadable;
}

/** A calendar day as `2026-11-23`; of a point in time the day it falls on in its own offset. */
export function readDate(value: unknown): string | null | typeof unreadable {
  if (typeof value === 'string' && value.length >= 10) {
    const iso = readIso(value);
    if (iso) return iso.day;
  }
  const time = readDateTime(value);
  return typeof time === 'string' ? time.slice(0, 10) : time;
}

function timeOfText(text: string): string | typeof unreadable {
  return readIso(text)?.time ?? timeOfOtherForm(text.trim());
}

function timeOfOtherForm(text: string): string | typeof unreadable {
  const script = scriptDate.exec(text);
  if (script) return instantOf(Number(script[1]));
  if (mailDate.test(text)) return instantOf(Date.parse(text));
  const [, day, month, year] = dayFirst.exec(text) ?? [];
  if (day && month && year)
    return readIso(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)?.time ?? unreadable;
  const dayOnly = compact.exec(text);
  if (dayOnly) return readIso(dayOnly.slice(1).join('-'))?.time ?? unreadable;
  return /^-?\d{9,13}(?:\.\d+)?$/.test(text) ? timeOfNumber(Number(text)) : unreadable;
}

function timeOfNumber(value: number): string | typeof unreadable {
  return instantOf(Math.abs(value) < largestSeconds ? value * 1000 : value);
}

function instantOf(milliseconds: number): string | typeof unreadable {
  return isoInstant(milliseconds) ?? unreadable;
}
