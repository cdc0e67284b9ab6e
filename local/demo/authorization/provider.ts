import Provider, { errors } from 'oidc-provider';
import type { Account, Adapter, Configuration, ErrorOut, Grant, KoaContextWithOIDC as Context } from 'oidc-provider';
import { accountOf } from './accounts';
import { entraDescription } from './aadsts';
import { clientMetadata, defaultScope, redirectUriAllowed, scopes } from './clients';
import type { Registrations } from './clients';
import type { Kept } from './keep';
import { errorPage } from './pages';
import type { Storage } from './storage';

export const tenant = '8f2d6c1e-4b7a-4e93-a5d0-1c9e7f3b6a20';

/** Where Entra has its endpoints, below the origin. */
export const paths = {
  authorize: `/${tenant}/oauth2/v2.0/authorize`,
  token: `/${tenant}/oauth2/v2.0/token`,
  revoke: `/${tenant}/oauth2/v2.0/revoke`,
  keys: `/${tenant}/discovery/v2.0/keys`,
  userinfo: `/${tenant}/oidc/userinfo`,
  discovery: `/${tenant}/v2.0/.well-known/openid-configuration`,
  signIn: `/${tenant}/sign-in`,
};

export const sessionCookie = { name: 'demo_tenant_session', path: `/${tenant}` };

/** The server drops scopes it does not know; this parameter keeps them, so that sign-in can refuse as Entra does. */
export const requestedScope = 'demo_asked_scope';

const day = 24 * 60 * 60;

export interface ProviderParts {
  origin: string;
  kept: Kept;
  storage: Storage;
  registrations: Registrations;
  /** Read at each token, so that it can be changed while the server runs. */
  lifetime: { accessTokenSeconds: number };
}

/** `oidc-provider`, configured: Entra's paths and token lives, rotation with reuse detection, our own pages. */
export function createProvider(parts: ProviderParts): Provider {
  const { origin, kept, registrations } = parts;
  const provider = new Provider(`${origin}/${tenant}/v2.0`, {
    adapter: (name) => adapter(name, parts),
    scopes: [...Object.keys(scopes), defaultScope],
    claims: { openid: ['sub'], profile: ['name', 'preferred_username'], email: ['email'] },
    conformIdTokenClaims: false, // Entra names the account in the ID token itself
    cookies: cookiesNamedApart(kept.cookieKey),
    jwks: { keys: [kept.signingKey] },
    clockTolerance: 0,
    extraParams: [requestedScope],
    clientBasedCORS: () => false,
    routes: {
      authorization: paths.authorize,
      token: paths.token,
      revocation: paths.revoke,
      jwks: paths.keys,
      userinfo: paths.userinfo,
    },
    features: {
      devInteractions: { enabled: false },
      resourceIndicators: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      clientCredentials: { enabled: true },
      revocation: { enabled: true, allowedPolicy: (_context, client, token) => client.clientId === token.clientId },
    },
    interactions: { url: (_context, { uid }) => `${paths.signIn}/${uid}` },
    findAccount: (_context, email) => findAccount(email),
    loadExistingGrant: (context) => grantOfThisConsent(context),
    expiresWithSession: () => false,
    rotateRefreshToken: true,
    renderError,
    ttl: lifetimes(() => parts.lifetime.accessTokenSeconds),
  });
  provider.Client.prototype.redirectUriAllowed = (uri) => redirectUriAllowed(registrations.redirectUris, uri);
  return provider;
}

/** The records of a model; clients are those that are registered now. */
function adapter(name: string, { storage, registrations }: ProviderParts): Adapter {
  const model = storage.model(name);
  return name === 'Client' ? { ...model, find: async (id) => clientMetadata(id, registrations) } : model;
}

/** Other pages on this machine have cookies too, and cookies do not tell ports apart. */
function cookiesNamedApart(key: string): Configuration['cookies'] {
  return {
    keys: [key],
    names: { session: sessionCookie.name, interaction: 'demo_tenant_sign_in', resume: 'demo_tenant_resume' },
    long: { httpOnly: true, sameSite: 'lax', path: sessionCookie.path },
    short: { httpOnly: true, sameSite: 'lax' },
  };
}

function lifetimes(accessTokenSeconds: () => number): Configuration['ttl'] {
  return {
    AccessToken: accessTokenSeconds,
    ClientCredentials: accessTokenSeconds,
    AuthorizationCode: () => 60,
    RefreshToken: () => 90 * day,
    Grant: () => 365 * day,
    Interaction: () => 3600,
    Session: () => day,
    IdToken: () => 3600,
  };
}

/** Each consent is a grant of its own, so that ending one leaves the others alone. */
async function grantOfThisConsent({ oidc: { provider, result } }: Context): Promise<Grant | undefined> {
  const grantId = result?.consent?.grantId;
  return grantId === undefined ? undefined : provider.Grant.find(grantId);
}

function findAccount(email: string): Account | undefined {
  const account = accountOf(email);
  if (!account) return undefined;
  return {
    accountId: email,
    claims: () => ({ sub: email, name: account.displayName, preferred_username: email, email }),
  };
}

function renderError(context: Context, out: ErrorOut, error: Error): void {
  const detail = error instanceof errors.OIDCProviderError ? error.error_detail : undefined;
  context.type = 'html';
  context.body = errorPage(entraDescription(out.error, detail, out.error_description));
}
