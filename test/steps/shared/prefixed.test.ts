import { prefixed } from '../../../src/shared/prefixed';

test.each([
  ['Bearer', 'Bearer x'],
  ['Bearer ', 'Bearer x'],
  ['key=', 'key=x'],
  ['', 'x'],
])('behind the prefix %j the credential is sent as %j', (prefix, sent) => {
  expect(prefixed(prefix, 'x')).toBe(sent);
});
