import { testProgressText } from '../../../../../../static/admin/sections/results/progress-words';
import { newTestId } from '../../../../../../static/admin/sections/actions/test-id';

test('a running test says which page it reads and how many rows it has', () => {
  expect(testProgressText({ pagesRead: 6, rowsRead: 6993 }, 0, 'en')).toBe('Reading page 7, 6,993 rows…');
  expect(testProgressText({ pagesRead: 1, rowsRead: 1 }, 0, 'en')).toBe('Reading page 2, 1 row…');
});

test('before the first page it waits', () => {
  expect(testProgressText(null, 0, 'en')).toBe('Waiting for the response…');
  expect(testProgressText({ pagesRead: 0, rowsRead: 0 }, 0, 'en')).toBe('Waiting for the response…');
});

test('and for how long it has been running', () => {
  expect(testProgressText(null, 12, 'en')).toBe('Waiting for the response… 12 s');
});

test('every test has a name of its own', () => {
  const names = Array.from({ length: 20 }, newTestId);
  expect(new Set(names).size).toBe(20);
  for (const name of names) expect(name).toMatch(/^[0-9a-f]{32}$/);
});
