import type { ColumnFormat } from '../../../shared/frame';
import { datePatternReader } from './date-pattern';
import { isInstant, isoInstant, type IsoDate, readIso } from './iso-date';
import { type ReadCell, unreadable } from './unreadable';
import { readWrittenDate } from './written-date';

const scriptDate = /^\/Date\((-?\d{1,15})(?:[-+]\d{4})?\)\/$/;
/** Seconds since the epoch stay below this until the year 5138; milliseconds are above it since 1973. */
const largestSeconds = 1e11;
const largestMilliseconds = 1e14;
const largestMicroseconds = 1e17;

/**
 * Reads a point in time as `2026-11-23T09:30:00Z`, with fractions of a second where there are some. Read are ISO 8601 with
 * or without offset (without: UTC), seconds, milliseconds, microseconds or nanoseconds since the epoch, `/Date(…)/`, dates
 * that name their month, and others that mean the same day everywhere. What means different days in different countries
 * is unreadable, unless `format.datePattern` says how it is written.
 */
export function dateTimeReader({ datePattern }: ColumnFormat): ReadCell {
  const read = patternReader(datePattern);
  return read
    ? (value) =>
        typeof value === 'string' && value !== '' ? (read(value)?.time ?? readDateTime(value)) : readDateTime(value)
    : readDateTime;
}

/** Reads a calendar day as `2026-11-23`; of a point in time the day it falls on in its own offset. */
export function dateReader({ datePattern }: ColumnFormat): ReadCell {
  const read = patternReader(datePattern);
  return read
    ? (value) => (typeof value === 'string' && value !== '' ? (read(value)?.day ?? readDate(value)) : readDate(value))
    : readDate;
}

/** A pattern that cannot be read was refused when the panel was saved; one that was stored before reads nothing. */
function patternReader(pattern = ''): ((text: string) => IsoDate | undefined) | undefined {
  const read = pattern.trim() === '' ? undefined : datePatternReader(pattern.trim());
  return typeof read === 'string' ? undefined : read;
}

/** A point in time, as `dateTimeReader` reads it without a pattern. */
export function readDateTime(value: unknown): string | null | typeof unreadable {
  if (typeof value === 'string') return value === '' ? null : timeOfText(value);
  if (value === null || value === undefined) return null;
  return typeof value === 'number' ? timeOfNumber(value) : unreadable;
}

/** A calendar day, as `dateReader` reads it without a pattern. */
export function readDate(value: unknown): string | null | typeof unreadable {
  if (typeof value === 'string' && value.length >= 8) {
    const date = readIso(value) ?? readWrittenDate(value);
    if (date) return date.day;
  }
  const time = readDateTime(value);
  return typeof time === 'string' ? time.slice(0, 10) : time;
}

function timeOfText(text: string): string | typeof unreadable {
  if (isInstant(text)) return text;
  return (readIso(text) ?? readWrittenDate(text))?.time ?? timeOfOtherForm(text.trim());
}

function timeOfOtherForm(text: string): string | typeof unreadable {
  const script = scriptDate.exec(text);
  if (script) return instantOf(Number(script[1]));
  return /^-?\d{9,19}(?:\.\d{1,9})?$/.test(text) ? timeOfNumber(Number(text)) : unreadable;
}

function timeOfNumber(value: number): string | typeof unreadable {
  return instantOf(millisecondsIn(value));
}

function millisecondsIn(value: number): number {
  const size = Math.abs(value);
  if (size < largestSeconds) return value * 1000;
  if (size < largestMilliseconds) return value;
  return size < largestMicroseconds ? Math.floor(value / 1000) : Math.floor(value / 1e6);
}

function instantOf(milliseconds: number): string | typeof unreadable {
  return isoInstant(milliseconds) ?? unreadable;
}
