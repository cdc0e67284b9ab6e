import { Problem } from '../shared/problem';
import { grantSchema, type Grant } from './grant';

export const newerGrant =
  'The sign-in of this data source was saved by a newer version of the app. A site admin can update the app.';

/** Whether this version of the app wrote the grant or knows how it is made. */
export const isReadableGrant = ({ schema }: Grant) => schema <= grantSchema;

/**
 * The grant as it came.
 * @throws Problem `record-newer` for one that a newer version of the app wrote
 */
export function readableGrant<Found extends Grant | undefined>(grant: Found): Found {
  if (grant && !isReadableGrant(grant)) throw new Problem('record-newer', newerGrant);
  return grant;
}
