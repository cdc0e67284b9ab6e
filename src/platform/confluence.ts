import { asUser, type Route } from '@forge/api';

/** The JSON of a 200 answer to the caller's own request, or `undefined` for any other answer. */
export async function askAsUser(route: Route): Promise<unknown> {
  const response = await asUser().requestConfluence(route, { headers: { accept: 'application/json' } });
  if (response.status !== 200) return undefined;
  const answer: unknown = await response.json();
  return answer;
}
