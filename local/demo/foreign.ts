import type { IncomingMessage, RequestListener } from 'node:http';
import { makeUser } from './directory/users';
import type { DemoStats } from './settings';

/**
 * Stands in for somebody else's server: always a page of users, so that following a link there would look like a success.
 * Counts what arrives, and apart from that what arrives with a credential or a body.
 */
export function foreignServer(stats: DemoStats): RequestListener {
  return (request, response) => {
    stats.foreign += 1;
    if (carriesCredentials(request)) stats.foreignWithCredentials += 1;
    response
      .writeHead(200, { 'content-type': 'application/json', 'access-control-allow-origin': '*' })
      .end(JSON.stringify({ value: [{ ...makeUser(0), displayName: 'From a foreign server' }] }));
  };
}

function carriesCredentials({ headers }: IncomingMessage): boolean {
  const hasBody = headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
  return hasBody || ['authorization', 'cookie', 'x-api-key'].some((name) => headers[name] !== undefined);
}
