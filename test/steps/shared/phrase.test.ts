import { countPhrase, phrase } from '../../../src/shared/phrase';

describe('a phrase', () => {
  it('has named values in their places, as they are', () => {
    expect(phrase('{a} of {b}', { a: '{b}', b: '$&' })).toBe('{b} of $&');
    expect(phrase('{a} of {c}', { a: '1' })).toBe('1 of {c}');
  });

  const forms = { one: '{count} row in {place}', other: '{count} rows in {place}' };

  it.each([
    [0, '0 rows in Rome'],
    [1, '1 row in Rome'],
    [2, '2 rows in Rome'],
    [1234, '1.234 rows in Rome'],
  ])('for the count %d reads %s, by its own language and with the number of the reader', (count, text) => {
    expect(countPhrase(count, forms, { place: 'Rome' }, { locale: 'de' })).toBe(text);
  });

  it('takes the form of the number as it is shown', () => {
    expect(countPhrase(1.0004, forms, { place: 'Rome' }, { maximumFractionDigits: 2 })).toBe('1 row in Rome');
  });
});
