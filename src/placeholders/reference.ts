import type { ValuesByName } from './values';

/** Paths such as `size` or `user.displayName`, of which the first that has a value counts. */
export type Reference = readonly string[];

const path = /^\$\.([\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{N}_]*)*)$/u;

/** The paths of a text such as `$.size` or `$.team || $.user.displayName`; `undefined` for any other text. */
export function parseReference(text: string): Reference | undefined {
  const paths = text.split('||').map((each) => path.exec(each.trim())?.[1]);
  return paths.every((each) => each !== undefined) ? paths : undefined;
}

/** The reference as it is written between braces. */
export function referenceText(reference: Reference): string {
  return reference.map((each) => `$.${each}`).join(' || ');
}

/** The first value that is not empty; empty where there is none. */
export function valueOfReference(reference: Reference, values: ValuesByName): string {
  return reference.map((each) => values.get(each) ?? '').find((value) => value !== '') ?? '';
}
