/** A request that is about to leave. */
export interface RequestTarget {
  method: 'GET' | 'POST';
  url: URL;
}

/** What authenticates one request. */
export interface RequestCredentials {
  /** By name in lower case. */
  headers: Record<string, string>;
  /** Query parameters that carry a credential, such as an API key. */
  parameters?: Record<string, string>;
}

/** The credentials that are one header. */
export const headerCredentials = (name: string, value: string): RequestCredentials => ({
  headers: { [name.toLowerCase()]: value },
});

/**
 * The credential behind its prefix, as it stands; a scheme's name is set off by a space (RFC 9110 section 11.4), which
 * is easily lost where it is typed.
 */
export const prefixed = (prefix: string, credential: string) =>
  /[A-Za-z0-9]$/.test(prefix) ? `${prefix} ${credential}` : `${prefix}${credential}`;
