import { isElement, newElement } from '../../xml-element';
import { isObject, type JsonObject } from '../../shared/row-shapes/json-object';
import { Problem } from '../../shared/problem';
import { compileSelector, type Selector } from '../../selectors/selector';
import { itemsOfPlace } from './items-of-place';
import { maxCells } from './read-bounds';

/** Makes rows of the entries of a list inside rows. */
export type Unfold = (rows: readonly unknown[]) => readonly unknown[];

/**
 * Each row as often as the list at the path has entries, with one of them in the list's place; members of an object there
 * count as entries that know their names. JSON in a text is read first, and stays where it stood if it is one object. A row
 * without entries stays, with nothing there. `read` are the paths that columns read of the rows, as far as known.
 * @throws Problem `selector-invalid` for a path that is not of names
 */
export function unfolding(path: string, read: readonly Selector[] | undefined): Unfold {
  const { names } = compileSelector(path);
  if (!names) throw notOfNames(path);
  const readOfEntries = read && namesBelow(names, read);
  return (rows) => {
    const room = { members: maxCells };
    return rows.flatMap((row) => unfolded(row, names, readOfEntries, room));
  };
}

function unfolded(
  row: unknown,
  names: readonly string[],
  read: readonly string[] | undefined,
  room: { members: number },
): readonly unknown[] {
  const place = names.reduce(memberOf, row);
  const entries = entriesOf(place, read);
  if (!entries) return [row];
  return (entries.length > 0 ? entries : [null]).map((entry) => withMember(row, names, entry, room));
}

/** `undefined` for a text that is no JSON, and any other value that has no entries. */
function entriesOf(place: unknown, read: readonly string[] | undefined): readonly unknown[] | undefined {
  const value = typeof place === 'string' ? jsonIn(place) : place;
  if (typeof value !== 'object' || value === null) return undefined;
  return value !== place && isObject(value) ? [value] : itemsOfPlace(value, read);
}

function jsonIn(text: string): unknown {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A copy of the row with another value at the end of the names; what is not on the way there is shared. */
function withMember(row: unknown, names: readonly string[], value: unknown, room: { members: number }): unknown {
  const [name, ...others] = names;
  if (name === undefined) return value;
  const object: JsonObject = isObject(row) ? row : {};
  room.members -= Object.keys(object).length;
  if (room.members < 0) throw tooMuch();
  const member = withMember(memberOf(object, name), others, value, room);
  if (isElement(object)) return Object.assign(newElement(), object, { [name]: member });
  return { ...(object as object), [name]: member } satisfies JsonObject;
}

const memberOf = (value: unknown, name: string) =>
  isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;

/** What is read of the entries themselves. */
function namesBelow(names: readonly string[], read: readonly Selector[]): string[] {
  const paths = read.flatMap((selector) => (selector.names ? [selector.names] : []));
  const below = paths.filter((path) => path.length > names.length && names.every((name, at) => path[at] === name));
  return below.flatMap((path) => path.slice(names.length, names.length + 1));
}

function notOfNames(path: string): Problem {
  const message = `${path} is not a path of names. Use one such as $.lines, or $.order.lines.`;
  return new Problem('selector-invalid', message, { remedy: 'An admin can change it in the panel.' });
}

function tooMuch(): Problem {
  const message = 'Unfolding the list repeats too many values of the rows around it.';
  const remedy = 'An admin can select fewer rows, or ask the API for fewer fields.';
  return new Problem('response-too-large', message, { remedy });
}
