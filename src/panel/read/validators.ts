import type { Redactor } from '../../ports';
import type { UpstreamResponse } from './upstream-response';

/** What tells one state of a response from another (RFC 9110 section 8.8), as the response had it. */
export interface Validators {
  etag?: string;
  lastModified?: string;
}

/** The response's validators, of which it may have none. One that echoes a secret is none: they are kept openly. */
export function validatorsOf(
  { headers }: Pick<UpstreamResponse, 'headers'>,
  { mask }: Pick<Redactor, 'mask'>,
): Validators {
  const open = (name: string) => {
    const value = headers.get(name) ?? undefined;
    return value !== undefined && mask(value) === value ? value : undefined;
  };
  return { etag: open('etag'), lastModified: open('last-modified') };
}
