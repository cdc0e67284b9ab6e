const dateOnly = /^\d{4}-\d{2}-\d{2}$/;
const offset = /(?:[zZ]|[+-]\d{2}:?\d{2})$/;

/**
 * Milliseconds since the epoch of an ISO 8601 date or date-time, or null when it is none. A text without an offset is
 * read as UTC, so that every browser sorts and shows it alike.
 */
export function isoTime(text: string): number | null {
  const complete = dateOnly.test(text) || offset.test(text) ? text : `${text}Z`;
  const time = Date.parse(complete);
  return Number.isNaN(time) ? null : time;
}
