import { tokenResponseBytes } from '../shared/limits';
import { Problem } from '../shared/problem';

/**
 * The body of an authorization server's response, 64 KB at most.
 * @throws Problem `exchange-failed` (longer), `remote-timeout`, `remote-unreachable`
 */
export async function boundedText(response: Response, signal: AbortSignal): Promise<string> {
  if (!response.body) return '';
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  try {
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
      bytes += chunk.byteLength;
      if (bytes > tokenResponseBytes)
        throw new Problem('exchange-failed', 'The response of the token endpoint is too long.');
      chunks.push(chunk);
    }
  } catch (error) {
    throw error instanceof Problem ? error : broken(signal, error);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function broken(signal: AbortSignal, cause: unknown): Problem {
  return signal.aborted
    ? new Problem('remote-timeout', 'The authorization server took too long to respond.', { cause })
    : new Problem('remote-unreachable', 'The connection to the authorization server was lost.', { cause });
}
