import type { DemoStats } from './settings';

/** Counters at zero. */
export function emptyStats(): DemoStats {
  return {
    authorize: 0,
    codeExchanges: 0,
    refreshes: 0,
    clientCredentials: 0,
    tokenRefusals: 0,
    revocations: 0,
    grantsRevoked: 0,
    api: 0,
    apiRefusals: 0,
    odd: 0,
    foreign: 0,
    foreignWithCredentials: 0,
  };
}
