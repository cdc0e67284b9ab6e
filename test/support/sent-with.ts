import type { RequestCredentials } from '../../src/authentication/request-credentials';
import type { AccessHeaders } from '../../src/grants/access';
import { usersUrl } from './panels';

/** What goes with a GET to the directory. */
export const sentWith = (held: AccessHeaders): RequestCredentials =>
  held.forRequest({ method: 'GET', url: new URL(usersUrl) });
