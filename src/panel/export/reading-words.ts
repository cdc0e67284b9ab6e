import type { Reading } from '../../shared/frame';
import { moreText } from '../../shared/more-text';
import { momentText } from '../../visuals/adf/value-text';

const mostWarnings = 5;

const cutWords: { readonly [Reason in Exclude<Reading['stopReason'], 'complete' | 'unfollowed'>]: string } = {
  'first-page': 'These are the first rows of the source.',
  'page-limit': 'The page limit was reached, so rows are missing.',
  'row-limit': 'The row limit was reached, so rows are missing.',
  'byte-limit': 'The size limit was reached, so rows are missing.',
  'time-limit': 'The time limit was reached, so rows are missing.',
  'foreign-link': 'The next page is on another host, which the app does not follow, so rows may be missing.',
  'repeated-link': 'The source repeated a page, so rows may be missing.',
  failed: 'A later page could not be read, so rows are missing.',
  unfinished: 'The rest of the rows is still to be read.',
};

/** Sentences on the age of the rows and on what is not among them. */
export function readingWords({ fetchedAt, stopReason, more, warnings }: Reading): string[] {
  return [`Data as of ${momentText(fetchedAt)}.`, ...endWords(stopReason, more), ...warnings.slice(0, mostWarnings)];
}

function endWords(stopReason: Reading['stopReason'], more: Reading['more']): string[] {
  if (stopReason === 'complete') return [];
  return [stopReason === 'unfollowed' ? moreText(more, 'en') : cutWords[stopReason]];
}
