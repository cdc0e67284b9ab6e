/**
 * The credential behind its prefix, as it stands; a scheme's name is set off by a space (RFC 9110 section 11.4), which
 * is easily lost where it is typed.
 */
export const prefixed = (prefix: string, credential: string): string =>
  /[A-Za-z0-9]$/.test(prefix) ? `${prefix} ${credential}` : `${prefix}${credential}`;
