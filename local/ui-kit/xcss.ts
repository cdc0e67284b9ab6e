import type { CSSProperties } from 'react';

const TOKEN = /^(color|elevation|space|radius|border|font)\.[a-z0-9.-]+$/i;

/** The CSS variable of a design token by its name (`color.text.subtle`), or the value itself when it names none. */
export function tokenValue(value: unknown): unknown {
  if (typeof value !== 'string' || !TOKEN.test(value)) return value;
  return `var(--ds-${value.replace(/^(color|elevation)\./, '').replaceAll('.', '-')})`;
}

/**
 * The style of an `xcss` object (a list of them is merged). Pseudo classes and media queries, which an inline style
 * cannot hold, are left out.
 */
export function styleOf(xcss: unknown): CSSProperties {
  if (Array.isArray(xcss)) return Object.assign({}, ...xcss.map(styleOf)) as CSSProperties;
  if (typeof xcss !== 'object' || xcss === null) return {};
  const plain = Object.entries(xcss).filter(([, value]) => typeof value === 'string' || typeof value === 'number');
  return Object.fromEntries(plain.map(([name, value]) => [name, tokenValue(value)]));
}
