const minute = 60_000;
const day = 24 * 60 * minute;

/** Rows younger than this are shown without asking the remote. */
export const freshMs = 5 * minute;
/** Rows of a reading that broke off are shown only this long before the next attempt. */
export const brokenOffFreshMs = minute / 2;
/** The refresh button asks the remote only for rows at least this old. */
export const refreshAgeMs = minute / 2;
/** The last good rows are kept this long for the time when the remote fails. */
export const keptMs = 7 * day;
