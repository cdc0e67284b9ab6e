import { tokenRequestTimeoutMs } from '../shared/limits';
import type { OutboundFetch } from '../ports';
import { Problem } from '../shared/problem';
import { boundedText } from './bounded-text';
import { unreachedServer } from './unreached-server';

interface FormPost {
  headers: Record<string, string>;
  body: URLSearchParams;
}

type LibraryFetch = (url: string, init: FormPost) => Promise<Response>;

/**
 * The fetch that the protocol library gets: one POST that follows no redirect, ends after 8 s and reads at most 64 KB. Some
 * servers take the same parameters as JSON only. What comes is handed on as it is.
 * @throws Problem `exchange-failed` (a redirect, an endless response) and those of the outbound fetch, in sentences about
 * the authorization server
 */
export function tokenFetch(fetch: OutboundFetch, format?: 'json'): LibraryFetch {
  return async (url, init) => {
    const signal = AbortSignal.timeout(tokenRequestTimeoutMs);
    const sent = format === 'json' ? asJson(init) : { headers: init.headers, body: init.body.toString() };
    const response = await fetch(new URL(url), { method: 'POST', ...sent, signal }).catch((error: unknown) =>
      Promise.reject(unreachedServer(error)),
    );
    refuseRedirect(response);
    const { status, headers } = response;
    const text = await boundedText(response, signal);
    return new Response(text === '' ? null : text, { status, headers });
  };
}

/** A parameter that comes more than once is a list. */
function asJson({ headers, body }: FormPost): { headers: Record<string, string>; body: string } {
  const members = [...new Set(body.keys())].map((name) => {
    const values = body.getAll(name);
    return [name, values.length > 1 ? values : values[0]];
  });
  const json = JSON.stringify(Object.fromEntries(members));
  return { headers: { ...headers, 'content-type': 'application/json' }, body: json };
}

function refuseRedirect(response: Response): void {
  if (response.status < 300 || response.status >= 400) return;
  const message = 'The authorization server redirects the token request, which would carry the secret elsewhere.';
  const remedy = 'An admin can enter the final address in the data source.';
  throw new Problem('exchange-failed', message, { remedy, status: response.status, refused: 'request' });
}
