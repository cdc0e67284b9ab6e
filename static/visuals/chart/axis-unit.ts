import type { CellValue, ChartView } from '../../../src/shared/contract';
import { isTime } from '../../../src/shared/column-types/cell-kind';
import { isoTime } from '../../../src/shared/column-types/iso-time';
import type { Reader } from '../../../src/shared/reader';

/** How coarse times are: whole years, whole months, or of any other kind. */
type Unit = 'year' | 'month' | 'other';

const written: Record<Exclude<Unit, 'other'>, Intl.DateTimeFormatOptions> = {
  year: { year: 'numeric' },
  month: { year: 'numeric', month: 'short' },
};

/** A day has no zone; a moment has its place in the reader's. */
function zoneOf({ category }: ChartView, { timeZone }: Reader): string {
  return category.type === 'date' ? 'UTC' : timeZone;
}

function unitOf(times: number[], timeZone: string): Unit {
  const parts = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'medium', timeZone });
  const texts = times.map((time) => parts.format(time)); // such as 2026-01-01 00:00:00
  if (!texts.every((text) => /-01 00:00:00$/.test(text))) return 'other';
  return texts.every((text) => /-01-01 /.test(text)) ? 'year' : 'month';
}

/**
 * Writes what stands below the points of a chart over time: *Jan 2026* where each is the first of a month, *2026* where each is
 * that of a year. Null where they are not times, or not all so coarse.
 */
export function timeLabels(view: ChartView, reader: Reader): ((category: CellValue) => string) | null {
  if (!isTime(view.category) || view.points.length < 2) return null;
  const times = view.points.map(({ category }) => (typeof category === 'string' ? isoTime(category) : null));
  const known = times.filter((time) => time !== null);
  const timeZone = zoneOf(view, reader);
  const unit = known.length === times.length ? unitOf(known, timeZone) : 'other';
  if (unit === 'other') return null;
  const format = new Intl.DateTimeFormat(reader.locale, { ...written[unit], timeZone });
  return (category) => format.format(isoTime(String(category)) ?? undefined);
}
