/** The own members of an object in its order: the name at a place, and the value at the same place. */
export interface Members {
  readonly names: readonly string[];
  readonly values: readonly unknown[];
}

/** Fewer are listed as fast as they are found again. */
const many = 1000;

const known = new WeakMap<object, Members>();

/**
 * The own members of an object that nobody changes any more, as the value of a response is. Those of a large one are listed
 * once: that takes as long as parsing it, and a test looks at it some twenty times.
 */
export function membersOf(object: object): Members {
  const before = known.get(object);
  if (before) return before;
  const names = Object.keys(object);
  const values = names.map((name) => (object as Readonly<Record<string, unknown>>)[name]);
  const members = { names, values };
  if (names.length >= many) known.set(object, members);
  return members;
}
