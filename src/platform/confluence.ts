import { asApp, asUser, type Route } from '@forge/api';

/** The JSON of a 200 answer, or `undefined` for any other answer. */
export type Ask = (route: Route) => Promise<unknown>;

/** Asks as the caller. */
export const askAsUser: Ask = (route) => ask(asUser(), route);

/** Asks as the app itself, which may see what no reader was seen to be allowed to: only for where nobody is known to read. */
export const askAsApp: Ask = (route) => ask(asApp(), route);

async function ask(asker: ReturnType<typeof asApp>, route: Route): Promise<unknown> {
  const response = await asker.requestConfluence(route, { headers: { accept: 'application/json' } });
  if (response.status !== 200) return undefined;
  const answer: unknown = await response.json();
  return answer;
}
