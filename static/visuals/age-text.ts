import type { Reader } from '../../src/shared/reader';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

const ago = new Intl.RelativeTimeFormat('en');

const some = (count: number, unit: 'minute' | 'hour' | 'day'): string => ago.format(-count, unit);

/** How long ago something happened, in words such as "just now" or "3 minutes ago"; a clock running behind is "just now". */
export function ageText(ageMs: number): string {
  if (ageMs < 45 * second) return 'just now';
  if (ageMs < hour) return some(Math.max(1, Math.floor(ageMs / minute)), 'minute');
  if (ageMs < 2 * day) return some(Math.floor(ageMs / hour), 'hour');
  return some(Math.floor(ageMs / day), 'day');
}

/** Milliseconds after which the words of `ageText` may have changed. */
export function ageTextHolds(ageMs: number): number {
  if (ageMs < 45 * second) return 45 * second - Math.max(0, ageMs);
  if (ageMs < hour) return minute - (ageMs % minute);
  return hour - (ageMs % hour);
}

/** A moment as the reader writes it, to the minute, in their time zone. */
export function exactTime(time: number, { locale, timeZone }: Reader): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone }).format(time);
}
