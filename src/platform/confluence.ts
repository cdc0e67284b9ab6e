import { asApp, asUser, type Route } from '@forge/api';

/** The JSON of a 200 answer, or `undefined` for any other answer. */
export type FetchJson = (route: Route) => Promise<unknown>;

/** Asks as the caller. */
export const fetchAsUser: FetchJson = (route) => fetchJson(asUser(), route);

/** Asks as the app itself, which may see what no reader was seen to be allowed to: only for where nobody is known to read. */
export const fetchAsApp: FetchJson = (route) => fetchJson(asApp(), route);

async function fetchJson(api: ReturnType<typeof asApp>, route: Route): Promise<unknown> {
  const response = await api.requestConfluence(route, { headers: { accept: 'application/json' } });
  if (response.status !== 200) return undefined;
  const body: unknown = await response.json();
  return body;
}
