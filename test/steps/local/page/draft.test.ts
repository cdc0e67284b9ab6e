import { withConfig, withInline, withoutInline, withWords } from '../../../../local/page/editor/sentence';
import type { DraftNode } from '../../../../local/page/editor/useDraft';
import { bodyOf, insertAfter, insertInline, moveBy } from '../../../../local/page/editor/useDraft';
import { macrosOf } from '../../../../local/shared/macros';

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

const inline = { kind: 'macro' as const, localId: 'i', moduleKey: 'k', config: undefined };

describe('an inline macro', () => {
  const inserted = (chosen: Parameters<typeof insertInline>[2], nodes = [paragraph('a', 'We are many.')]) =>
    insertInline(nodes, inline, chosen).map(({ node }) => node);

  test('goes where the cursor is in a paragraph', () => {
    const sentence = { kind: 'sentence', parts: ['We are ', inline, 'many.'] };
    expect(inserted({ id: 'a', caret: { part: 0, at: 7 } })).toEqual([sentence]);
  });

  test('goes to the end of a paragraph without a cursor, and into a new one behind all others', () => {
    expect(inserted({ id: 'a' })).toEqual([{ kind: 'sentence', parts: ['We are many.', inline, ''] }]);
    const alone = { kind: 'sentence', parts: ['', inline, ''] };
    expect(inserted(null)).toEqual([{ kind: 'paragraph', text: 'We are many.' }, alone]);
  });

  test('stands beside another one, and leaves the words behind when it is removed', () => {
    const other = { ...inline, localId: 'j' };
    const two = withInline({ kind: 'sentence', parts: ['We are ', inline, ' of many.'] }, other, { part: 2, at: 4 });
    expect(two).toEqual({ kind: 'sentence', parts: ['We are ', inline, ' of ', other, 'many.'] });
    const one = withoutInline(two, 'i');
    expect(one).toEqual({ kind: 'sentence', parts: ['We are  of ', other, 'many.'] });
    expect(one.kind === 'sentence' && withoutInline(one, 'j')).toEqual({
      kind: 'paragraph',
      text: 'We are  of many.',
    });
  });

  test('keeps its settings and its neighbors’ words', () => {
    const sentence = { kind: 'sentence' as const, parts: ['a', inline, 'b'] };
    expect(withConfig(sentence, 'i', { x: 1 }).parts[1]).toEqual({ ...inline, config: { x: 1 } });
    expect(withConfig(sentence, 'j', { x: 1 })).toEqual(sentence);
    expect(withWords(sentence, 2, 'c').parts).toEqual(['a', inline, 'c']);
  });

  test('is one of the macros of a body', () => {
    expect(
      macrosOf([
        { kind: 'sentence', parts: ['a', inline, 'b'] },
        { ...inline, localId: 'm' },
      ]),
    ).toEqual([inline, { ...inline, localId: 'm' }]);
  });
});
