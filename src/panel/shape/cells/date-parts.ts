import { isoInstant, type IsoDate } from './iso-date';
import { zoneOffset } from './time-zone';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Parts of a date as a pattern names them, all as written: `name` is a month in words, `half` is am or pm. */
export type DateParts = Readonly<
  Partial<
    Record<'year' | 'month' | 'name' | 'day' | 'hour' | 'minute' | 'second' | 'fraction' | 'half' | 'zone', string>
  >
>;

/** The date that the parts make, in UTC where they name no zone; `undefined` for days and times that never were, and unknown zones. */
export function dateOfParts(parts: DateParts): IsoDate | undefined {
  const [year, month, day] = [yearOf(parts.year), monthOf(parts), Number(parts.day ?? 1)];
  const hour = hourOf(parts);
  const [minute, second] = [Number(parts.minute ?? 0), Number(parts.second ?? 0)];
  if (year === undefined || hour === undefined || minute > 59 || second > 59) return undefined;
  if (hour === 24 && minute + second > 0) return undefined;
  const midnight = Date.UTC(2000, month - 1, day);
  const date = new Date(midnight);
  date.setUTCFullYear(year, month - 1, day);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  const local = date.getTime() + ((hour * 60 + minute) * 60 + second) * 1000 + millisecondsOf(parts.fraction);
  const offset = zoneOffset(parts.zone, local);
  const time = offset === undefined ? undefined : isoInstant(local - offset * 60_000);
  const whole = isoInstant(date.getTime());
  return time !== undefined && whole !== undefined ? { day: whole.slice(0, 10), time } : undefined;
}

/** Of a year in two digits the one that is nearest, as RFC 5322 section 4.3 reads it. */
function yearOf(year: string | undefined): number | undefined {
  if (year === undefined) return undefined;
  if (year.length > 2) return Number(year);
  return Number(year) + (Number(year) < 50 ? 2000 : 1900);
}

function monthOf({ month, name }: DateParts): number {
  return name === undefined ? Number(month ?? 1) : months.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

function hourOf({ hour = '0', half }: DateParts): number | undefined {
  const number = Number(hour);
  if (half === undefined) return number <= 24 ? number : undefined;
  if (number < 1 || number > 12) return undefined;
  return (number % 12) + (/^p/i.test(half) ? 12 : 0);
}

const millisecondsOf = (fraction = '') => Number(fraction.slice(0, 3).padEnd(3, '0'));
