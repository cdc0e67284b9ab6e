import { dayWords, durationWords, momentWords, sizeWords } from '../../../../../static/admin/fields/measure-words';

test.each([
  [83.6, '84 ms'],
  [999.4, '999 ms'],
  [999.6, '1.0 s'],
  [12_345, '12.3 s'],
])('%d milliseconds are %s', (milliseconds, words) => {
  expect(durationWords(milliseconds)).toBe(words);
});

test.each([
  [0, '0 bytes'],
  [999, '999 bytes'],
  [1500, '1.5 kB'],
  [12_345_678, '12.3 MB'],
])('%d bytes are %s, as in a column of bytes', (bytes, words) => {
  expect(sizeWords(bytes, { locale: 'en', timeZone: 'UTC' })).toBe(words);
});

test('a moment is written in the zone of the reader', () => {
  expect(momentWords(0, { locale: 'en-GB', timeZone: 'Asia/Tokyo' })).toBe('1 Jan 1970, 09:00');
});

test('a day is written as the reader writes it, whatever their time zone', () => {
  expect(dayWords('2027-03-31', { locale: 'en-GB' })).toBe('31 Mar 2027');
  expect(dayWords('soon', { locale: 'en-GB' })).toBe('soon');
});
