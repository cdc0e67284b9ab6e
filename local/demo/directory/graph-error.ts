import { randomUUID } from 'node:crypto';
import { sendJson } from '../exchange';
import type { Exchange } from '../exchange';

/** An error that the directory sends in Graph's shape. */
export class GraphError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** A 400 for a query option that is wrong or not supported. */
export function badQuery(message: string): GraphError {
  return new GraphError(400, 'Request_BadRequest', message);
}

/** Returns `{error: {code, message, innerError}}`; 401 brings `WWW-Authenticate` (RFC 6750 section 3). */
export function sendGraphError(exchange: Exchange, { status, code, message }: GraphError, issuer: string): void {
  const id = randomUUID();
  const innerError = { date: new Date().toISOString().slice(0, 19), 'request-id': id, 'client-request-id': id };
  const challenge = `Bearer realm="", authorization_uri="${issuer}", error="invalid_token", error_description="${message}"`;
  const headers: Record<string, string> = status === 401 ? { 'www-authenticate': challenge } : {};
  sendJson(exchange, status, { error: { code, message, innerError } }, { 'request-id': id, ...headers });
}
