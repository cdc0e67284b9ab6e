import type { IncomingMessage, ServerResponse } from 'node:http';

/** One request with the place for its response. */
export interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
  url: URL;
}

/** Ends the exchange with a JSON body. */
export function sendJson(
  { response }: Exchange,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  sendText(response, status, 'application/json; charset=utf-8', JSON.stringify(body), headers);
}

/** Ends the exchange with an HTML page that may run no script and stand in no frame. */
export function sendPage({ response }: Exchange, status: number, html: string): void {
  sendText(response, status, 'text/html; charset=utf-8', html, {
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'",
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  });
}

/** Ends the exchange with a text of any type. */
export function sendText(
  response: ServerResponse,
  status: number,
  type: string,
  text: string,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store', ...headers }).end(text);
}

/** Ends the exchange with a redirect to `location`. */
export function sendRedirect({ response }: Exchange, status: number, location: string): void {
  response.writeHead(status, { location, 'cache-control': 'no-store' }).end();
}

/** The fields of a posted form; an empty set when there is none. Forms larger than 16 KB are cut. */
export async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > 16_384) break;
    chunks.push(chunk);
  }
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
}
