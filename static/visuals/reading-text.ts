import type { Reading, ReadProgress, StopReason } from '../../src/shared/contract';
import { moreText } from '../../src/shared/more-text';

const stopped: Record<Exclude<StopReason, 'complete' | 'unfollowed' | 'first-page'>, string> = {
  'page-limit': 'The page limit was reached, so rows are missing.',
  'row-limit': 'The row limit was reached, so rows are missing.',
  'byte-limit': 'The size limit was reached, so rows are missing.',
  'time-limit': 'The time limit was reached, so rows are missing.',
  'foreign-link': 'The next page is on another host, which the app does not follow, so rows may be missing.',
  'repeated-link': 'The source repeated a page, so rows may be missing.',
  failed: 'A later page could not be read, so rows are missing.',
};

/** "1 row", "1,234 rows": a count as the reader writes it, with its word. */
export function counted(count: number, word: string, locale: string): string {
  return `${new Intl.NumberFormat(locale).format(count)} ${word}${count === 1 ? '' : 's'}`;
}

/** What was read, as sentences: how many rows and, when the reading stopped early, why. */
export function readingText({ rowsRead, stopReason, more }: Reading, locale: string): string {
  const rows = counted(rowsRead, 'row', locale);
  if (stopReason === 'first-page') return `First ${rows}.`;
  if (stopReason === 'complete') return `${rows}.`;
  return `${rows}. ${stopReason === 'unfollowed' ? moreText(more, locale) : stopped[stopReason]}`;
}

/** Whether a reading has less than there is, against the admin's wish. */
export function isCut({ stopReason }: Pick<Reading, 'stopReason'>): boolean {
  return stopReason !== 'complete' && stopReason !== 'first-page';
}

/** Of how many pages the rows are, as a sentence. */
export function pagesText({ pagesRead }: Reading, locale: string): string {
  return `Read from ${counted(pagesRead, 'page', locale)}.`;
}

/** That a visual of one record shows the first of several rows. */
export function firstOfText(totalRows: number, locale: string): string {
  return `The first of ${counted(totalRows, 'row', locale)}.`;
}

/** How far a read is that is not at its end: "Reading… 12,000 rows so far." */
export function progressText({ rowsRead }: ReadProgress, locale: string): string {
  return rowsRead === 0 ? 'Reading…' : `Reading… ${counted(rowsRead, 'row', locale)} so far.`;
}
