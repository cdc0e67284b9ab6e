import type Provider from 'oidc-provider';
import { defaultScope } from '../authorization/clients';
import type { Exchange } from '../exchange';
import { GraphError } from './graph-error';

/**
 * The account of the living access token that the request carries, as the authorization server itself remembers it; undefined
 * for a token of an app. The token has one of the scopes.
 * @throws GraphError 401 without a token or with one that is unknown, expired or revoked; 403 when the scope is missing
 */
export async function requireScope(
  provider: Provider,
  { request }: Exchange,
  allowed: string[],
): Promise<string | undefined> {
  const value = /^Bearer +([\x21-\x7e]+)$/i.exec(request.headers.authorization ?? '')?.[1];
  if (value === undefined) throw new GraphError(401, 'InvalidAuthenticationToken', 'The request has no access token.');
  const token = (await provider.AccessToken.find(value)) ?? (await provider.ClientCredentials.find(value));
  if (!token) {
    throw new GraphError(
      401,
      'InvalidAuthenticationToken',
      'The access token has expired, was revoked or is not known.',
    );
  }
  const granted = token.scope?.split(' ') ?? [];
  if (![...allowed, defaultScope].some((scope) => granted.includes(scope))) {
    throw new GraphError(
      403,
      'Authorization_RequestDenied',
      'The scopes of the access token do not allow this request.',
    );
  }
  return 'accountId' in token ? token.accountId : undefined;
}
