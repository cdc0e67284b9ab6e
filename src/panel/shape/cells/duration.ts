import type { ColumnFormat } from '../../../shared/frame';
import { readNumber } from './number';
import { type ReadCell, unreadable } from './unreadable';

const secondsIn = { milliseconds: 1 / 1000, seconds: 1, minutes: 60, hours: 3600, days: 86_400 } as const;

/**
 * Reads a length of time in seconds: a number of `format.durationUnit`, a duration of ISO 8601 such as `PT5M`, or a clock
 * such as `01:30:00`, days before it as in `2.01:30:00`. Years and months have no length of their own and are unreadable.
 */
export function durationReader({ durationUnit = 'seconds' }: ColumnFormat): ReadCell {
  return (value) => {
    const number = readNumber(value);
    if (typeof number === 'number') return inSeconds(number, durationUnit);
    if (number === null || typeof value !== 'string') return number;
    return readIsoDuration(value) ?? readClock(value.trim()) ?? unreadable;
  };
}

function inSeconds(value: number, unit: keyof typeof secondsIn): number | typeof unreadable {
  const seconds = unit === 'milliseconds' ? value / 1000 : value * secondsIn[unit]; // dividing rounds once, not twice
  return Number.isFinite(seconds) ? seconds : unreadable;
}

const amount = String.raw`(\d{1,15}(?:[.,]\d{1,9})?)`;
const iso = new RegExp(
  `^([-+]?)P(?:0+Y)?(?:0+M)?(?:${amount}W)?(?:${amount}D)?(?:T(?=\\d)(?:${amount}H)?(?:${amount}M)?(?:${amount}S)?)?$`,
);

/** The seconds of an ISO 8601 duration; `undefined` for other texts, and for years and months. */
export function readIsoDuration(text: string): number | undefined {
  const match = iso.exec(text.trim());
  if (!match || !/\d[A-Z]$/.test(match[0])) return undefined;
  const [sign, ...parts] = match.slice(1);
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = parts.map(numberOf);
  return signed(sign, ((weeks * 7 + days) * 24 + hours) * 3600 + minutes * 60 + seconds);
}

const clock = /^(-?)(?:(\d{1,9})\.)?(\d{1,9}):([0-5]\d):([0-5]\d(?:[.,]\d{1,9})?)$/;

function readClock(text: string): number | undefined {
  const match = clock.exec(text);
  if (!match) return undefined;
  const [sign, ...parts] = match.slice(1);
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = parts.map(numberOf);
  return signed(sign, (days * 24 + hours) * 3600 + minutes * 60 + seconds);
}

const numberOf = (part: string | undefined) => Number((part ?? '0').replace(',', '.'));

const signed = (sign: string | undefined, seconds: number) => (sign === '-' && seconds !== 0 ? -seconds : seconds);
