import type { AllClientMetadata, ResponseType } from 'oidc-provider';
import type { RedirectUris } from '../settings';

export const clientIds = {
  confidential: '3d6f1a52-9c0e-4b7d-8a41-6e2f90c5b713',
  public: 'b81c7e04-52fa-4d39-9d16-07ac43ee5f28',
  service: 'e47a95d0-1b38-4c62-b0f5-98d17c26ea34',
};

/** The scopes that an app may ask for, with what the consent page says about them. */
export const scopes: Record<string, string> = {
  openid: 'Sign you in',
  profile: 'See your name',
  email: 'See your email address',
  offline_access: 'Keep its access while you are away',
  'User.Read': 'Read your own profile',
  'User.Read.All': 'Read the full profiles of all users',
  'User.ReadBasic.All': 'Read the names of all users',
  'Group.Read.All': 'Read all groups',
  'Tickets.Read': 'Read your own tickets',
};

/** The scope of client credentials: everything that an admin has allowed the app. */
export const defaultScope = '.default';

export interface Registrations {
  redirectUris: RedirectUris;
  clientSecret: string;
  serviceClientSecret: string;
}

/** Whether the client may be redirected to this address: one of the list, or any on this machine. */
export function redirectUriAllowed(registered: RedirectUris, uri: string): boolean {
  if (registered !== 'any') return registered.includes(uri);
  return URL.canParse(uri) && ['localhost', '127.0.0.1'].includes(new URL(uri).hostname);
}

/** A registered client as the authorization server reads it, with what `registrations` hold now. */
export function clientMetadata(id: string, registrations: Registrations): AllClientMetadata | undefined {
  const uris = registrations.redirectUris;
  const redirectUris = uris === 'any' || uris.length === 0 ? ['http://localhost/not-registered'] : uris;
  const withCode = {
    client_id: id,
    client_name: 'External Data',
    redirect_uris: redirectUris,
    response_types: ['code'] satisfies ResponseType[],
    grant_types: ['authorization_code', 'refresh_token'],
  };
  switch (id) {
    case clientIds.confidential:
      return {
        ...withCode,
        client_secret: registrations.clientSecret,
        token_endpoint_auth_method: 'client_secret_post',
      };
    case clientIds.public:
      return { ...withCode, token_endpoint_auth_method: 'none' };
    case clientIds.service:
      return {
        client_id: id,
        client_name: 'External Data service',
        client_secret: registrations.serviceClientSecret,
        redirect_uris: [],
        response_types: [],
        grant_types: ['client_credentials'],
        token_endpoint_auth_method: 'client_secret_post',
      };
  }
  return undefined;
}
