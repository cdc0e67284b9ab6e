import type { Reading, ReadProgress, StopReason } from '../../src/shared/contract';

const stopped: Record<Exclude<StopReason, 'complete'>, string> = {
  'page-limit': 'the limit of pages was reached, so rows are missing',
  'row-limit': 'the limit of rows was reached, so rows are missing',
  'byte-limit': 'the limit of size was reached, so rows are missing',
  'time-limit': 'the time allowed was over, so rows are missing',
  'foreign-link': 'the next page was on another host, which is not followed, so rows may be missing',
  'repeated-link': 'the source named a page again that was read before, so rows may be missing',
  failed: 'a later page could not be read, so rows are missing',
};

/** "1 row", "1,234 rows": a count as the reader writes it, with its word. */
export function counted(count: number, word: string, locale: string): string {
  return `${new Intl.NumberFormat(locale).format(count)} ${word}${count === 1 ? '' : 's'}`;
}

/** What was read, as a sentence: rows, pages, and, when the reading stopped early, why. */
export function readingText({ rowsRead, pagesRead, stopReason }: Reading, locale: string): string {
  const read = `${counted(rowsRead, 'row', locale)} read on ${counted(pagesRead, 'page', locale)}`;
  return stopReason === 'complete' ? `${read}.` : `${read}, then stopped: ${stopped[stopReason]}.`;
}

/** That a visual of one record shows the first of several rows. */
export function firstOfText(totalRows: number, locale: string): string {
  return `The first of ${counted(totalRows, 'row', locale)}.`;
}

/** How far a read is that is not at its end: "Reading… 12,000 rows so far." */
export function progressText({ rowsRead }: ReadProgress, locale: string): string {
  return rowsRead === 0 ? 'Reading…' : `Reading… ${counted(rowsRead, 'row', locale)} so far.`;
}
