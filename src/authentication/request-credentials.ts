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
