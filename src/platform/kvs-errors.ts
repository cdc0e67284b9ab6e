import { ForgeKvsAPIError } from '@forge/kvs';

/**
 * Whether the storage refused a condition or found the key taken. Told by the HTTP status, because the names of the
 * error codes differ between operations.
 */
export function isConflict(error: unknown): boolean {
  return error instanceof ForgeKvsAPIError && error.responseDetails.status === 409;
}

/** One key of a batch failed, while the batch itself was replied to. */
export class BatchKeyError extends Error {
  override readonly name = 'BatchKeyError';

  constructor(readonly code: string) {
    super(`Reading a batch of keys failed: ${code}`);
  }
}

/** Whether the storage asks for a pause: for a whole call by its status, for one key of a batch by the key's code. */
export function isRateLimited(error: unknown): boolean {
  if (error instanceof BatchKeyError) return /RATE_LIMIT|TOO_MANY_REQUESTS/.test(error.code);
  return error instanceof ForgeKvsAPIError && error.responseDetails.status === 429;
}
