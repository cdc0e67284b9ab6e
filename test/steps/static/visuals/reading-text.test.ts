import type { Reading } from '../../../../src/shared/contract';
import { progressText, readingText } from '../../../../static/visuals/reading-text';

const reading: Reading = {
  fetchedAt: 0,
  durationMs: 0,
  pagesRead: 13,
  rowsRead: 1234,
  bytesRead: 0,
  stopReason: 'complete',
  warnings: [],
};

describe('the words for a reading', () => {
  it('count rows and pages as the reader writes numbers', () => {
    expect(readingText(reading, 'en')).toBe('1,234 rows read on 13 pages.');
    expect(readingText(reading, 'de')).toBe('1.234 rows read on 13 pages.');
    expect(readingText({ ...reading, rowsRead: 1, pagesRead: 1 }, 'en')).toBe('1 row read on 1 page.');
    expect(readingText({ ...reading, rowsRead: 0, pagesRead: 1 }, 'en')).toBe('0 rows read on 1 page.');
  });

  it('say how far it is', () => {
    expect(progressText({ pagesRead: 0, rowsRead: 0 }, 'en')).toBe('Reading…');
    expect(progressText({ pagesRead: 12, rowsRead: 12_000 }, 'en')).toBe('Reading… 12,000 rows so far.');
  });

  it.each(['page-limit', 'row-limit', 'byte-limit', 'time-limit', 'foreign-link', 'repeated-link', 'failed'] as const)(
    'say that rows may be missing after %s',
    (stopReason) => {
      expect(readingText({ ...reading, stopReason }, 'en')).toMatch(
        /^1,234 rows read on 13 pages, then stopped: .+ missing\.$/,
      );
    },
  );
});
