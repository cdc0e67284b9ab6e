import type { Preset } from '../shared/contract';

const tenant = 'https://login.microsoftonline.com/{tenant}/oauth2/v2.0';

/**
 * Microsoft Entra ID with the authorization code grant, reading the directory's users. A page holds at most 999 users,
 * and larger pages mean fewer of the 100 requests that the platform grants an invocation.
 */
export const microsoftEntraId: Preset = {
  key: 'microsoft-entra-id',
  title: 'Microsoft Entra ID',
  inputs: [{ name: 'tenant', label: 'Directory (tenant) ID', placeholder: '00000000-0000-0000-0000-000000000000' }],
  authUrl: `${tenant}/authorize`,
  tokenUrl: `${tenant}/token`,
  revokeUrl: '',
  scopes: 'User.Read.All offline_access',
  request: {
    method: 'GET',
    url: 'https://graph.microsoft.com/v1.0/users',
    parameters: [
      { name: '$select', value: 'id,displayName,userPrincipalName,mail,jobTitle,department,officeLocation' },
      { name: '$top', value: '999' },
    ],
    headers: [],
    body: { kind: 'none' },
  },
  pagination: { style: 'odata-next-link' },
  documentationUrl: 'https://learn.microsoft.com/entra/identity-platform/quickstart-register-app',
  hints: [
    'Register the Callback URL under Authentication, platform Web. Under Single-page application, access ends after a day.',
    'Add User.Read.All as a delegated permission, not as an application permission, and grant admin consent for it.',
    'Copy the Value of the client secret, not its Secret ID. It is shown only once, and it expires.',
    'offline_access gives a refresh token. Without it, access ends after about an hour.',
    'Entra ID has no Revoke URL. Leave it empty.',
  ],
};
