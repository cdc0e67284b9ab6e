import type { Reading } from '../../shared/frame';
import { momentText } from '../../visuals/adf/value-text';

const mostWarnings = 5;

const cutWords: { readonly [Reason in Exclude<Reading['stopReason'], 'complete'>]: string } = {
  'page-limit': 'The source has more pages than were read.',
  'row-limit': 'The source has more rows than were read.',
  'byte-limit': 'The source has more data than was read.',
  'time-limit': 'The source was too slow to be read to its end.',
  'foreign-link': 'The source was not read to its end: its next page lies on another server.',
  'repeated-link': 'The source was not read to its end: it led back to a page that was read before.',
  failed: 'The source failed before it was read to its end.',
};

/** Sentences on the age of the rows and on what is not among them. */
export function readingWords({ fetchedAt, stopReason, warnings }: Reading): string[] {
  return [
    `Data as of ${momentText(fetchedAt)}.`,
    ...(stopReason === 'complete' ? [] : [cutWords[stopReason]]),
    ...warnings.slice(0, mostWarnings),
  ];
}
