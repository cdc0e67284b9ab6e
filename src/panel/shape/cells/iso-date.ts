/** The parts of an ISO 8601 text: its day as written, and its time in UTC. */
export interface IsoDate {
  day: string;
  time: string;
}

const pattern =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s?(Z|[-+]\d{2}(?::?\d{2})?)?)?$/i;

/** The date of an ISO 8601 text with years of four digits, or `undefined` for anything else and for days that never were. */
export function readIso(text: string): IsoDate | undefined {
  if (isInstant(text)) return { day: text.slice(0, 10), time: text };
  const match = pattern.exec(text.trim());
  const day = match?.[1];
  return match && day && isDay(day) ? timeOf(day, match) : undefined;
}

function timeOf(day: string, [, , clock, second, fraction, zone]: RegExpExecArray): IsoDate | undefined {
  const offset = zone && zone.toUpperCase() !== 'Z' ? completeOffset(zone) : 'Z';
  const milliseconds = fraction ? `.${fraction.slice(0, 3).padEnd(3, '0')}` : '';
  const time = isoInstant(Date.parse(`${day}T${clock ?? '00:00'}:${second ?? '00'}${milliseconds}${offset}`));
  return time ? { day, time } : undefined;
}

function completeOffset(zone: string): string {
  const digits = zone.slice(1).replace(':', '').padEnd(4, '0');
  return `${zone.charAt(0)}${digits.slice(0, 2)}:${digits.slice(2)}`;
}

/** The instant as ISO 8601 in UTC, without empty fractions; `undefined` beyond the years 0000 to 9999. */
export function isoInstant(milliseconds: number): string | undefined {
  if (!(Math.abs(milliseconds) < 8.64e15)) return undefined;
  const text = new Date(milliseconds).toISOString();
  return /^\d/.test(text) ? text.replace('.000Z', 'Z') : undefined;
}

/** Exactly `2026-11-23T09:30:00Z` with a day and a time of day that there are: what a frame holds, and what most APIs write. */
export function isInstant(text: string): boolean {
  return (
    text.length === 20 &&
    text.charCodeAt(10) === 0x54 &&
    text.charCodeAt(13) === 0x3a &&
    text.charCodeAt(16) === 0x3a &&
    text.charCodeAt(19) === 0x5a &&
    twoDigits(text, 11) < 24 &&
    twoDigits(text, 14) < 60 &&
    twoDigits(text, 17) < 60 &&
    isDay(text)
  );
}

function isDay(text: string): boolean {
  if (text.charCodeAt(4) !== 0x2d || text.charCodeAt(7) !== 0x2d) return false;
  const century = twoDigits(text, 0);
  const decade = twoDigits(text, 2);
  const month = twoDigits(text, 5);
  const day = twoDigits(text, 8);
  if (month < 1 || month > 12 || day < 1 || century >= notDigits || decade >= notDigits) return false;
  return day <= 28 || day <= daysIn(century * 100 + decade, month);
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

const notDigits = 1000;

/** The number two digits spell, or at least `notDigits` where there are none. */
function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 0x30;
  const ones = text.charCodeAt(at + 1) - 0x30;
  return tens >>> 0 <= 9 && ones >>> 0 <= 9 ? tens * 10 + ones : notDigits;
}
