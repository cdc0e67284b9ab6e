/**
 * The platform's documented limits that the host enforces. Sources: developer.atlassian.com "Key-Value Store and Custom
 * Entity Store limits" (2026-09-28), "Invocation limits" (2026-09-01), "Async events limits" (2026-02-26), "Async events
 * API" (2026), "Customer-managed egress" (2026).
 */
export interface Limits {
  keyLength: number;
  valueBytes: number;
  valueDepth: number;
  ttlMilliseconds: number;
  /** How long an expired value may stay readable: deletion is lazy. */
  expiredStaysMilliseconds: number;
  operations: number;
  batchBytes: number;
  queryPage: number;
  queryPageDefault: number;
  conditions: number;
  unitBytes: number;
  readUnitsPerMinute: number;
  writeUnitsPerMinute: number;
  kvsRequestsPerSecond: number;
  resolverSeconds: number;
  webTriggerSeconds: number;
  backgroundSeconds: number;
  frontEndRequestBytes: number;
  requestBytes: number;
  replyBytes: number;
  /** For each minute of a function's declared timeout, begun ones included; without one, for the invocation. */
  outboundRequests: number;
  invocationsPerMinuteAndUser: number;
  invocationsPerMinute: number;
  egressGroups: number;
  egressDomainsPerGroup: number;
  egressEntries: number;
  eventsPerPush: number;
  pushBytes: number;
  eventsPerMinute: number;
  /** For one event to a function that may run longer than `backgroundSeconds`. */
  longEventBytes: number;
  /** For push requests of all functions in a chain that began with one invocation. */
  pushesOfChain: number;
  /** For `delayInSeconds` and `retryAfter`. */
  eventDelaySeconds: number;
  retryDataBytes: number;
  /** How long after its push an event may be retried. */
  eventRetentionMilliseconds: number;
}

export const platformLimits: Limits = {
  keyLength: 500,
  valueBytes: 240 * 1024,
  valueDepth: 31,
  ttlMilliseconds: 366 * 24 * 3_600_000,
  expiredStaysMilliseconds: 48 * 3_600_000,
  operations: 25,
  batchBytes: 4 * 1024 * 1024,
  queryPage: 100,
  queryPageDefault: 10,
  conditions: 100,
  unitBytes: 10 * 1024,
  readUnitsPerMinute: 4_000,
  writeUnitsPerMinute: 4_000,
  kvsRequestsPerSecond: 1_000,
  resolverSeconds: 25,
  webTriggerSeconds: 55,
  backgroundSeconds: 55,
  frontEndRequestBytes: 500 * 1024,
  requestBytes: 5 * 1024 * 1024,
  replyBytes: 5 * 1024 * 1024,
  outboundRequests: 100,
  invocationsPerMinuteAndUser: 1_200,
  invocationsPerMinute: 7_000,
  egressGroups: 10,
  egressDomainsPerGroup: 10,
  egressEntries: 40,
  eventsPerPush: 50,
  pushBytes: 200 * 1024,
  eventsPerMinute: 500,
  longEventBytes: 100 * 1024,
  pushesOfChain: 1_000,
  eventDelaySeconds: 900,
  retryDataBytes: 4 * 1024,
  eventRetentionMilliseconds: 24 * 3_600_000,
};

/** Ports that functions may reach: developer.atlassian.com "Forge Node.js runtime" (2026-09-21). */
export const outboundPorts: ReadonlySet<number> = new Set([80, 443, 8080, 8443, 8444, 7990, 8089, 8090, 8085, 8060]);
