import type { Reading } from '../../../../src/shared/contract';
import { counted, readingText } from '../../../visuals/reading-text';

/** What a preview was made of, as a sentence. A preview stops after the first pages by intent, which is no loss to warn of. */
export function previewText(reading: Reading, locale: string): string {
  if (reading.stopReason !== 'page-limit') return readingText(reading, locale);
  return `Preview of the first ${counted(reading.rowsRead, 'row', locale)}.`;
}
