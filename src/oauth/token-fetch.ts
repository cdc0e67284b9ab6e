import { tokenRequestTimeoutMs } from '../shared/limits';
import type { OutboundFetch } from '../ports';
import { Problem } from '../shared/problem';
import { boundedText } from './bounded-text';
import type { Requested } from './client-sentences';
import { tokenRefused } from './provider-errors';
import { recordOf, tokenRefusal } from './token-refusal';
import { unreachedServer } from './unreached-server';

type LibraryFetch = (
  url: string,
  init: { headers: Record<string, string>; body: URLSearchParams },
) => Promise<Response>;

/**
 * The fetch that the protocol library gets: one POST that follows no redirect, ends after 8 s and reads at most 64 KB.
 * What it sends is a success, whole and made regular, so the library judges it by the standard alone.
 * @throws Problem `exchange-failed` (a refusal of any kind, a redirect, an endless response) and those of the outbound
 *   fetch, in sentences about the authorization server
 */
export function tokenFetch(fetch: OutboundFetch, requested: Requested): LibraryFetch {
  return async (url, init) => {
    const signal = AbortSignal.timeout(tokenRequestTimeoutMs);
    const body = init.body.toString();
    const response = await fetch(new URL(url), { method: 'POST', headers: init.headers, body, signal }).catch(
      (error: unknown) => Promise.reject(unreachedServer(error)),
    );
    refuseRedirect(response);
    return regular(response, await boundedText(response, signal), requested);
  };
}

function refuseRedirect(response: Response): void {
  if (response.status < 300 || response.status >= 400) return;
  const message = 'The authorization server redirects the token request, which would carry the secret elsewhere.';
  const remedy = 'An admin can enter the final address in the data source.';
  throw new Problem('exchange-failed', message, { remedy, status: response.status, refused: 'request' });
}

/**
 * The response as the standard has it. Some servers report an error with status 200, or a success with another one; ID
 * tokens are not used here, and without their issuer's keys they could not be checked.
 */
function regular({ status, headers }: Response, text: string, requested: Requested): Response {
  const { id_token: _unused, ...response } = recordOf(text);
  const isError = typeof response.error === 'string' && response.access_token === undefined;
  const refusal = tokenRefusal(status < 300 && isError ? 400 : status, headers, text);
  const isNothing = requested.endpoint === 'Token URL' && Object.keys(response).length === 0;
  if (refusal.status >= 300 || isNothing) throw tokenRefused(refusal, requested);
  return new Response(JSON.stringify({ ...response, ...habits(response) }), { status: 200, headers });
}

/**
 * What some providers say in words of their own: Slack calls a bearer token by whom it is for, others do not name its
 * kind at all or send an empty refresh token where they give none, and HubSpot lists the scopes.
 */
function habits(response: Record<string, unknown>): Record<string, unknown> {
  const { access_token, refresh_token, token_type, scope, scopes } = response;
  const isBearer = access_token !== undefined && [undefined, 'bot', 'user'].includes(token_type as string | undefined);
  const isList = scope === undefined && Array.isArray(scopes);
  return {
    ...(isBearer && { token_type: 'Bearer' }),
    ...(refresh_token === '' && { refresh_token: undefined }),
    ...(isList && { scope: scopes.join(' ') }),
  };
}
