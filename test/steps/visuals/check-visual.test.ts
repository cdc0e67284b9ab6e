import * as v from 'valibot';
import type { VisualSettings } from '../../../src/shared/contract';
import type { Column } from '../../../src/shared/frame';
import { visualSettingsSchema } from '../../../src/resolvers/visual-schema';
import { checkVisual } from '../../../src/visuals/check-visual';

const columns: Column[] = [
  { key: 'name', label: 'Name', type: 'text' },
  { key: 'size', label: 'Size', type: 'number' },
  { key: 'photo', label: 'Photo', type: 'image' },
  { key: 'secret', label: 'Secret', type: 'number', hidden: true },
];
const number = { type: 'number', column: 'size', summary: 'sum', label: '', unit: '' } as const;

test.each<[VisualSettings, string[]]>([
  [{ type: 'table', rowsPerPage: 10 }, []],
  [{ type: 'table', rowsPerPage: 10, sorts: [{ column: 'secret', direction: 'ascending' }] }, []],
  [{ type: 'table', rowsPerPage: 10, sorts: [{ column: 'gone', direction: 'ascending' }] }, ['visual.sorts.0.column']],
  [{ type: 'list', rowsPerPage: 10, primary: 'name', secondary: ['size'] }, []],
  [{ type: 'list', rowsPerPage: 10, primary: '', secondary: ['secret'] }, ['visual.primary', 'visual.secondary.0']],
  [{ type: 'cards', rowsPerPage: 10, title: 'name', image: 'photo' }, []],
  [{ type: 'cards', rowsPerPage: 10, title: 'gone', image: 'name' }, ['visual.title', 'visual.image']],
  [{ type: 'key-value' }, []],
  [number, []],
  [{ ...number, column: 'name' }, ['visual.column']],
  [{ ...number, column: 'name', summary: 'count', compareWith: 'photo' }, []],
  [{ ...number, compareWith: 'secret' }, ['visual.compareWith']],
  [{ type: 'bar', category: 'name', series: ['size'] }, []],
  [{ type: 'pie', category: 'secret', series: [] }, ['visual.category', 'visual.series']],
  [{ type: 'line', category: 'name', series: ['size', 'name'] }, ['visual.series.1']],
  [{ type: 'text', text: 'A [Name]' }, []],
  [{ type: 'text', text: '[Nobody] [Secret] [Nobody]' }, ['visual.text', 'visual.text']],
  [{ type: 'text', text: ' ' }, ['visual.text']],
])('%j breaks the rules at %j', (visual, paths) => {
  expect(checkVisual(visual, columns).map(({ path }) => path)).toEqual(paths);
});

test.each<unknown>([
  { type: 'table', rowsPerPage: 0 },
  { type: 'table', rowsPerPage: 10, sorts: Array.from({ length: 6 }, () => ({ column: 'a', direction: 'ascending' })) },
  { type: 'map' },
  { type: 'list', rowsPerPage: 10, primary: 'a', secondary: 'b' },
  { type: 'bar', category: 'a', series: Array.from({ length: 11 }, () => 'b') },
  { type: 'text', text: 'x'.repeat(2001) },
  { type: 'number', column: 'a', summary: 'median', label: '', unit: '' },
])('is not even read: %j', (visual) => {
  expect(v.safeParse(visualSettingsSchema, visual).success).toBe(false);
});

test('is read without what it does not know', () => {
  const visual = { type: 'pie', category: 'a', series: ['b'], evil: true };
  expect(v.parse(visualSettingsSchema, visual)).toEqual({ type: 'pie', category: 'a', series: ['b'] });
});
