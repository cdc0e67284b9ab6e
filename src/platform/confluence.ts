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

/** A response of Confluence, with what of its body is JSON. */
export interface UserReply {
  status: number;
  body: unknown;
}

/** The response to the caller's own request, whatever its status. */
export async function replyAsUser(route: Route): Promise<UserReply> {
  const response = await asUser().requestConfluence(route, { headers: { accept: 'application/json' } });
  const body: unknown = await response.json().catch(() => undefined);
  return { status: response.status, body };
}

async function fetchJson(api: ReturnType<typeof asApp>, route: Route): Promise<unknown> {
  const response = await api.requestConfluence(route, { headers: { accept: 'application/json' } });
  if (response.status !== 200) return undefined;
  const body: unknown = await response.json();
  return body;
}
