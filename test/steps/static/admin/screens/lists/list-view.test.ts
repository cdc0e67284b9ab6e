import fc from 'fast-check';
import {
  byName,
  copyName,
  reordered,
  shownRows,
  type ListView,
} from '../../../../../../static/admin/screens/lists/list-view';

interface Place {
  name: string;
  size: number;
}

const places: Place[] = [
  { name: 'Zürich office', size: 3 },
  { name: 'Bern', size: 1 },
  { name: 'Archive, Bern', size: 2 },
];
const rules = {
  text: ({ name }: Place) => name,
  orders: { name: byName, size: (one: Place, other: Place) => one.size - other.size },
};
type Order = keyof typeof rules.orders;
const view = (changes: Partial<ListView<Order>> = {}): ListView<Order> => ({
  search: '',
  order: 'name',
  isDescending: false,
  ...changes,
});
const names = (changes: Partial<ListView<Order>>) => shownRows(places, view(changes), rules).map(({ name }) => name);

test.each<[string, Partial<ListView<Order>>, string[]]>([
  ['all by name', {}, ['Archive, Bern', 'Bern', 'Zürich office']],
  ['the other way around', { isDescending: true }, ['Zürich office', 'Bern', 'Archive, Bern']],
  ['by another column', { order: 'size' }, ['Bern', 'Archive, Bern', 'Zürich office']],
  ['without accents and capitals', { search: 'ZURICH' }, ['Zürich office']],
  ['all words, in any order', { search: 'bern archive' }, ['Archive, Bern']],
  ['nothing that has none of it', { search: 'x' }, []],
])('a list shows %s', (_name, changes, expected) => {
  expect(names(changes)).toEqual(expected);
});

test('the head of a column orders by it, then turns the order around, and another one begins anew', () => {
  const bySize = reordered(view(), 'size');
  expect(bySize).toEqual(view({ order: 'size' }));
  const turned = reordered(bySize, 'size');
  expect(turned).toEqual(view({ order: 'size', isDescending: true }));
  expect(reordered(turned, 'name')).toEqual(view());
});

test('a copy has a name that nothing has, whatever the capitals', () => {
  expect(copyName('Staff', ['Staff'])).toBe('Staff (copy)');
  expect(copyName('Staff', ['Staff', 'staff (COPY) ', 'Staff (copy 2)'])).toBe('Staff (copy 3)');
  fc.assert(
    fc.property(fc.string(), fc.array(fc.string()), (name, others) => {
      const taken = [...others, name];
      for (let made = 0; made < 3; made += 1) {
        const next = copyName(name, taken);
        expect(taken).not.toContain(next);
        taken.push(next);
      }
    }),
  );
});
