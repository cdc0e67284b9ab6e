import type { Reading } from '../../../../src/shared/contract';
import { pagesText, progressText, readingText } from '../../../../static/visuals/reading-text';

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
  it('count rows as the reader writes numbers', () => {
    expect(readingText(reading, 'en')).toBe('1,234 rows.');
    expect(readingText(reading, 'de')).toBe('1.234 rows.');
    expect(readingText({ ...reading, rowsRead: 1, pagesRead: 1 }, 'en')).toBe('1 row.');
    expect(readingText({ ...reading, rowsRead: 0, pagesRead: 1 }, 'en')).toBe('0 rows.');
  });

  it('say of how many pages they are', () => {
    expect(pagesText({ ...reading, pagesRead: 1234 }, 'de')).toBe('Read from 1.234 pages.');
    expect(pagesText({ ...reading, pagesRead: 1 }, 'en')).toBe('Read from 1 page.');
  });

  it('say how far it is', () => {
    expect(progressText({ pagesRead: 0, rowsRead: 0 }, 'en')).toBe('Reading…');
    expect(progressText({ pagesRead: 12, rowsRead: 12_000 }, 'en')).toBe('Reading… 12,000 rows so far.');
  });

  it.each(['page-limit', 'row-limit', 'byte-limit', 'time-limit', 'foreign-link', 'repeated-link', 'failed'] as const)(
    'say that rows may be missing after %s',
    (stopReason) => {
      expect(readingText({ ...reading, stopReason }, 'en')).toMatch(/^1,234 rows\. [A-Z].+ missing\.$/);
    },
  );
});
