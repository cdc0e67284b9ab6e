import type { DataSourceSettings, OAuth2Authentication } from '../shared/contract';
import { sha256 } from '../ids';
import type { DataSource } from './data-source';
import { receiversOf } from './receivers';

/** Origins that secrets of these settings may be sent to: of the API and the authorization server, each once. */
export function secretOrigins(settings: DataSourceSettings): string[] {
  const urls = Object.values(receiversOf(settings)) as string[];
  return [...new Set(urls.filter((url) => url !== '').map((url) => new URL(url).origin))];
}

/**
 * Names the connection that a grant is obtained for. Equal fingerprints mean: same API origin, endpoints, client,
 * scopes and extra parameters. Secrets take no part, so replacing an expired one keeps the grant, nor does how the
 * token is sent.
 */
export function connectionFingerprint(settings: DataSourceSettings): string {
  const { authentication } = settings;
  if (authentication.type !== 'oauth2') return authentication.type;
  const { grantType, clientId, authUrl, tokenUrl, revokeUrl } = authentication;
  const origin = new URL(settings.request.url).origin;
  const known = [grantType, clientId, authUrl, tokenUrl, revokeUrl, scopesOf(authentication), origin];
  return sha256(JSON.stringify([...known, ...furtherSettings(authentication)]));
}

/**
 * Names what a reader's own grant is obtained for: the connection, what is requested with the reader's rights, and how
 * often admins have ended the accounts of all readers. What may follow in the URL is put together for each panel.
 */
export function ownFingerprint({ settings, readersEpoch = 0 }: Pick<DataSource, 'settings' | 'readersEpoch'>): string {
  const { method, url, body } = settings.request;
  const sent = method === 'GET' ? [] : [body];
  const known = [connectionFingerprint(settings), method, new URL(url).pathname, ...sent];
  return `${sha256(JSON.stringify(known))}:${readersEpoch}`;
}

/** Nothing where all of them are as usual, so that grants of older versions keep their fingerprint. */
function furtherSettings(authentication: OAuth2Authentication): unknown[] {
  const { clientAuthentication, scopeSeparator, authorizeParameters, tokenParameters } = authentication;
  const further = [
    clientAuthentication,
    scopeSeparator ?? '',
    authorizeParameters.map(({ name, value }) => [name, value]),
    tokenParameters.map(({ name, value, secret }) => [name, secret ? '' : value, secret]),
  ];
  const usual = ['client_secret_post', '', [], []];
  const later = laterSettings(authentication);
  return JSON.stringify(further) === JSON.stringify(usual) && later.length === 0 ? [] : [...further, ...later];
}

/**
 * By name, and only those that are set, for the same reason. How the token request is written is not among them: it does
 * not change whose tokens come.
 */
function laterSettings({ otherGrantType, tokenPath, assertion }: OAuth2Authentication): unknown[] {
  const speaksFor = assertion && [assertion.audience, assertion.subject, assertion.claims];
  return Object.entries({ otherGrantType, tokenPath, speaksFor }).filter(
    ([, value]) => value !== undefined && value !== '',
  );
}

/** How tokens are requested, apart from what the connection is: an attempt with the one says nothing of the other. */
export function tokenRequestStyle({ authentication }: DataSourceSettings): string {
  if (authentication.type !== 'oauth2') return '';
  const { noPkce = false, tokenRequestFormat = '', assertion, announcedIssuer } = authentication;
  const signing = assertion && [assertion.algorithm, assertion.keyId, assertion.lifetime];
  return JSON.stringify([noPkce, tokenRequestFormat, signing, announcedIssuer]);
}

/** What callbacks of the Auth URL must name as their issuer; `undefined` where its server never announced that it does. */
export function requiredIssuer({ authentication }: DataSourceSettings): string | undefined {
  if (authentication.type !== 'oauth2') return undefined;
  const { announcedIssuer, authUrl } = authentication;
  return announcedIssuer?.authUrl === authUrl ? announcedIssuer.name : undefined;
}

/**
 * The requested scopes, sorted, each once: their order means nothing (RFC 6749 section 3.3). Commas separate them where
 * the provider wants commas.
 */
export function scopesOf({ scopes, scopeSeparator }: OAuth2Authentication): string[] {
  const separator = scopeSeparator === ',' ? /[\s,]/ : /\s/;
  return [...new Set(scopes.split(separator).filter((scope) => scope !== ''))].sort();
}
