import type { Reading } from '../../../../../../src/shared/contract';
import { testText } from '../../../../../../static/admin/sections/results/test-text';

const reading: Reading = {
  fetchedAt: 0,
  durationMs: 1,
  pagesRead: 3,
  rowsRead: 2997,
  bytesRead: 1,
  stopReason: 'page-limit',
  warnings: [],
};

test('the first pages are all that a test wants, so stopping there is no loss', () => {
  expect(testText(reading, 'en')).toBe(
    '2,997 rows. There are more: the test read only the first 3 pages, a panel reads all of them.',
  );
});

test('any other end is told as a reader is told', () => {
  expect(testText({ ...reading, stopReason: 'complete' }, 'en')).toBe('2,997 rows.');
  expect(testText({ ...reading, stopReason: 'foreign-link' }, 'en')).toMatch(/another host/);
});
