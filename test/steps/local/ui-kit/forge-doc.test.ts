import { nodesInProp, readNode, textBelow } from '../../../../local/ui-kit/forge-doc';
import { fieldEvent } from '../../../../local/ui-kit/events';
import { styleOf, tokenValue } from '../../../../local/ui-kit/xcss';

test('a document keeps its known parts and drops what is no node', () => {
  const sent = {
    type: 'Root',
    key: 'r',
    children: [{ type: 'Text', props: { a: 1 }, children: [], key: 't' }, null, 'x'],
  };
  expect(readNode(sent)).toEqual({
    type: 'Root',
    key: 'r',
    props: {},
    children: [{ type: 'Text', props: { a: 1 }, children: [], key: 't' }],
  });
  expect(readNode('text')).toBeNull();
});

test('text, numbers and elements in a prop become nodes of their own', () => {
  const action = { type: 'Button', key: 'a', props: { appearance: 'primary', children: ['Save ', 2] } };
  const [node] = nodesInProp([action]);
  expect(node).toMatchObject({ type: 'Button', props: { appearance: 'primary' } });
  expect(node && textBelow(node)).toBe('Save 2');
  expect(nodesInProp(undefined)).toEqual([]);
  expect(nodesInProp(false)).toEqual([]);
});

test.each([
  ['space.200', 'var(--ds-space-200)'],
  ['color.background.neutral', 'var(--ds-background-neutral)'],
  ['elevation.surface.raised', 'var(--ds-surface-raised)'],
  ['radius.small', 'var(--ds-radius-small)'],
  ['10px', '10px'],
  [12, 12],
])('the token %s is written %s', (name, css) => {
  expect(tokenValue(name)).toBe(css);
});

test('styles are merged and what an inline style cannot hold is left out', () => {
  expect(styleOf([{ color: 'color.text', ':hover': { color: 'red' } }, { width: '50%' }])).toEqual({
    color: 'var(--ds-text)',
    width: '50%',
  });
});

test('a field event is plain data that survives cloning, with checked for boxes only', () => {
  const typed = fieldEvent('change', { name: 'title', value: 'a', type: 'text' });
  const ticked = fieldEvent('change', { name: 'live', checked: true, type: 'checkbox' });
  expect(structuredClone(typed)).toEqual({ type: 'change', target: { name: 'title', value: 'a', type: 'text' } });
  expect(typed.target).not.toHaveProperty('checked');
  expect(ticked.target.checked).toBe(true);
});
