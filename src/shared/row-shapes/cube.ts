import { isObject } from './json-object';

/** A table of any number of dimensions, whose values are known by their places. */
export interface Cube {
  dimensions: readonly { name: string; categories: readonly string[] }[];
  /** Each value with its place, the last dimension counting fastest. */
  cells: readonly (readonly [place: number, value: unknown])[];
}

/**
 * The cube that an object in JSON-stat 2 is (https://json-stat.org/full): `id` and `size` of its dimensions, their
 * categories, and the values as a list or by their places. `undefined` for anything else, or where the numbers do not fit.
 */
export function cubeOf(value: unknown): Cube | undefined {
  if (!isObject(value) || !isObject(value.dimension)) return undefined;
  const { id, size, dimension } = value;
  if (!isTexts(id) || !Array.isArray(size) || size.length !== id.length || id.length === 0) return undefined;
  const dimensions = id.map((name) => ({ name, categories: categoriesOf(dimension[name]) }));
  if (!dimensions.every(({ categories }, at) => categories.length === size[at])) return undefined;
  const cells = cellsOf(value.value);
  const places = dimensions.reduce((product, { categories }) => product * categories.length, 1);
  return cells?.every(([place]) => place < places) ? { dimensions, cells } : undefined;
}

/** The category of each dimension at a place, in their order. */
export function categoriesAt({ dimensions }: Cube, place: number): string[] {
  let rest = place;
  return dimensions
    .map(({ categories }) => categories)
    .reverse()
    .map((categories) => {
      const at = rest % categories.length;
      rest = (rest - at) / categories.length;
      return categories[at] ?? '';
    })
    .reverse();
}

function cellsOf(value: unknown): [number, unknown][] | undefined {
  if (Array.isArray(value)) return value.map((each, place): [number, unknown] => [place, each]);
  if (!isObject(value)) return undefined;
  const cells = Object.entries(value).map(([place, each]): [number, unknown] => [Number(place), each]);
  return cells.every(([place]) => Number.isSafeInteger(place) && place >= 0) ? cells : undefined;
}

/** Labels in the order of their places; a dimension of one category may say nothing of its place. */
function categoriesOf(dimension: unknown): string[] {
  const category = isObject(dimension) && isObject(dimension.category) ? dimension.category : {};
  const { index, label } = category;
  const ids = idsOf(index) ?? (isObject(label) ? Object.keys(label) : []);
  return ids.map((id) => labelOf(label, id));
}

function idsOf(index: unknown): string[] | undefined {
  if (isTexts(index)) return index;
  if (!isObject(index)) return undefined;
  const placed = Object.entries(index).map(([id, place]) => ({ id, place: Number(place) }));
  return placed.sort((a, b) => a.place - b.place).map(({ id }) => id);
}

function labelOf(labels: unknown, id: string): string {
  const label = isObject(labels) && Object.hasOwn(labels, id) ? labels[id] : undefined;
  return typeof label === 'string' ? label : id;
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}
