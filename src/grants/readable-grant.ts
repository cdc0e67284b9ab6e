import type { Problem } from '../shared/problem';
import { hasMembers, unreadableRecord } from '../unreadable-record';
import { grantSchema, type Grant } from './grant';

/** What is told of a grant that is not readable. */
export const unreadableGrant = (grant: Grant): Problem =>
  unreadableRecord('The sign-in of this data source', grant, grantSchema);

/** Whether this version of the app wrote the grant or knows how it is made, and it is whole. */
export const isReadableGrant = (grant: Grant): boolean =>
  grant.schema <= grantSchema &&
  hasMembers(grant, { id: 'string', state: 'string', tok: 'string', tries: 'object', retired: 'object' });

/**
 * The grant as it came.
 * @throws Problem `record-newer` for one that a newer version of the app wrote, `record-unreadable` for a damaged one
 */
export function readableGrant<Found extends Grant | undefined>(grant: Found): Found {
  if (grant && !isReadableGrant(grant)) throw unreadableGrant(grant);
  return grant;
}
