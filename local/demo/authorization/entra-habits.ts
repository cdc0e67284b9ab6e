import type Provider from 'oidc-provider';
import type { KoaContextWithOIDC } from 'oidc-provider';
import { entraErrorBody } from './aadsts';
import { requestedScope, paths, sessionCookie } from './provider';
import { distortToken } from '../odd/token-responses';
import type { DemoStats } from '../settings';

interface ErrorBody {
  error: string;
  error_description?: string;
}

/** A request at any address; those at the authorization server's own have `oidc`. */
type Context = Parameters<Parameters<Provider['use']>[0]>[0] & { oidc?: KoaContextWithOIDC['oidc'] };

/**
 * Middleware around the authorization server that gives its requests and responses the habits of Entra. Where OpenID is not
 * offered, it is a server that knows of OAuth alone: it takes no notice of `openid`.
 */
export function addEntraHabits(provider: Provider, stats: DemoStats, offered: { openId: boolean }): void {
  const details = new WeakMap<object, string | undefined>();
  provider.on('grant.error', (context, error) => void details.set(context, error.error_detail));
  provider.on('grant.revoked', () => void (stats.grantsRevoked += 1));
  provider.on('server_error', (_context, error) => console.error('authorization server:', error));
  provider.use(async (context: Context, next) => {
    if (context.path === paths.authorize && !offered.openId) dropOpenId(context);
    if (context.path === paths.authorize) promptConsentAlways(context, stats);
    await next();
    if (context.path === paths.token) respondLikeEntra(context, details.get(context), stats);
    else if (context.path === paths.revoke) handleRevocation(context, stats);
  });
}

/**
 * The authorization server drops `offline_access` unless consent is requested; Entra honors it always. `login` and
 * `select_account` start without the session there may be.
 */
function promptConsentAlways(context: Context, stats: DemoStats): void {
  stats.authorize += 1;
  const prompt = context.query['prompt'];
  if (prompt === 'none' || Array.isArray(prompt)) return;
  if (prompt === 'login' || prompt === 'select_account') forgetSession(context);
  context.query = { ...context.query, prompt: 'consent', [requestedScope]: context.query['scope'] };
}

function dropOpenId(context: Context): void {
  const { scope } = context.query;
  if (typeof scope !== 'string') return;
  const kept = scope.split(' ').filter((one) => one !== 'openid');
  context.query = { ...context.query, scope: kept.join(' ') };
}

/** Both in this request and in the browser, which would else bring the old session along with the new sign-in. */
function forgetSession(context: Context): void {
  delete context.req.headers.cookie;
  context.cookies.set(sessionCookie.name, null, { path: sessionCookie.path });
}

function respondLikeEntra(context: Context, detail: string | undefined, stats: DemoStats): void {
  if (isError(context.body)) {
    stats.tokenRefusals += 1;
    return rewriteError(context, detail);
  }
  countSuccess(context.oidc?.params?.['grant_type'], stats);
  context.body = distortToken(context.req, entraTokenBody(context.body as TokenBody));
}

function handleRevocation(context: Context, stats: DemoStats): void {
  stats.revocations += 1;
  if (isError(context.body)) rewriteError(context, undefined);
}

function rewriteError(context: Context, detail: string | undefined): void {
  const { error, error_description: description } = context.body as ErrorBody;
  context.body = entraErrorBody(error, detail ?? description, description);
}

interface TokenBody {
  scope?: string;
  expires_in: number;
}

/** Entra does not name `offline_access` among the granted scopes; the refresh token says it. */
function entraTokenBody(body: TokenBody): Record<string, unknown> {
  const scope = body.scope?.split(' ').filter((one) => one !== 'offline_access');
  return { ...body, ...(scope && { scope: scope.join(' ') }), ext_expires_in: body.expires_in };
}

function countSuccess(grantType: unknown, stats: DemoStats): void {
  if (grantType === 'authorization_code') stats.codeExchanges += 1;
  else if (grantType === 'refresh_token') stats.refreshes += 1;
  else stats.clientCredentials += 1;
}

function isError(body: unknown): body is ErrorBody {
  return typeof body === 'object' && body !== null && 'error' in body;
}
