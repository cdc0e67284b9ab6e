import { tokenAnswerBytes, tokenRequestTimeoutMs } from '../limits';
import type { OutboundFetch } from '../ports';
import { Problem } from '../problem';

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
  const message =
    'The authorization server redirects the token request, which would carry the secret elsewhere. An admin can enter ' +
    'the final address in the data source.';
  throw new Problem('exchange-failed', message, { status: response.status });
}

async function boundedText(response: Response, signal: AbortSignal): Promise<string> {
  if (!response.body) return '';
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  try {
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
      bytes += chunk.byteLength;
      if (bytes > tokenAnswerBytes)
        throw new Problem('exchange-failed', 'The answer of the token endpoint is too long.');
      chunks.push(chunk);
    }
  } catch (error) {
    throw error instanceof Problem ? error : broken(signal, error);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function broken(signal: AbortSignal, cause: unknown): Problem {
  return signal.aborted
    ? new Problem('remote-timeout', 'The authorization server took too long to answer.', { cause })
    : new Problem('remote-unreachable', 'The connection to the authorization server broke off.', { cause });
}

/**
 * The answer as the standard has it. Some servers report an error with status 200 or answer a revocation with 204; ID tokens are not used here, and
 * without their issuer's keys they could not be checked.
 */
function regular(response: Response, text: string): Response {
  const { status, headers } = response;
  const answer = parsed(text);
  if (!answer) return new Response(text, { status: status === 204 ? 200 : status, headers });
  const { id_token: _unused, ...rest } = answer;
  const isError = status === 200 && typeof rest.error === 'string' && rest.access_token === undefined;
  return new Response(JSON.stringify(rest), { status: isError ? 400 : status, headers });
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
