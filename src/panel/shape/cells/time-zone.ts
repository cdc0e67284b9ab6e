/** Minutes east of Greenwich by abbreviation: those of RFC 5322 section 4.3, and those that mean one zone only. */
const abbreviations: ReadonlyMap<string, number> = new Map(
  Object.entries({
    ...{ Z: 0, UT: 0, UTC: 0, GMT: 0, WET: 0, WEST: 60, CET: 60, CEST: 120, EET: 120, EEST: 180, MSK: 180 },
    ...{ EST: -300, EDT: -240, CST: -360, CDT: -300, MST: -420, MDT: -360, PST: -480, PDT: -420 },
    ...{ AKST: -540, AKDT: -480, HST: -600, JST: 540, KST: 540, AEST: 600, AEDT: 660, NZST: 720, NZDT: 780 },
  }),
);

const offset = /^(?:GMT|UTC)?([-+])(\d{1,2})(?::?(\d{2}))?$/i;

/**
 * The minutes that clocks of a zone are ahead of UTC at a local time (in milliseconds, as if it were UTC): of an offset, an
 * abbreviation or a name such as `Europe/Berlin`; 0 where none is given, `undefined` for a zone that nobody knows.
 */
export function zoneOffset(zone: string | undefined, local: number): number | undefined {
  if (zone === undefined || zone === '') return 0;
  const [, sign, hours = '', minutes = '0'] = offset.exec(zone) ?? [];
  if (sign !== undefined) return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  return abbreviations.get(zone.toUpperCase()) ?? (zone.includes('/') ? offsetOfPlace(zone, local) : undefined);
}

/** An offset that is right before a change of clocks may be wrong behind it, so it is looked up a second time. */
function offsetOfPlace(name: string, local: number): number | undefined {
  const format = formatIn(name);
  if (!format) return undefined;
  const first = offsetAt(format, local);
  return offsetAt(format, local - first * 60_000);
}

const formats = new Map<string, Intl.DateTimeFormat | undefined>();
/** Names come from data. */
const mostFormats = 100;

function formatIn(timeZone: string): Intl.DateTimeFormat | undefined {
  if (!formats.has(timeZone)) {
    if (formats.size >= mostFormats) formats.clear();
    formats.set(timeZone, newFormat(timeZone));
  }
  return formats.get(timeZone);
}

function newFormat(timeZone: string): Intl.DateTimeFormat | undefined {
  try {
    const clock = { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' } as const;
    return new Intl.DateTimeFormat('en-US', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit', ...clock });
  } catch {
    return undefined;
  }
}

function offsetAt(format: Intl.DateTimeFormat, time: number): number {
  if (!(Math.abs(time) < 8.64e15)) return 0;
  const parts = Object.fromEntries(format.formatToParts(time).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Math.round((Date.UTC(year, month - 1, day, hour, minute, second) - time) / 60_000);
}
