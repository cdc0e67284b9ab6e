/**
 * Whether a selector can name it: the parser takes no control characters but those with an escape of one letter, though
 * RFC 9535 does, and no halves of characters.
 */
export function isSelectable(name: string): boolean {
  return !/[\p{Cc}\p{Surrogate}]/u.test(name.replace(/[\b\t\n\f\r]/g, ''));
}

/** The step to a member as RFC 9535 section 2.5.1.1 writes it: shorthand for plain names, else quoted. */
export function nameSelector(name: string): string {
  if (/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) return `.${name}`;
  const escaped = JSON.stringify(name).slice(1, -1).replaceAll("'", "\\'").replaceAll('\\"', '"');
  return `['${escaped}']`;
}
