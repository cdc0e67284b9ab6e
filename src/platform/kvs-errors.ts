import { ForgeKvsAPIError } from '@forge/kvs';

/**
 * Whether the storage refused a condition or found the key taken. Told by the HTTP status, because the names of the
 * error codes differ between operations.
 */
export function isConflict(error: unknown): boolean {
  return error instanceof ForgeKvsAPIError && error.responseDetails.status === 409;
}

/** Whether the storage asks for a pause. */
export function isRateLimited(error: unknown): boolean {
  return error instanceof ForgeKvsAPIError && error.responseDetails.status === 429;
}
