import { Problem } from '../../shared/problem';

type Container = Record<string, unknown> | unknown[];

/** The names and numbers of a path in a body: `params[0].cursor` is params, 0, cursor. */
function pathSteps(path: string): string[] {
  return path
    .replace(/\[(\d+)\]/g, '.$1')
    .split('.')
    .filter((step) => step !== '');
}

/**
 * Puts a value at a path of the document. An object on the way that is not there is made; a list takes an entry that it has,
 * or the next one. A number is written as text where it takes the place of one that is.
 * @throws Problem `invalid-input` for a path into a list that it has no entry for
 */
export function putAt(document: object, path: string, value: unknown): void {
  const steps = pathSteps(path);
  const last = steps.pop() ?? path;
  const holder = steps.reduce<Container>((each, step) => memberOf(each, step, path), document as Container);
  const before = Object.hasOwn(holder, last) ? (holder as Record<string, unknown>)[last] : undefined;
  const isNumberInText = typeof value === 'number' && typeof before === 'string' && /^\d+$/.test(before);
  define(holder, last, isNumberInText ? String(value) : value, path);
}

function memberOf(holder: Container, step: string, path: string): Container {
  const member = Object.hasOwn(holder, step) ? (holder as Record<string, unknown>)[step] : undefined;
  if (typeof member === 'object' && member !== null) return member as Container;
  const made: Record<string, unknown> = {};
  define(holder, step, made, path);
  return made;
}

/** Never by assignment, so that `__proto__` is a name like any other. */
function define(holder: Container, step: string, value: unknown, path: string): void {
  if (Array.isArray(holder) && !(/^\d{1,4}$/.test(step) && Number(step) <= holder.length)) throw leadsNowhere(path);
  Object.defineProperty(holder, step, { value, enumerable: true, configurable: true, writable: true });
}

function leadsNowhere(path: string): Problem {
  const message = `The body of the request has no place for ${path}, because there is a list on the way.`;
  return new Problem('invalid-input', message, { fields: [{ path: 'request.body', message }] });
}
