import type { RequestListener } from 'node:http';
import type Provider from 'oidc-provider';
import { paths } from './authorization/provider';
import { handleSignIn } from './authorization/sign-in';
import type { Directory } from './directory/directory';
import { sendJson, sendText } from './exchange';
import type { Exchange } from './exchange';
import type { DemoFaults } from './faults';
import { sendOdd } from './odd/api-responses';
import { sendOddToken } from './odd/token-responses';
import type { DemoStats } from './settings';

export interface ServerParts {
  origin: string;
  foreignOrigin: string;
  provider: Provider;
  directory: Directory;
  faults: DemoFaults;
  stats: DemoStats;
}

/** Handles everything below the demo's origin. */
export function demoServer(parts: ServerParts): RequestListener {
  const authorize = parts.provider.callback();
  return (request, response) => {
    const exchange: Exchange = { request, response, url: new URL(request.url ?? '/', parts.origin) };
    route(parts, authorize, exchange).catch((error: unknown) => {
      console.error('demo:', error);
      if (response.headersSent) response.destroy();
      else sendText(response, 500, 'text/plain', 'The demo has a bug; its log says more.');
    });
  };
}

type Authorize = ReturnType<Provider['callback']>;

async function route(parts: ServerParts, authorize: Authorize, exchange: Exchange): Promise<void> {
  const { pathname } = exchange.url;
  const [, first = '', second = ''] = pathname.split('/');
  if (first === 'v1.0') return api(parts, exchange);
  if (first === 'odd') return odd(parts, exchange, second);
  if (first === 'odd-token') return oddToken(parts, authorize, exchange, second);
  if (pathname.startsWith(`${paths.signIn}/`)) return handleSignIn(parts.provider, exchange);
  if (pathname === '/' || pathname === '/favicon.ico') return void exchange.response.writeHead(204).end();
  return authorization(parts, authorize, exchange);
}

async function api({ faults, directory, stats }: ServerParts, exchange: Exchange): Promise<void> {
  stats.api += 1;
  if (await faults.pass('api', exchange)) await directory.respond(exchange);
}

async function odd({ foreignOrigin, stats }: ServerParts, exchange: Exchange, name: string): Promise<void> {
  stats.odd += 1;
  const responded = await sendOdd(exchange, name, foreignOrigin);
  if (!responded) sendJson(exchange, 404, { error: `There is no oddity called '${name}'.` });
}

async function oddToken(parts: ServerParts, authorize: Authorize, exchange: Exchange, name: string): Promise<void> {
  parts.stats.odd += 1;
  const outcome = sendOddToken(exchange, name, parts.foreignOrigin);
  if (outcome === 'unknown') return sendJson(exchange, 404, { error: `There is no token endpoint called '${name}'.` });
  if (outcome === 'done') return;
  exchange.request.url = paths.token;
  await authorize(exchange.request, exchange.response);
}

/** Entra has its discovery document below the issuer; `oidc-provider` has it at the root only. */
async function authorization({ faults }: ServerParts, authorize: Authorize, exchange: Exchange): Promise<void> {
  const { request, response, url } = exchange;
  if (url.pathname === paths.token && !(await faults.pass('token', exchange))) return;
  if (url.pathname === paths.revoke && !(await faults.pass('revoke', exchange))) return;
  if (url.pathname === paths.discovery) request.url = '/.well-known/openid-configuration';
  await authorize(request, response);
}
