import {
  every,
  isSelectablePath,
  parsePath,
  pathText,
} from '../../../../../../static/admin/sections/builder/simple-path';

test.each([
  ['$', []],
  ['$.a.b', ['a', 'b']],
  ['$.value[*]', ['value', every]],
  ['$.value.*', ['value', every]],
  ['$[0].tags[12]', [0, 'tags', 12]],
  ["$['@odata.type']", ['@odata.type']],
  ['$["a b"][ \'c\' ]', ['a b', 'c']],
  ["$['it\\'s \"so\" \\\\ \\u00e9']", ['it\'s "so" \\ é']],
  [' $.ünïcode ', ['ünïcode']],
])('%s is a path of names, places and [*]', (selector, steps) => {
  expect(parsePath(selector)).toEqual(steps);
});

test.each(['', 'value', '$.', '$..a', '$[?@.a]', '$[0:2]', '$[-1]', '$.a]', "$['a', 'b']", "$['\\q']"])(
  '%j is no such path',
  (selector) => {
    expect(parsePath(selector)).toBeUndefined();
  },
);

test.each([
  ['displayName', '$.displayName'],
  ['@odata.type', "$['@odata.type']"],
  ['first name', "$['first name']"],
  ["it's", "$['it\\'s']"],
  ['say "hi"', '$[\'say "hi"\']'],
  ['back\\slash', "$['back\\\\slash']"],
  ['0', "$['0']"],
  ['', "$['']"],
  ['tab\t', "$['tab\\t']"],
])('the member %j is written %s, and read back the same', (name, selector) => {
  expect(pathText([name])).toBe(selector);
  expect(parsePath(selector)).toEqual([name]);
});

test('names with control characters or halves of characters cannot be selected', () => {
  expect([['a'], ['a\tb'], ['a\u0001'], ['\ud800'], [3, 'é😀']].map(isSelectablePath)).toEqual([
    true,
    true,
    false,
    false,
    true,
  ]);
});
