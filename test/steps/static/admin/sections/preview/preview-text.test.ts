import type { Reading } from '../../../../../../src/shared/contract';
import { previewText } from '../../../../../../static/admin/sections/preview/preview-text';

const reading: Reading = {
  fetchedAt: 0,
  durationMs: 1,
  pagesRead: 1,
  rowsRead: 999,
  bytesRead: 1,
  stopReason: 'page-limit',
  warnings: [],
};

test('the first pages are all that a preview wants, so stopping there is no loss', () => {
  expect(previewText(reading, 'en')).toBe('Preview of the first 999 rows.');
});

test('any other end is told as a reader is told', () => {
  expect(previewText({ ...reading, stopReason: 'complete' }, 'en')).toBe('999 rows.');
  expect(previewText({ ...reading, stopReason: 'failed' }, 'en')).toMatch(/^999 rows\. .+ rows are missing\.$/);
});
