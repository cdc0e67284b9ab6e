import type { DraftNode } from '../../../../local/page/editor/useDraft';
import { bodyOf, insertAfter, moveBy } from '../../../../local/page/editor/useDraft';

function paragraph(id: string, text = id): DraftNode {
  return { id, node: { kind: 'paragraph', text } };
}

const NODES = ['a', 'b', 'c'].map((id) => paragraph(id));
const idsOf = (nodes: DraftNode[]): string => nodes.map((one) => one.id).join('');

test.each([
  ['a', 'axbc'],
  ['c', 'abcx'],
  [null, 'abcx'],
  ['gone', 'abcx'],
])('a new node lands behind the chosen one: %s', (after, ids) => {
  expect(idsOf(insertAfter(NODES, paragraph('x'), after))).toBe(ids);
});

test.each([
  ['b', -1, 'bac'],
  ['b', 1, 'acb'],
  ['a', -1, 'abc'],
  ['c', 1, 'abc'],
  ['gone', 1, 'abc'],
] as const)('%s moves by %i', (id, by, ids) => {
  expect(idsOf(moveBy(NODES, id, by))).toBe(ids);
});

test('blank texts are not saved, macros always are', () => {
  const macro = { kind: 'macro' as const, localId: 'm', moduleKey: 'k', config: undefined };
  const nodes = [paragraph('a', ' \n'), { id: 'm', node: macro }, paragraph('b', 'text')];
  expect(bodyOf(nodes)).toEqual([macro, { kind: 'paragraph', text: 'text' }]);
});
