/** Names that are numbers, versions or places in a cube, GUIDs or other long ids, and no words. */
const id = /^(?:\d+(?:[:.]\d+)*|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{24,})$/i;
const day = /^\d{4}-\d{2}(?:-\d{2}(?:[T ][\d:.]+(?:Z|[+-]\d{2}:?\d{2})?)?)?$/;
/** Signs that names of fields do not have, but addresses, paths and times do. */
const foreign = /[/:@]/;
const longestCode = 6;

/** Whether all names are ids or days, which one object of its own would not have for fields. */
export function areIds(names: readonly string[]): boolean {
  return names.length > 0 && names.every((name) => id.test(name) || day.test(name));
}

/**
 * Whether the names of an object are data and no fields, by their make alone: ids, days, codes in capitals of one length,
 * names of one make with numbers in them, or with signs that fields do not have.
 */
export function areData(names: readonly string[]): boolean {
  if (areIds(names)) return true;
  const [first = ''] = names;
  const isCode = /^[A-Z][A-Z0-9]+$/.test(first) && first.length <= longestCode;
  if (isCode && names.every((name) => name.length === first.length && /^[A-Z0-9]+$/.test(name))) return true;
  if (names.every((name) => foreign.test(name))) return true;
  const make = makeOf(first);
  return /\d/.test(first) && names.every((name) => makeOf(name) === make);
}

/** Whether the names follow no convention that fields have: some all capitals beside others, or signs such as `+` and `#`. */
export function areUnlikeFields(names: readonly string[]): boolean {
  const isCapitals = (name: string) => /^[A-Z][A-Z0-9]+$/.test(name);
  const areMixed = names.some(isCapitals) && names.some((name) => /^[A-Z]\w*[a-z]/.test(name));
  return areMixed || names.some((name) => /[+#&%]/.test(name));
}

/** `v10.2` and `v9.15` are of one make. */
const makeOf = (name: string) => name.replace(/\d+/g, '0').replace(/\p{L}+/gu, 'a');
