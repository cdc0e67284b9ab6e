import type { Reading } from '../../../../src/shared/contract';
import { countPhrase } from '../../../../src/shared/phrase';
import { readingText } from '../../../visuals/reading-text';

/** What a preview was made of, as a sentence. A preview stops after the first pages by intent, which is no loss to warn of. */
export function previewText(reading: Reading, locale: string): string {
  if (reading.stopReason !== 'page-limit') return readingText(reading, locale);
  const forms = { one: 'Preview of the first row.', other: 'Preview of the first {count} rows.' };
  return countPhrase(reading.rowsRead, forms, {}, { locale });
}
