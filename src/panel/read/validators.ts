import type { UpstreamResponse } from './upstream-response';

/** What tells one state of a response from another (RFC 9110 section 8.8), as the response had it. */
export interface Validators {
  etag?: string;
  lastModified?: string;
}

/** The response's validators, of which it may have none. */
export function validatorsOf({ headers }: Pick<UpstreamResponse, 'headers'>): Validators {
  return { etag: headers.get('etag') ?? undefined, lastModified: headers.get('last-modified') ?? undefined };
}
