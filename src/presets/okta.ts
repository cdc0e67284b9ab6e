import type { OAuth2Preset } from '../shared/contract';
import { column } from './parts';

/** Okta's own authorization server of an organization, listing its users. */
export const okta: OAuth2Preset = {
  key: 'okta',
  title: 'Okta',
  group: 'identity',
  inputs: [{ name: 'domain', label: 'Okta domain', placeholder: 'company.okta.com' }],
  authentication: {
    type: 'oauth2',
    issuer: 'https://{domain}',
    authUrl: 'https://{domain}/oauth2/v1/authorize',
    tokenUrl: 'https://{domain}/oauth2/v1/token',
    revokeUrl: 'https://{domain}/oauth2/v1/revoke',
    scopes: 'okta.users.read offline_access',
    offlineScope: 'offline_access',
    refreshEveryDays: 3,
    clientAuthentication: 'client_secret_basic',
  },
  request: {
    method: 'GET',
    url: 'https://{domain}/api/v1/{list}',
    parameters: [{ name: 'limit', value: '200' }],
    headers: [],
    body: { kind: 'none' },
  },
  variables: [{ name: 'list', defaultValue: 'users' }],
  pagination: { style: 'link-header' },
  panels: [
    {
      key: 'users',
      name: 'Users',
      description: 'All users of the organization.',
      filters: [{ selector: '$[*]' }],
      columns: [
        column('First name', 'profile.firstName'),
        column('Last name', 'profile.lastName'),
        column('Email', 'profile.email', 'email'),
        column('Status', 'status', 'status'),
        column('Last sign-in', 'lastLogin', 'date-time'),
      ],
    },
    {
      key: 'groups',
      name: 'Groups',
      description: 'All groups of the organization.',
      variableValues: { list: 'groups' },
      filters: [{ selector: '$[*]' }],
      columns: [
        column('Name', 'profile.name'),
        column('Description', 'profile.description'),
        column('Type', 'type'),
        column('Created', 'created', 'date-time'),
      ],
      scopes: 'okta.groups.read',
    },
  ],
  documentationUrl: 'https://developer.okta.com/docs/guides/implement-oauth-for-okta/main/',
  hints: [
    'Create an OIDC web application with the grant types Authorization Code and Refresh Token, and the Callback URL as sign-in redirect URI.',
    'Grant the scope okta.users.read to the application under Okta API Scopes. The account must be an admin who can read users.',
    'offline_access gives a refresh token, if the application allows that grant type.',
  ],
};
