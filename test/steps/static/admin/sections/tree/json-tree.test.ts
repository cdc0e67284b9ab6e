import type { JsonTree } from '../../../../../../static/admin/sections/tree/json-tree';
import { jsonTree } from '../../../../../../static/admin/sections/tree/json-tree';

type Branch = Extract<JsonTree, { childCount: number }>;

function branch(value: unknown): Branch {
  const tree = jsonTree('$', value);
  if (!('children' in tree)) throw new Error('a leaf');
  return tree;
}

test('objects and lists are branches that say how much they hold', () => {
  expect(branch({ a: 1, b: [] }).size).toBe('{2}');
  expect(branch([1, 2, 3]).size).toBe('[3]');
});

test('leaves show their value as JSON has it', () => {
  const leaves = branch(['a"b', 1.5, true, null]).children(0, 4);
  expect(leaves.map((leaf) => ('text' in leaf ? leaf.text : ''))).toEqual(['"a\\"b"', '1.5', 'true', 'null']);
  expect(leaves.map(({ label, kind }) => `${label} ${kind}`)).toEqual(['0 text', '1 number', '2 boolean', '3 null']);
});

test('children are made for the part that is asked for', () => {
  const list = branch(Array.from({ length: 1000 }, (_, index) => index));
  expect(list.children(200, 202).map(({ label }) => label)).toEqual(['200', '201']);
});

test('what was left out of a long list counts, and stands there without a place', () => {
  const list = branch(['a', '… 1,949 more']);
  expect(list.size).toBe('[1950]');
  expect(list.children(1, 2)).toEqual([{ label: '', kind: 'left-out', text: '… 1,949 more' }]);
});

test('a member with a name of the language itself is data like any other', () => {
  const tree = branch(JSON.parse('{"__proto__": {"a": 1}}'));
  expect(tree.children(0, 1).map(({ label }) => label)).toEqual(['__proto__']);
});
