import { isObject } from '../../../../src/shared/row-shapes/json-object';

/** A part of a document that is an object. */
export type Part = Readonly<Record<string, unknown>>;

/** The value as a part of a document; an empty one where it is none. */
export const partOf = (value: unknown): Part => (isObject(value) ? value : {});

/** The value as a list; an empty one where it is none. */
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);

/** The value as a text without spaces around it; empty where it is none. */
export const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/** References in a row that are followed, one leading to the next. */
const mostSteps = 20;

/**
 * The part that a chain of `$ref` leads to, or the value itself; `undefined` where it leads outside the document, nowhere or
 * in a circle (OpenAPI 3.1, "Reference Object"). Nothing is loaded.
 */
export function resolved(value: unknown, document: Part): Part | undefined {
  let part = partOf(value);
  for (let steps = 0; typeof part.$ref === 'string'; steps++) {
    const target = steps < mostSteps ? targetOf(part.$ref, document) : undefined;
    if (!isObject(target)) return undefined;
    part = target;
  }
  return part;
}

/** What a JSON Pointer (RFC 6901) in a fragment names. */
function targetOf(reference: string, document: Part): unknown {
  if (!reference.startsWith('#/')) return undefined;
  const steps = reference.slice(2).split('/').map(nameOf);
  return steps.reduce<unknown>((holder, name) => memberOf(holder, name), document);
}

function nameOf(step: string): string {
  const plain = /%[0-9a-f]{2}/i.test(step) ? decoded(step) : step;
  return plain.replaceAll('~1', '/').replaceAll('~0', '~');
}

function decoded(step: string): string {
  try {
    return decodeURIComponent(step);
  } catch {
    return step;
  }
}

function memberOf(holder: unknown, name: string): unknown {
  if (Array.isArray(holder)) return holder[Number(name)] as unknown;
  return isObject(holder) && Object.hasOwn(holder, name) ? holder[name] : undefined;
}
