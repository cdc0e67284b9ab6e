import type { TokenRequestOptions } from '../../src/oauth/endpoint-request';
import type { OutboundFetch } from '../../src/ports';

/** What a token request takes beside its client; nothing is masked. */
export const tokenRequestOptions = (
  fetch: OutboundFetch,
  changes: Partial<TokenRequestOptions> = {},
): TokenRequestOptions => ({
  fetch,
  insecure: false,
  now: () => Date.parse('2027-01-01T00:00:00Z'),
  redactor: { remember: () => undefined },
  ...changes,
});
