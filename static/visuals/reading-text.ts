import type { Reading, ReadProgress, StopReason } from '../../src/shared/contract';
import { moreText } from '../../src/shared/more-text';
import { countPhrase } from '../../src/shared/phrase';
import type { ShownPart } from './visual-props';

const stopped: Record<Exclude<StopReason, 'complete' | 'unfollowed' | 'first-page'>, string> = {
  'page-limit': 'The page limit was reached, so rows are missing.',
  'row-limit': 'The row limit was reached, so rows are missing.',
  'byte-limit': 'The size limit was reached, so rows are missing.',
  'time-limit': 'The time limit was reached, so rows are missing.',
  'foreign-link': 'The next page is on another host, which the app does not follow, so rows may be missing.',
  'repeated-link': 'The source repeated a page, so rows may be missing.',
  failed: 'A later page could not be read, so rows are missing.',
  unfinished: 'The rest of the rows is still to be read.',
};

const rowForms = { one: '{count} row.', other: '{count} rows.' };
const firstForms = { one: 'First {count} row.', other: 'First {count} rows.' };

/** What was read, as sentences: how many rows and, when the reading stopped early, why. */
export function readingText({ rowsRead, stopReason, more }: Reading, locale: string): string {
  const rows = countPhrase(rowsRead, stopReason === 'first-page' ? firstForms : rowForms, {}, { locale });
  if (stopReason === 'complete' || stopReason === 'first-page') return rows;
  return `${rows} ${stopReason === 'unfollowed' ? moreText(more, locale) : stopped[stopReason]}`;
}

/** Whether a reading has less than there is, against the admin's wish. */
export function isCut({ stopReason }: Pick<Reading, 'stopReason'>): boolean {
  return stopReason !== 'complete' && stopReason !== 'first-page' && stopReason !== 'unfinished';
}

/** Of how many pages the rows are, as a sentence. */
export function pagesText({ pagesRead }: Reading, locale: string): string {
  return countPhrase(pagesRead, { one: 'Read from {count} page.', other: 'Read from {count} pages.' }, {}, { locale });
}

/** That a visual of one record shows the first of several rows. */
export function firstOfText(totalRows: number, locale: string): string {
  return countPhrase(
    totalRows,
    { one: 'The first of {count} row.', other: 'The first of {count} rows.' },
    {},
    { locale },
  );
}

/** Of how many rows everything is said where more are to come, or are there already. */
export function partText({ rows, grows }: ShownPart, locale: string): string {
  const forms = grows ? growingForms : firstOnlyForms;
  return countPhrase(rows, forms, {}, { locale });
}

const growingForms = {
  one: 'Of the first row. More are being read.',
  other: 'Of the first {count} rows. More are being read.',
};
const firstOnlyForms = { one: 'Of the first row.', other: 'Of the first {count} rows.' };

/** How far a read is that is not at its end: "Reading… 12,000 rows so far." */
export function progressText({ rowsRead }: ReadProgress, locale: string): string {
  if (rowsRead === 0) return 'Reading…';
  const forms = { one: 'Reading… {count} row so far.', other: 'Reading… {count} rows so far.' };
  return countPhrase(rowsRead, forms, {}, { locale });
}
