import { countWords, leftSentence, readerFacts } from '../../../../../../static/admin/sections/readers/reader-words';

test.each([
  [0, '0'],
  ['few' as const, 'Fewer than 5'],
  [1200, '1200'],
  ['many' as const, 'More than 500'],
])('%s readers are told as “%s”', (count, words) => {
  expect(countWords(count)).toBe(words);
});

test('how many are left to be ended is told, but no small number', () => {
  expect(leftSentence(30)).toBe('30 accounts are still being revoked and deleted.');
  expect(leftSentence(4)).toBe('Fewer than 5 accounts are still being revoked and deleted.');
});

test('what is told of readers names nobody', () => {
  const day = (iso: string) => `on ${iso}`;
  const failures = [
    { reason: 'The service refused the access.', count: 12 },
    { reason: 'The service did not answer.', count: 'few' as const },
  ];
  const told = readerFacts({ connected: 40, reconnect: 'few', usedOn: '2026-03-05', failures }, day);
  expect(told.map(({ text }) => text)).toEqual([
    '40',
    'Fewer than 5',
    'on 2026-03-05',
    '12: The service refused the access. Fewer than 5: The service did not answer.',
  ]);
  expect(readerFacts({ connected: 0, reconnect: 0, failures: [] }, day).map(({ text }) => text)).toEqual([
    '0',
    '0',
    'Not yet',
    'None',
  ]);
});
