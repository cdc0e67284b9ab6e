import type { ColumnTypeChoice, ColumnTypeRules, WriteNumber } from './column-type';
import { writeNumbers } from './write-cell';

/** A length of time in its largest unit and the one below it. */
export const duration: ColumnTypeRules = {
  kind: 'number',
  write: (_, { locale }) => writeNumbers(durationText(locale)),
};
export const durationChoice: ColumnTypeChoice = { label: 'Duration', group: 'Time', format: ['durationUnit'] };

const units = [
  { unit: 'day', seconds: 86_400 },
  { unit: 'hour', seconds: 3_600 },
  { unit: 'minute', seconds: 60 },
  { unit: 'second', seconds: 1 },
] as const;

/**
 * Writes seconds in their largest unit and the one below it, such as "2 hr 5 min"; less than a minute with up to three
 * decimals. Made of the parts that `Intl.DurationFormat` is made of, which not every browser and no Node before 23 has: a
 * search in the functions must find what the browser shows.
 */
function durationText(locale: string): WriteNumber {
  const written = units.map(({ unit }) => {
    const format: Intl.NumberFormatOptions = { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: 3 };
    return new Intl.NumberFormat(locale, format);
  });
  const joined = new Intl.ListFormat(locale, { type: 'unit', style: 'narrow' });
  const write = (count: number, at: number): string => written[at]?.format(count) ?? '';

  return (value) => {
    const whole = Math.round(Math.abs(value));
    const at = units.findIndex(({ seconds }) => whole >= seconds);
    const [large, small] = units.slice(at, at + 2);
    if (Math.abs(value) < 60 || !large || !small) return write(value, units.length - 1);
    const first = write(Math.sign(value) * Math.floor(whole / large.seconds), at);
    const rest = Math.floor((whole % large.seconds) / small.seconds);
    return rest > 0 ? joined.format([first, write(rest, at + 1)]) : first;
  };
}
