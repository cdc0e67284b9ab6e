import { datePatternReader } from '../../panel/shape/cells/date-pattern';
import { readDateTime } from '../../panel/shape/cells/date';
import type { ProposedType } from './proposed-type';

const clock = /\d:\d{2}|T\d{4}/;
/** Digits alone are an id or a count; three digits behind a year are, too. */
const digits = /^-?\d+(?:\.\d+)?$|^\d{4}-\d{3}$/;

/** The type of texts that all are dates, in one way of writing or several; `undefined` where they are none, or some have a time of day. */
export function typeOfDates(texts: readonly string[]): ProposedType | undefined {
  const isMoment = isWithTime(texts[0] ?? '');
  const areDates = texts.every(
    (text) => !digits.test(text) && isWithTime(text) === isMoment && typeof readDateTime(text) === 'string',
  );
  return areDates ? { type: isMoment ? 'date-time' : 'date' } : typeByPattern(texts);
}

const isWithTime = (text: string) => clock.test(text) || text.startsWith('/Date(');

const ambiguous = /^\d{1,2}([/-])\d{1,2}\1(\d{4}|\d{2})(?:(,?\s+)\d{1,2}:\d{2}(:\d{2})?(\s?[ap]m)?)?$/i;

/** Where a day stands before its month or behind it, all texts together may tell, as `13/1/2026` does. */
function typeByPattern([first = '', ...others]: readonly string[]): ProposedType | undefined {
  const [, sign = '', year = '', gap = '', seconds, half] = ambiguous.exec(first) ?? [];
  if (sign === '') return undefined;
  const hours = half === undefined ? 'H' : 'h';
  const time =
    gap === ''
      ? ''
      : `${gap.replace(/\s+/, ' ')}${hours}:mm${seconds ? ':ss' : ''}${half ? `${/^\s/.test(half) ? ' ' : ''}a` : ''}`;
  const patterns = [`d${sign}M`, `M${sign}d`].map((day) => `${day}${sign}${year.length === 4 ? 'yyyy' : 'yy'}${time}`);
  const fitting = patterns.filter((pattern) => readsAll(pattern, [first, ...others]));
  const [datePattern] = fitting;
  if (datePattern === undefined || fitting.length > 1) return undefined;
  return { type: gap === '' ? 'date' : 'date-time', format: { datePattern } };
}

function readsAll(pattern: string, texts: readonly string[]): boolean {
  const read = datePatternReader(pattern);
  return typeof read === 'function' && texts.every((text) => read(text) !== undefined);
}

/** The years 2000 to 2100 in seconds since the epoch. */
const [earliest, latest] = [946_684_800, 4_102_444_800];
const unitsInSecond = [1, 1e3, 1e6, 1e9];

/** Whether numbers from the least to the most count seconds, or a thousandth, millionth or billionth of them, since 1970. */
export function areEpochs(least: number, most: number): boolean {
  return unitsInSecond.some((units) => least >= earliest * units && most <= latest * units);
}

/** Whether all texts are such numbers. */
export function areEpochTexts(texts: readonly string[]): boolean {
  if (texts.length === 0 || !texts.every((text) => /^\d{10,19}$/.test(text))) return false;
  const numbers = texts.map(Number);
  return areEpochs(
    numbers.reduce((least, each) => Math.min(least, each)),
    numbers.reduce((most, each) => Math.max(most, each)),
  );
}
