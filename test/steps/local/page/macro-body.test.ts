import { documentOf, linesOf } from '../../../../local/page/editor/macro-body';

test.each(['', 'one', 'one\ntwo', 'one\n\nthree'])('what is typed as %j comes back from the document', (lines) => {
  expect(linesOf(documentOf(lines))).toBe(lines);
});

test('the text of a document that an app wrote is its lines', () => {
  const text = (words: string) => ({ type: 'text', text: words });
  const list = { type: 'bulletList', content: [{ type: 'listItem', content: [text('a')] }] };
  expect(linesOf({ type: 'doc', content: [{ type: 'heading', content: [text('T'), text('op')] }, list] })).toBe(
    'Top\na',
  );
  expect(linesOf(undefined)).toBe('');
});
