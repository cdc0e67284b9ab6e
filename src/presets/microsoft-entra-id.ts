import type { OAuth2Preset } from '../shared/contract';
import { column } from './parts';

const tenant = 'https://login.microsoftonline.com/{tenant}/oauth2/v2.0';

/**
 * Microsoft Entra ID with the authorization code grant, reading the directory's users. A page holds at most 999 users,
 * and larger pages mean fewer of the 100 requests that the platform grants an invocation.
 */
export const microsoftEntraId: OAuth2Preset = {
  key: 'microsoft-entra-id',
  title: 'Microsoft Entra ID',
  group: 'identity',
  inputs: [{ name: 'tenant', label: 'Directory (tenant) ID', placeholder: '00000000-0000-0000-0000-000000000000' }],
  authentication: {
    type: 'oauth2',
    authUrl: `${tenant}/authorize`,
    tokenUrl: `${tenant}/token`,
    revokeUrl: '',
    scopes: 'User.Read.All offline_access',
  },
  request: {
    method: 'GET',
    url: 'https://graph.microsoft.com/v1.0/{list}',
    parameters: [
      { name: '$select', value: 'id,displayName,userPrincipalName,mail,jobTitle,department,officeLocation' },
      { name: '$top', value: '999' },
    ],
    headers: [],
    body: { kind: 'none' },
  },
  variables: [{ name: 'list', defaultValue: 'users' }],
  pagination: { style: 'odata-next-link' },
  panels: [
    {
      key: 'users',
      name: 'Users',
      description: 'Everybody in the directory.',
      filters: [{ selector: '$.value[*]' }],
      columns: [
        column('Name', 'displayName'),
        column('Job title', 'jobTitle'),
        column('Department', 'department'),
        column('Office', 'officeLocation'),
        column('Mail', 'mail', 'email'),
      ],
    },
    {
      key: 'groups',
      name: 'Groups',
      description: 'All groups of the directory.',
      request: {
        path: '',
        parameters: [{ name: '$select', value: 'id,displayName,description,mail,createdDateTime' }],
      },
      variableValues: { list: 'groups' },
      filters: [{ selector: '$.value[*]' }],
      columns: [
        column('Name', 'displayName'),
        column('Description', 'description'),
        column('Mail', 'mail', 'email'),
        column('Created', 'createdDateTime', 'date-time'),
      ],
      scopes: 'Group.Read.All',
    },
  ],
  documentationUrl: 'https://learn.microsoft.com/entra/identity-platform/quickstart-register-app',
  hints: [
    'Register the Callback URL under Authentication, platform Web. Under Single-page application, access ends after a day.',
    'Add User.Read.All as a delegated permission, not as an application permission, and grant admin consent for it.',
    'The variable list names what is read: users, groups, applications and other lists of Microsoft Graph.',
    'Copy the Value of the client secret, not its Secret ID. It is shown only once, and it expires.',
    'offline_access gives a refresh token. Without it, access ends after about an hour.',
    'Entra ID has no Revoke URL. Leave it empty.',
  ],
};
