import { jsonTree } from '../../../../../../static/admin/sections/tree/json-tree';
import { treeMove } from '../../../../../../static/admin/sections/tree/tree-keys';
import type { TreeLine } from '../../../../../../static/admin/sections/tree/visible-lines';
import { lineId, visibleLines } from '../../../../../../static/admin/sections/tree/visible-lines';

const root = jsonTree('$', { count: 2, value: [{ id: 1 }, { id: 2 }] });
const linesOf = (...open: (string | number)[][]) =>
  visibleLines(root, { open: new Set(open.map(lineId)), shown: new Map() });
const pathsOf = (lines: TreeLine[]) => lines.map(({ path }) => path.join('.'));

test('only what is inside open branches is there, each line with its level and place', () => {
  expect(pathsOf(linesOf())).toEqual(['']);
  expect(pathsOf(linesOf([], ['value'], ['value', 1]))).toEqual([
    '',
    'count',
    'value',
    'value.0',
    'value.1',
    'value.1.id',
  ]);
  const [, , value] = linesOf([]);
  expect(value).toMatchObject({ level: 2, place: 2, siblings: 2, isOpen: false });
});

test('a branch of a list open under a closed one is not there', () => {
  expect(pathsOf(linesOf(['value']))).toEqual(['']);
});

test('a long list shows a hundred children and a line that offers more', () => {
  const long = jsonTree(
    '$',
    Array.from({ length: 250 }, (_, index) => index),
  );
  const lines = visibleLines(long, { open: new Set([lineId([])]), shown: new Map() });
  expect(lines).toHaveLength(102);
  expect(lines.at(-1)).toMatchObject({ path: [], more: 150, level: 2, place: 101, siblings: 101 });
  const more = visibleLines(long, { open: new Set([lineId([])]), shown: new Map([[lineId([]), 300]]) });
  expect(more).toHaveLength(251);
});

const lines = linesOf([], ['value']);
const [top, count, value, first] = lines as [TreeLine, TreeLine, TreeLine, TreeLine];

test.each([
  ['ArrowDown', top, { to: count }],
  ['ArrowUp', count, { to: top }],
  ['ArrowUp', top, undefined],
  ['Home', first, { to: top }],
  ['End', top, { to: lines.at(-1) }],
  ['ArrowRight', first, { toggle: first }],
  ['ArrowRight', value, { to: first }],
  ['ArrowRight', count, undefined],
  ['ArrowLeft', value, { toggle: value }],
  ['ArrowLeft', first, { to: value }],
  ['ArrowLeft', count, { to: top }],
  ['Enter', count, { choose: count }],
  [' ', value, { choose: value }],
  ['Tab', value, undefined],
])('the key %j moves as the tree pattern has it', (key, active, move) => {
  expect(treeMove(key, lines, active)).toEqual(move);
});
