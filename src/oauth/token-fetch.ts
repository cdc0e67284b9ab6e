import { tokenRequestTimeoutMs } from '../shared/limits';
import type { OutboundFetch } from '../ports';
import { Problem } from '../shared/problem';
import { boundedText } from './bounded-text';

type LibraryFetch = (
  url: string,
  init: { headers: Record<string, string>; body: URLSearchParams },
) => Promise<Response>;

/**
 * The fetch that the protocol library gets: one POST that follows no redirect, ends after 8 s and reads at most 64 KB.
 * What it answers is whole and made regular, so the library judges it by the standard alone.
 * @throws Problem `exchange-failed` (a redirect, an endless answer) and whatever the outbound fetch throws
 */
export function tokenFetch(fetch: OutboundFetch): LibraryFetch {
  return async (url, init) => {
    const signal = AbortSignal.timeout(tokenRequestTimeoutMs);
    const body = init.body.toString();
    const response = await fetch(new URL(url), { method: 'POST', headers: init.headers, body, signal });
    refuseRedirect(response);
    return regular(response, await boundedText(response, signal));
  };
}

function refuseRedirect(response: Response): void {
  if (response.status < 300 || response.status >= 400) return;
  const message = 'The authorization server redirects the token request, which would carry the secret elsewhere.';
  const remedy = 'An admin can enter the final address in the data source.';
  throw new Problem('exchange-failed', message, { remedy, status: response.status });
}

/**
 * The answer as the standard has it. Some servers report an error with status 200 or answer a revocation with 204; ID
 * tokens are not used here, and without their issuer's keys they could not be checked.
 */
function regular(response: Response, text: string): Response {
  const { status, headers } = response;
  const answer = parsed(text);
  if (!answer) return new Response(text, { status: status === 204 ? 200 : status, headers });
  const { id_token: _unused, ...rest } = answer;
  const isError = status === 200 && typeof rest.error === 'string' && rest.access_token === undefined;
  return new Response(JSON.stringify({ ...rest, ...habits(rest) }), { status: isError ? 400 : status, headers });
}

/**
 * What some providers say in words of their own: Slack calls a bearer token by whom it is for, others do not name its
 * kind at all or send an empty refresh token where they give none, and HubSpot lists the scopes.
 */
function habits(answer: Record<string, unknown>): Record<string, unknown> {
  const { access_token, refresh_token, token_type, scope, scopes } = answer;
  const isBearer = access_token !== undefined && [undefined, 'bot', 'user'].includes(token_type as string | undefined);
  const isList = scope === undefined && Array.isArray(scopes);
  return {
    ...(isBearer && { token_type: 'Bearer' }),
    ...(refresh_token === '' && { refresh_token: undefined }),
    ...(isList && { scope: scopes.join(' ') }),
  };
}

function parsed(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}
