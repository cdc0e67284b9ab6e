/** Stands for every item of a list and every member of an object, as `[*]` does. */
export const every = Symbol('every child');

/** A step from a value into it: the name of a member, a place in a list, or every child. */
export type SimpleStep = string | number | typeof every;
/** A way to one value, with nothing left open. */
export type ValuePath = readonly (string | number)[];

const shorthand = /^[A-Za-z_][A-Za-z0-9_]*$/;
const step =
  /\.\*|\[\s*\*\s*\]|\.([A-Za-z_\u0080-\uffff][A-Za-z0-9_\u0080-\uffff]*)|\[\s*(\d+)\s*\]|\[\s*'((?:[^'\\]|\\.)*)'\s*\]|\[\s*"((?:[^"\\]|\\.)*)"\s*\]/y;

/** The steps of a selector made of names, places and `[*]` alone; undefined for any other. */
export function parsePath(selector: string): SimpleStep[] | undefined {
  const text = selector.trim();
  if (!text.startsWith('$')) return undefined;
  const steps: SimpleStep[] = [];
  step.lastIndex = 1;
  while (step.lastIndex < text.length) {
    const found = step.exec(text);
    if (!found) return undefined;
    const read = stepOf(found);
    if (read === undefined) return undefined;
    steps.push(read);
  }
  return steps;
}

function stepOf([, name, place, single, double]: RegExpExecArray): SimpleStep | undefined {
  if (name !== undefined) return name;
  if (place !== undefined) return Number(place);
  if (single !== undefined) return unquoted(single.replace(/\\'/g, "'").replace(/(?<!\\)"/g, '\\"'));
  return double === undefined ? every : unquoted(double);
}

function unquoted(text: string): string | undefined {
  try {
    return JSON.parse(`"${text}"`) as string;
  } catch {
    return undefined;
  }
}

/** The path as a selector; names that are no plain words are quoted as RFC 9535 section 2.3.1.1 says. */
export function pathText(path: readonly SimpleStep[]): string {
  return `$${path.map(stepText).join('')}`;
}

function stepText(one: SimpleStep): string {
  if (typeof one === 'number') return `[${one}]`;
  if (typeof one !== 'string') return '[*]';
  if (shorthand.test(one)) return `.${one}`;
  const escaped = JSON.stringify(one).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
  return `['${escaped}']`;
}

/** Whether a selector can lead there: control characters and halves of characters stand in no name of one. */
export function isSelectablePath(path: readonly SimpleStep[]): boolean {
  const isPlain = (name: string): boolean => !/[\p{Cc}\p{Surrogate}]/u.test(name.replace(/[\b\t\n\f\r]/g, ''));
  return path.every((one) => typeof one !== 'string' || isPlain(one));
}

/** Whether two paths are the same, step by step. */
export function isSamePath(one: readonly SimpleStep[], other: readonly SimpleStep[]): boolean {
  return one.length === other.length && one.every((part, index) => part === other[index]);
}
