/** How a function looks while it crosses the port: a number that the other side calls back with. */
interface Handle {
  $fn: number;
}

/** A plain object that owns `$fn` or `$data` itself, wrapped so that it is not mistaken for a handle. */
interface Wrapped {
  $data: Record<string, unknown>;
}

type Call = (...args: unknown[]) => unknown;

/** True for an object without a class, whichever realm it was made in. */
function isPlain(value: object): value is Record<string, unknown> {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function isElement(value: Record<string, unknown>): boolean {
  return typeof value.$$typeof === 'symbol';
}

/** A React element without the renderer's bookkeeping, which leads to the whole tree and cannot be cloned. */
function bareElement({ type, key, props }: Record<string, unknown>): Record<string, unknown> {
  return { type, key, props };
}

function isReserved(value: Record<string, unknown>): boolean {
  return Object.hasOwn(value, '$fn') || Object.hasOwn(value, '$data');
}

/**
 * A copy of `value` fit for structured cloning: each function becomes the handle that `register` gives it. Cycles and
 * shared parts stay what they are, objects of a class (Blob, Date, ArrayBuffer) pass untouched, and a React element in a
 * prop (UI Kit's `actions`, `primaryAction`) is cut down to its type and props.
 */
export function encode(value: unknown, register: (fn: Call) => number): unknown {
  const copies = new Map<object, unknown>();
  const copy = (item: unknown): unknown => {
    if (typeof item === 'function') return { $fn: register(item as Call) } satisfies Handle;
    if (typeof item !== 'object' || item === null) return item;
    const known = copies.get(item);
    if (known !== undefined) return known;
    if (Array.isArray(item)) {
      const list: unknown[] = [];
      copies.set(item, list);
      for (const part of item) list.push(copy(part));
      return list;
    }
    if (!isPlain(item)) return item;
    const fields: Record<string, unknown> = {};
    copies.set(item, isReserved(item) ? ({ $data: fields } satisfies Wrapped) : fields);
    const source = isElement(item) ? bareElement(item) : item;
    for (const [name, part] of Object.entries(source)) fields[name] = copy(part);
    return copies.get(item);
  };
  return copy(value);
}

/** What `encode` was given, with each handle turned into the function that `proxy` makes for it. */
export function decode(value: unknown, proxy: (handle: number) => Call): unknown {
  const copies = new Map<object, unknown>();
  const copy = (item: unknown): unknown => {
    if (typeof item !== 'object' || item === null) return item;
    const known = copies.get(item);
    if (known !== undefined) return known;
    if (Array.isArray(item)) {
      const list: unknown[] = [];
      copies.set(item, list);
      for (const part of item) list.push(copy(part));
      return list;
    }
    if (!isPlain(item)) return item;
    if (typeof item.$fn === 'number') return proxy(item.$fn);
    const fields: Record<string, unknown> = {};
    copies.set(item, fields);
    const source = Object.hasOwn(item, '$data') ? (item as unknown as Wrapped).$data : item;
    for (const [name, part] of Object.entries(source)) fields[name] = copy(part);
    return fields;
  };
  return copy(value);
}
