import type { Reading } from '../../../../src/shared/contract';
import { countPhrase } from '../../../../src/shared/phrase';
import { readingText } from '../../../visuals/reading-text';

const firstPages = {
  one: 'There are more: the test read only the first page, a panel reads all of them.',
  other: 'There are more: the test read only the first {count} pages, a panel reads all of them.',
};

/** What a test read, as a sentence. A test stops after the first pages by intent, which is no loss to warn of. */
export function testText(reading: Reading, locale: string): string {
  if (reading.stopReason !== 'page-limit') return readingText(reading, locale);
  const { rowsRead, pagesRead } = reading;
  const rows = countPhrase(rowsRead, { one: '{count} row.', other: '{count} rows.' }, {}, { locale });
  return `${rows} ${countPhrase(pagesRead, firstPages, {}, { locale })}`;
}
