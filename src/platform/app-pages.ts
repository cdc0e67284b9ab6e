import { getAppContext } from '@forge/api';

/** The route of *My connections* in the manifest. */
const connectionsRoute = 'connections';

/**
 * Where *My connections* stands below the address of a site (Forge, "Router": global pages). App and environment are those
 * that the platform runs this function for.
 */
export function connectionsPath(): string {
  const { appAri, environmentAri } = getAppContext();
  return `/wiki/apps/${appAri.appId}/${environmentAri.environmentId}/${connectionsRoute}`;
}
