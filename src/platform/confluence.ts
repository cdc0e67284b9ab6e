import { asApp, asUser, type Route } from '@forge/api';

/** The JSON of a 200 response, or `undefined` for any other response. */
export type FetchJson = (route: Route) => Promise<unknown>;

/** Sends the request as the caller. */
export const fetchAsUser: FetchJson = (route) => fetchJson(asUser(), route);

/**
 * Sends the request as the app itself, which may see what no reader was seen to be allowed to: only for where nobody is known to
 * read.
 */
export const fetchAsApp: FetchJson = (route) => fetchJson(asApp(), route);

async function fetchJson(api: ReturnType<typeof asApp>, route: Route): Promise<unknown> {
  const response = await api.requestConfluence(route, { headers: { accept: 'application/json' } });
  if (response.status !== 200) return undefined;
  const body: unknown = await response.json();
  return body;
}
