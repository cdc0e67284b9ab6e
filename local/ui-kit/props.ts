import type { Props } from './forge-doc';

/** The prop if it is a string (numbers are written out), else undefined. */
export function text(props: Props, name: string): string | undefined {
  const value = props[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

/** The prop if it is a number, or a string that is one; else undefined. */
export function number(props: Props, name: string): number | undefined {
  const value = Number(text(props, name) || NaN);
  return Number.isFinite(value) ? value : undefined;
}

/** The prop if it is a boolean, else undefined. */
export function flag(props: Props, name: string): boolean | undefined {
  const value = props[name];
  return typeof value === 'boolean' ? value : undefined;
}

/** The prop if it is one of `words`, else the first of them. */
export function oneOf<Word extends string>(props: Props, name: string, words: readonly [Word, ...Word[]]): Word {
  return words.find((word) => word === props[name]) ?? words[0];
}

/** The items of a list prop; empty for anything else. */
export function list(props: Props, name: string): unknown[] {
  const value = props[name];
  return Array.isArray(value) ? value : [];
}

/**
 * The app's callback behind a prop, callable with one plain argument; without one, a function that does nothing. What
 * the callback rejects with goes to the console, as an error in an event handler does.
 */
export function callback(props: Props, name: string): (argument?: unknown) => void {
  const call = props[name];
  if (typeof call !== 'function') return () => undefined;
  return (argument) => {
    void Promise.resolve((call as (argument?: unknown) => unknown)(argument)).catch((error: unknown) =>
      console.error(error),
    );
  };
}

/** The accessibility props that every field takes. */
export function ariaProps(props: Props): { 'aria-invalid'?: boolean; 'aria-labelledby'?: string } {
  const isInvalid = props['aria-invalid'] ?? props.isInvalid;
  return {
    'aria-invalid': isInvalid === undefined ? undefined : isInvalid === true || isInvalid === 'true',
    'aria-labelledby': text(props, 'aria-labelledby'),
  };
}
