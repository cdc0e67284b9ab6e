/** An XML element as an object: attributes as `@name`, its own text as `#text`, children by their names. */
export type XmlElement = Record<string, unknown>;

/** Nothing but what tells elements from other objects; names such as `__proto__` stay names like any other. */
const prototype: object = Object.freeze(Object.create(null) as object);

/** An element without attributes, text and children. */
export function newElement(): XmlElement {
  return Object.create(prototype) as XmlElement;
}

/**
 * Whether the value is an XML element. Names in XML are the schema's, never data, and an element that may come again
 * stands there by itself where it comes once, so it counts as a list of one wherever a list is requested.
 */
export function isElement(value: unknown): value is XmlElement {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === prototype;
}
