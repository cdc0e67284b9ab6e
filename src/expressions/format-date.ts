/** The text of a point in time (milliseconds since the epoch); a plain day is told as it stands, whatever the zone. */
export type DateFormatter = (time: number, isDay: boolean) => string;

type Style = (culture: string, timeZone: string) => (time: number) => string;

/** Standard date and time format specifiers of .NET ("Standard date and time format strings"). */
const styles: Readonly<Record<string, Style>> = {
  d: shortDay,
  D: longDay,
  f: both(longDay, shortTime),
  F: both(longDay, longTime),
  g: both(shortDay, shortTime),
  G: both(shortDay, longTime),
  m: withParts({ month: 'long', day: 'numeric' }),
  M: withParts({ month: 'long', day: 'numeric' }),
  o: inUtc((iso) => `${iso.slice(0, -1)}0000Z`),
  O: inUtc((iso) => `${iso.slice(0, -1)}0000Z`),
  r: inUtc((iso) => new Date(iso).toUTCString()),
  R: inUtc((iso) => new Date(iso).toUTCString()),
  s: sortable,
  t: shortTime,
  T: longTime,
  u: inUtc((iso) => `${iso.slice(0, 19).replace('T', ' ')}Z`),
  U: (culture) => both(longDay, longTime)(culture, 'UTC'),
  y: withParts({ year: 'numeric', month: 'long' }),
  Y: withParts({ year: 'numeric', month: 'long' }),
};

const usualCulture = 'en-US';

/**
 * A formatter for one of the specifiers d D f F g G m o r s t T u U y, a culture such as `de-DE` and a time zone such as
 * `Europe/Berlin`; American English and UTC where they are empty. A sentence instead where there is no such thing.
 */
export function dateFormatter(spec: string, culture: string, timeZone: string): DateFormatter | string {
  const style = Object.hasOwn(styles, spec) ? styles[spec] : undefined;
  if (!style) return `there is no date format "${spec}"; use one of ${Object.keys(styles).join(', ')}`;
  if (!isCulture(culture)) return `there is no culture "${culture}"; use one such as 'de-DE'`;
  if (!isTimeZone(timeZone)) return `there is no time zone "${timeZone}"; use one such as 'Europe/Berlin'`;
  const inZone = style(culture || usualCulture, timeZone || 'UTC');
  const asDay = timeZone === '' ? inZone : style(culture || usualCulture, 'UTC');
  return (time, isDay) => (isDay ? asDay : inZone)(time);
}

function isCulture(culture: string): boolean {
  try {
    return culture === '' || Intl.DateTimeFormat.supportedLocalesOf(culture).length > 0;
  } catch {
    return false; // not even shaped like one
  }
}

function isTimeZone(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: timeZone || 'UTC' });
    return true;
  } catch {
    return false;
  }
}

function withParts(parts: Intl.DateTimeFormatOptions): Style {
  return (culture, timeZone) => {
    const format = new Intl.DateTimeFormat(culture, { ...parts, timeZone });
    return (time) => plainSpaces(format.format(time));
  };
}

/** Between time and AM some versions of the locale data have a narrow space, others a plain one. */
function plainSpaces(text: string): string {
  return text.replaceAll('\u202f', ' ');
}

function both(day: Style, clock: Style): Style {
  return (culture, timeZone) => {
    const [dayOf, clockOf] = [day(culture, timeZone), clock(culture, timeZone)];
    return (time) => `${dayOf(time)} ${clockOf(time)}`;
  };
}

/** As short as the culture writes it, except that the year keeps its four digits. */
function shortDay(culture: string, timeZone: string): (time: number) => string {
  const sample = new Intl.DateTimeFormat(culture, { dateStyle: 'short', timeZone: 'UTC' }).formatToParts(0);
  const lengthOf = (type: string) => sample.find((part) => part.type === type)?.value.length ?? 1;
  const digits = (type: string) => (lengthOf(type) > 1 ? '2-digit' : 'numeric');
  return withParts({ year: 'numeric', month: digits('month'), day: digits('day') })(culture, timeZone);
}

function longDay(culture: string, timeZone: string) {
  return withParts({ dateStyle: 'full' })(culture, timeZone);
}

function shortTime(culture: string, timeZone: string) {
  return withParts({ timeStyle: 'short' })(culture, timeZone);
}

function longTime(culture: string, timeZone: string) {
  return withParts({ timeStyle: 'medium' })(culture, timeZone);
}

function inUtc(text: (iso: string) => string): Style {
  return () => (time) => text(new Date(time).toISOString());
}

/** The same in every culture, in the zone requested. */
function sortable(_culture: string, timeZone: string): (time: number) => string {
  const day = withParts({ year: 'numeric', month: '2-digit', day: '2-digit' })('sv-SE', timeZone);
  const clock = withParts({ timeStyle: 'medium' })('sv-SE', timeZone);
  return (time) => `${day(time)}T${clock(time)}`;
}
