import type { Reading } from '../../../../src/shared/contract';
import { counted, readingText } from '../../../visuals/reading-text';

/** What a test read, as a sentence. A test stops after the first pages by intent, which is no loss to warn of. */
export function testText(reading: Reading, locale: string): string {
  if (reading.stopReason !== 'page-limit') return readingText(reading, locale);
  const { rowsRead, pagesRead } = reading;
  const read = `${counted(rowsRead, 'row', locale)} from ${counted(pagesRead, 'page', locale)}`;
  return `${read}. There are more: a test reads only the first pages, a panel reads all of them.`;
}
